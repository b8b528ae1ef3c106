/** A text, and whether its bytes were no text of the encoding that they declare. */
export interface Decoded {
  readonly text: string
  readonly isGuessed: boolean
}

const DECLARED = /^<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]*)["']/

/**
 * An XML file as text (XML 1.0 appendix F). Its encoding is told by its byte order mark, by where zeros stand in its
 * first letters, or as it declares. Bytes that are none of UTF-8 are read as Windows-1252. `undefined` for an encoding
 * that is not known.
 */
export function decodedXml(bytes: Buffer): Decoded | undefined {
  const encoding = encodingOf(bytes)
  try {
    return { text: textOf(bytes, encoding, true), isGuessed: false }
  } catch {
    const isKnown = encoding === 'utf-8'
    return isKnown ? { text: textOf(bytes, 'windows-1252', false), isGuessed: true } : undefined
  }
}

/** Without the byte order mark, which the decoder takes away. */
const textOf = (bytes: Buffer, encoding: string, fatal: boolean): string =>
  new TextDecoder(encoding, { fatal }).decode(bytes)

function encodingOf(bytes: Buffer): string {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0x3c && b === 0)) return 'utf-16le'
  if ((a === 0xfe && b === 0xff) || (a === 0 && b === 0x3c)) return 'utf-16be'
  const declared = DECLARED.exec(bytes.subarray(0, 200).toString('latin1'))?.[1]?.toLowerCase()
  // Its letters have one byte each, so it is no UTF-16, whatever it says.
  return declared === undefined || declared.startsWith('utf-16') ? 'utf-8' : declared
}
