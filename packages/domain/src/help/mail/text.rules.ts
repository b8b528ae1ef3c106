import { decodeWords } from 'postal-mime'

const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
const BREAKS = /[\r\n\t\v\f\u0085\u2028\u2029]+/g
const OVERRIDES = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g
const ESCAPED_JAPANESE = /\u001b(?:\$[@B]|\([BJI])/
const SEVEN_BITS = /^[\u0000-\u007f]*$/

/** The text as a database takes it: without NUL, and with U+FFFD for half a surrogate pair. */
export const storable = (text: string): string => wellFormed(text).replaceAll('\u0000', '')

/**
 * The text of a body: what is storable, with line ends as LF. Text in ISO-2022-JP whose charset nobody named is
 * found by its escapes, which no other text has.
 */
export function bodyText(text: string): string {
  const japanese = ESCAPED_JAPANESE.test(text) && SEVEN_BITS.test(text)
  const decoded = japanese
    ? new TextDecoder('iso-2022-jp').decode(Buffer.from(text, 'latin1'))
    : text
  return storable(decoded).replace(/\r\n?/g, '\n')
}

/**
 * Decodes the words of a header field (RFC 2047) and puts it on one line: line breaks become blanks, those inside
 * words too. Nothing is left in it that ends a header or turns the direction of writing.
 */
export const oneLine = (text: string, most = 200): string =>
  sliceOf(
    storable(decodeWords(bodyText(text).replace(BREAKS, ' ')))
      .replace(BREAKS, ' ')
      .replace(INVISIBLE, '')
      .replace(OVERRIDES, '')
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim(),
    most,
  )

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const wellFormed = (text: string): string => text.replace(LONE, '\ufffd')

/** Cuts at so many UTF-16 units, never through a character. */
function sliceOf(text: string, most: number): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return (/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut).trimEnd()
}
