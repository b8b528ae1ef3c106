/** An address of a resource: below the package, outside of it, or one that is never opened. */
export type Launch =
  | { readonly kind: 'file'; readonly path: string; readonly address: string }
  | { readonly kind: 'external'; readonly address: string }
  | { readonly kind: 'refused' }

const SCHEME = /^([a-z][a-z0-9+.-]*):|^\/\//i
/** Stands for the package, so that an address is put together as a browser does it. */
const ROOT = 'http://package.invalid/'

/** Puts together `href`, the bases of the elements around it from the outside in, and the parameters of an item. */
export function launchOf(
  href: string,
  bases: readonly string[] = [],
  parameters: string | undefined = undefined,
): Launch {
  const parts = [...bases, href].map((part) => part.trim().replaceAll('\\', '/'))
  let url = new URL(ROOT)
  for (const part of parts) {
    if (!URL.canParse(part, url)) return { kind: 'refused' }
    url = new URL(part, url)
  }
  const address = withParameters(url, parameters)
  if (url.origin !== new URL(ROOT).origin)
    return /^https?:$/.test(url.protocol) ? { kind: 'external', address } : { kind: 'refused' }
  // A path that leaves the package is cut at its root by the browser's rule, and so would be by ours: it is none.
  if (leaves(parts)) return { kind: 'refused' }
  return {
    kind: 'file',
    path: plainPath(url.pathname.slice(1)),
    address: address.slice(ROOT.length),
  }
}

/** Whether the way through the folders goes above the first one. */
function leaves(parts: readonly string[]): boolean {
  let depth = 0
  return parts.some((part) => {
    if (SCHEME.test(part)) return false
    const folders = (/^[^?#]*/.exec(part)?.[0] ?? '').split('/').slice(0, -1)
    if (part.startsWith('/')) depth = 0
    return folders.some((folder) => {
      if (folder === '..') depth--
      else if (folder !== '.' && folder !== '') depth++
      return depth < 0
    })
  })
}

/** The algorithm of CAM 3.4.1.5, but that a query goes before a fragment that stands there already. */
function withParameters(url: URL, parameters = ''): string {
  const bare = parameters.trim().replace(/^[?&]+/, '')
  const { hash } = url
  const address = url.href.slice(0, url.href.length - hash.length)
  if (bare === '') return url.href
  if (bare.startsWith('#')) return hash === '' ? address + bare : url.href
  const joined = `${address}${url.search === '' ? '?' : '&'}${bare}`
  // The fragment of the parameters, if they have one, is the later one.
  return bare.includes('#') ? joined : joined + hash
}

function plainPath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
