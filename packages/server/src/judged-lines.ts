/**
 * One-line text in the eyes of the judge, which has no format of that kind. It reads the rule by other
 * means than the validators do: emoji as Unicode lists them, and what is left by categories.
 */

const emoji = new RegExp('\\p{RGI_Emoji}', 'gv')
const joiner =
  /(?<=[\p{L}\p{M}\p{N}])\p{Join_Control}(?=[\p{L}\p{M}\p{N}])|(?<=\p{Mc}|[\u094D\u0D4D\u0DCA])\p{Join_Control}/gu
const hidden = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u
const seen = new RegExp(
  '[[\\p{L}\\p{N}\\p{P}\\p{S}]--\\p{Default_Ignorable_Code_Point}--\\u2800]',
  'v',
)

/** Whether a text is a line of at most so many characters, looked at as it is stored. */
function isLine(text: string, most: number): boolean {
  // Composing what is much too long takes for ever.
  if (text.length > 4 * most + 64) return false
  const line = text.trim().normalize('NFC')
  const words = line.replaceAll(emoji, 'x').replaceAll(joiner, '')
  return [...line].length <= most && seen.test(words) && !hidden.test(words)
}

type Formats = Record<string, (text: string) => boolean>

/** The contract with a format of its own for lines of each length, and these formats. */
export function withLines(contract: unknown): { contract: unknown; formats: Formats } {
  const formats: Formats = {}
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk)
    if (node === null || typeof node !== 'object') return node
    const own = node as Record<string, unknown>
    if (own.format !== 'line')
      return Object.fromEntries(Object.entries(own).map(([name, value]) => [name, walk(value)]))
    const { maxLength, minLength: _, ...rest } = own
    const format = `line-${Number(maxLength)}`
    formats[format] = (text) => isLine(text, Number(maxLength))
    return { ...rest, format }
  }
  return { contract: walk(contract), formats }
}
