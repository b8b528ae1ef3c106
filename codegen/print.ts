import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The first line of everything that is generated and committed. */
export const banner =
  '// Generated from the contract by `npm run generate`. Never edited by hand.\n'

/**
 * A value as a TypeScript literal with single quotes and bare keys. It stays on one line as long as it
 * fits in 100 columns behind `indent` spaces and `lead` more characters.
 */
export function literal(value: unknown, indent = 0, lead = 0): string {
  const flat = oneLine(value)
  if (flat.length + indent + lead <= 99 || value === null || typeof value !== 'object') return flat
  const pad = ' '.repeat(indent + 2)
  const rows = Array.isArray(value)
    ? value.map((inner) => `${pad}${literal(inner, indent + 2, 1)},`)
    : Object.entries(value).map(([name, inner]) => {
        const label = key(name)
        return `${pad}${label}: ${literal(inner, indent + 2, label.length + 3)},`
      })
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  return `${open}\n${rows.join('\n')}\n${' '.repeat(indent)}${close}`
}

function oneLine(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (value === null || typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  const rows = Object.entries(value).map(([name, inner]) => `${key(name)}: ${oneLine(inner)}`)
  return rows.length === 0 ? '{}' : `{ ${rows.join(', ')} }`
}

/** A property name, quoted only where it has to be. */
export function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)
}

/** A single-quoted string, or a double-quoted one where that needs no escape. */
export function quoted(text: string): string {
  const json = JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')
  if (text.includes("'") && !text.includes('"')) return json
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`
}

/** Writes a file whole or not at all; false when it already has this text. */
export async function write(file: string, text: string): Promise<boolean> {
  if ((await readFile(file, 'utf8').catch(() => undefined)) === text) return false
  await mkdir(dirname(file), { recursive: true })
  const part = `${file}.${process.pid}.part`
  await writeFile(part, text)
  await rename(part, file)
  return true
}
