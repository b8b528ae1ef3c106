/**
 * Splits a multipart body into its parts as it arrives (RFC 2046, 5.1; RFC 7578). No more of a part is
 * held than its head and one chunk.
 */

/** The head of a part. */
export interface PartHead {
  readonly name: string | undefined
  readonly filename: string | undefined
  /** Its media type in lower case, without parameters. */
  readonly mime: string
  readonly charset: string
  /** All its fields by their names in lower case; the first of a repeated one. */
  readonly headers: Readonly<Record<string, string>>
}

/** Takes the bytes of one part. */
export interface PartSink {
  write(bytes: Buffer): void | Promise<void>
  end(): void | Promise<void>
}

/** Thrown with a reason in words at what is no multipart body. */
export class MalformedParts extends Error {}

/** The largest head of a part, as large as that of a whole request may be. */
const HEAD_BYTES = 16_384
const HEAD_END = '\r\n\r\n'
const DASH = 45

const ignore: PartSink = { write: () => undefined, end: () => undefined }

/** The boundary that a `Content-Type` names. */
export function boundaryOf(contentType: string): string {
  const [, quoted, plain] =
    /;\s*boundary=(?:"([^"]{1,200})"|([^\s;"]{1,200}))/i.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) throw new MalformedParts('its type names no boundary')
  return boundary
}

/**
 * Reads `source` to its end and hands each part to the sink that `open` gives for it, one after the
 * other. Rejects with `MalformedParts`, or with what a sink throws.
 */
export async function readParts(
  source: AsyncIterable<Buffer>,
  boundary: string,
  open: (head: PartHead) => PartSink | Promise<PartSink>,
): Promise<void> {
  const delimiter = Buffer.from(`\r\n--${boundary}`, 'latin1')
  // The first delimiter may stand at the very beginning, without its line break.
  let rest: Buffer = Buffer.from('\r\n')
  let sink: PartSink | undefined = ignore
  let state: 'bytes' | 'delimiter' | 'head' | 'after' = 'bytes'

  /** Reads as far as the bytes at hand allow; answers whether there may be more to do. */
  async function step(): Promise<boolean> {
    if (state === 'bytes') {
      const at = rest.indexOf(delimiter)
      const whole = at < 0 ? Math.max(0, rest.length - delimiter.length + 1) : at
      if (whole > 0) await sink?.write(rest.subarray(0, whole))
      rest = rest.subarray(at < 0 ? whole : at + delimiter.length)
      if (at < 0) return false
      await sink?.end()
      state = 'delimiter'
    } else if (state === 'delimiter') {
      if (rest.length < 2) return false
      if (rest[0] === DASH && rest[1] === DASH) {
        state = 'after'
        return false
      }
      const end = rest.indexOf('\r\n')
      if (end < 0 && rest.length < HEAD_BYTES) return false
      if (end < 0 || rest.toString('latin1', 0, end).trim() !== '')
        throw new MalformedParts('its boundary stands inside a line')
      // The head of a part may be empty: its end then begins with this line break.
      rest = rest.subarray(end)
      state = 'head'
    } else if (state === 'head') {
      const end = rest.indexOf(HEAD_END)
      if (end > HEAD_BYTES || (end < 0 && rest.length > HEAD_BYTES))
        throw new MalformedParts('the head of a part is too large')
      if (end < 0) return false
      sink = await open(parseHead(decode(rest.subarray(0, end), 'utf-8', 'the head of a part')))
      rest = rest.subarray(end + HEAD_END.length)
      state = 'bytes'
    }
    return state !== 'after'
  }

  for await (const chunk of source) {
    // Text after the last delimiter is ignored.
    if ((state as string) === 'after') continue
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    while (await step());
  }
  if ((state as string) !== 'after') throw new MalformedParts('it ends before its last boundary')
}

/** Text in a charset, read strictly; `what` names it where it is none. */
export function decode(bytes: Uint8Array, charset: string, what: string): string {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new MalformedParts(`${what} is not ${charset.toUpperCase().slice(0, 40)}`)
  }
}

function parseHead(text: string): PartHead {
  const fields = new Map<string, string>()
  for (const line of text.split('\r\n')) {
    if (line === '') continue
    const cut = line.indexOf(':')
    const name = line.slice(0, Math.max(0, cut)).toLowerCase()
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(name))
      throw new MalformedParts('a line in the head of a part is no field')
    if (!fields.has(name)) fields.set(name, line.slice(cut + 1).trim())
  }
  const encoding = fields.get('content-transfer-encoding') ?? 'binary'
  if (/^(?:base64|quoted-printable)$/i.test(encoding))
    throw new MalformedParts(
      `a part is encoded as ${encoding}, which forms are not (RFC 7578, 4.7)`,
    )
  const disposition = parametersOf(fields.get('content-disposition') ?? '')
  const type = parametersOf(fields.get('content-type') ?? 'text/plain')
  const form = disposition.value === 'form-data'
  return {
    name: form ? disposition.named.get('name') : undefined,
    filename: extended(disposition.named.get('filename*')) ?? disposition.named.get('filename'),
    mime: type.value,
    charset: type.named.get('charset') ?? 'utf-8',
    headers: Object.fromEntries(fields),
  }
}

const PARAMETER = /;[ \t]*([^\s=;]+)[ \t]*=[ \t]*(?:"((?:[^"\\]|\\.)*)"|([^\s;"]*))/g

/** `form-data; name="a"` as its value in lower case and what is named behind it. */
function parametersOf(field: string) {
  const named = new Map<string, string>()
  for (const [, name, quoted, plain] of field.matchAll(PARAMETER)) {
    // Only quotes and backslashes are unescaped: a path of Windows has backslashes of its own.
    const value = quoted?.replaceAll(/\\(["\\])/g, '$1') ?? (plain as string)
    if (!named.has((name as string).toLowerCase())) named.set((name as string).toLowerCase(), value)
  }
  const cut = field.indexOf(';')
  return { value: (cut < 0 ? field : field.slice(0, cut)).trim().toLowerCase(), named }
}

/** `utf-8''%e2%82%ac` as text (RFC 8187); `undefined` where it is none. */
function extended(value: string | undefined): string | undefined {
  const [, encoded] = /^utf-8'[^']*'(.*)$/i.exec(value ?? '') ?? []
  if (encoded === undefined) return undefined
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}
