/** The cookies of a `Cookie` header by name; the first of a repeated one. */
export function readCookies(header: string | undefined): Map<string, string> {
  const found = new Map<string, string>()
  for (const pair of (header ?? '').split(';')) {
    const cut = pair.indexOf('=')
    const name = pair.slice(0, cut).trim()
    if (cut >= 0 && !found.has(name)) found.set(name, pair.slice(cut + 1).trim())
  }
  return found
}
