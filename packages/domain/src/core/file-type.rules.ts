import { fileTypeFromBuffer } from 'file-type'

/**
 * The media type of a file by its first bytes, whatever its name says. A file without a binary byte is
 * text, as the standard of browsers has it (WHATWG MIME Sniffing, 7.1). Any other has the type of its
 * signature, `application/octet-stream` without one. Text is told first: a signature of two letters,
 * `MZ` or `BM`, may begin a sentence.
 */
export async function typeOf(head: Uint8Array): Promise<string> {
  const text = textOf(head)
  const signed = await fileTypeFromBuffer(head)
  if (text === undefined) return signed?.mime ?? 'application/octet-stream'
  const marked = markupOf(text)
  if (marked) return marked
  return signed && WRITTEN.has(signed.mime) ? signed.mime : 'text/plain'
}

/** Formats that are text, and begin so that nothing else does. */
const WRITTEN = new Set([
  'application/eps',
  'application/pdf',
  'application/pgp-encrypted',
  'application/postscript',
  'application/rtf',
  'text/calendar',
  'text/vcard',
  'text/vtt',
])

const isBinary = (byte: number) =>
  byte < 0x09 || byte === 0x0b || (byte > 0x0d && byte < 0x1b) || (byte > 0x1b && byte < 0x20)

/** The text that the bytes are: UTF-8, UTF-16 with its mark, or letters of one byte; else `undefined`. */
function textOf(head: Uint8Array): string | undefined {
  const [first, second] = head
  const wide =
    first === 0xff && second === 0xfe
      ? 'utf-16le'
      : first === 0xfe && second === 0xff
        ? 'utf-16be'
        : undefined
  if (!wide) return head.some(isBinary) ? undefined : new TextDecoder().decode(head)
  const text = decoded(head, wide)
  return text !== undefined && [...text].some((letter) => isBinary(letter.charCodeAt(0)))
    ? undefined
    : text
}

/** Strictly, but for a letter that the end of the head cuts off. */
function decoded(head: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true })
  } catch {
    return undefined
  }
}

const BLANK = /\s*/y
const DECLARATION = /<\?xml[\s?]/y
const DOCTYPE = /<!doctype\s+([\w.:-]+)[^>]*>?/iy
const ROOT = /<(?:[\w.-]+:)?([\w.-]+)(?=[\s/>]|$)/y

/**
 * The kind of a page, a drawing or another document of markup, by its declaration, its doctype and its
 * root. It steps from one to the next and never back. An expression for all that may come before a root
 * takes for ever on five hundred empty comments.
 */
function markupOf(text: string): string | undefined {
  let at = 0
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) at = pattern.lastIndex
    return found
  }
  /** Moves behind the end of what begins here; behind everything where it has none. */
  const skip = (end: string) => {
    const found = text.indexOf(end, at)
    at = found < 0 ? text.length : found + end.length
  }
  take(BLANK)
  const xml = take(DECLARATION) !== null
  if (xml) skip('?>')
  let doctype: string | undefined
  for (;;) {
    take(BLANK)
    if (text.startsWith('<!--', at)) skip('-->')
    else if (xml && text.startsWith('<?', at)) skip('?>')
    else if (doctype === undefined && (doctype = take(DOCTYPE)?.[1])) continue
    else break
  }
  const kinds = [doctype, take(ROOT)?.[1]].map((kind) => kind?.toLowerCase())
  if (kinds.includes('svg')) return 'image/svg+xml'
  if (kinds.includes('html')) return xml ? 'application/xhtml+xml' : 'text/html'
  return xml ? 'application/xml' : undefined
}
