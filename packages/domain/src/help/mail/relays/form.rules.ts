/** A field of a form, or a file in it. */
export interface FormPart {
  readonly name: string
  /** The name of a file; `undefined` of a field. */
  readonly filename: string | undefined
  /** In lower case, without parameters. */
  readonly mime: string
  readonly bytes: Buffer
}

const MOST_PARTS = 300
const HEAD_END = '\r\n\r\n'

/**
 * The parts of a form in their order: multipart (RFC 7578) where its type says so, and otherwise URL-encoded. Bytes
 * stay as they came: a relay may send each field in a charset of its own.
 */
export function partsOfForm(bytes: Buffer, contentType: string): readonly FormPart[] {
  const isMultipart = /^multipart\/form-data\b/i.test(contentType)
  const [, quoted, plain] =
    /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (isMultipart && boundary !== undefined)
    return [...sectionsOf(bytes, boundary)].flatMap((each) => partOf(each) ?? [])
  return bytes.toString('latin1').split('&', MOST_PARTS).filter(Boolean).map(fieldIn)
}

/** A field of a URL-encoded form; of its value the bytes, which are a whole mail at times. */
function fieldIn(pair: string): FormPart {
  const [name = '', ...rest] = pair.split('=')
  const common = { filename: undefined, mime: 'text/plain' }
  return { ...common, name: unescaped(name).toString(), bytes: unescaped(rest.join('=')) }
}

const unescaped = (text: string): Buffer =>
  Buffer.from(
    text
      .replaceAll('+', ' ')
      .replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  )

function* sectionsOf(bytes: Buffer, boundary: string): Generator<Buffer> {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1')
  const next = Buffer.concat([Buffer.from('\r\n'), delimiter])
  let start = bytes.indexOf(delimiter)
  for (let count = 0; start >= 0 && count < MOST_PARTS; count += 1) {
    const from = start + delimiter.length
    const end = bytes.indexOf(next, from)
    if (end < 0) return
    yield bytes.subarray(from + 2, end)
    start = end + 2
  }
}

function partOf(section: Buffer): FormPart | undefined {
  const cut = section.indexOf(HEAD_END)
  if (cut < 0) return undefined
  const head = section
    .subarray(0, cut)
    .toString('utf8')
    .replace(/\r\n[ \t]+/g, ' ')
  const disposition = fieldOf(head, 'content-disposition')
  const name = parameterOf(disposition, 'name')
  if (name === undefined) return undefined
  const mime = fieldOf(head, 'content-type').split(';')[0]?.trim().toLowerCase()
  const filename = parameterOf(disposition, 'filename')
  return {
    name,
    filename,
    mime: mime || 'text/plain',
    bytes: section.subarray(cut + HEAD_END.length),
  }
}

const fieldOf = (head: string, name: string): string =>
  new RegExp(`^${name}:(.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''

function parameterOf(field: string, name: string): string | undefined {
  const [, quoted, plain] =
    new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^\\s;"]*))`, 'i').exec(field) ?? []
  return quoted?.replaceAll(/\\(["\\])/g, '$1') ?? plain
}

/** Text in a charset, whatever its bytes; one that nobody knows is taken for that of the Web's old pages. */
export function decoded(bytes: Uint8Array, charset = 'utf-8'): string {
  try {
    return new TextDecoder(charset.trim()).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The fields of JSON text that is an object; none of anything else. */
export function objectIn(text: string | undefined): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
