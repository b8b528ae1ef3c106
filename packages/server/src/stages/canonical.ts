/**
 * The canonical JSON text of a value, the same for equal values however they were written. It has names
 * in order, no white space, and numbers and escapes as JavaScript writes them. A value with `toJSON` is
 * written as that says. The value is not nested deeper than a body may be.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof (value as Written).toJSON === 'function')
    return canonical((value as Written).toJSON?.())
  const fields = value as Readonly<Record<string, unknown>>
  let text = ''
  for (const name of Object.keys(fields).sort())
    if (fields[name] !== undefined)
      text += `${text === '' ? '' : ','}${JSON.stringify(name)}:${canonical(fields[name])}`
  return `{${text}}`
}

interface Written {
  readonly toJSON?: () => unknown
}
