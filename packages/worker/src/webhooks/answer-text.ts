import zlib, { type Gunzip } from 'node:zlib'

/** The part of an answer's text that is kept. */
export const BODY_BYTES = 2_048

/** The most codings on top of each other: no honest sender uses more. */
const MOST_CODINGS = 3

type Decoder = Pick<Gunzip, 'on' | 'end' | 'destroy'>

const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants
/** A text that was cut off in the middle is decoded as far as it goes. */
const cutOff = { finishFlush: Z_SYNC_FLUSH }
const gunzip = () => zlib.createGunzip(cutOff)

/** The decoder of each coding, by its name. */
const decoders: Readonly<Record<string, (start: Buffer) => Decoder>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  br: () => zlib.createBrotliDecompress({ finishFlush: BROTLI_OPERATION_FLUSH }),
  // Many senders leave out the wrapper that RFC 9110 8.4.1.2 asks for.
  deflate: (start) =>
    ((start[0] ?? 0) & 0x0f) === 8 ? zlib.createInflate(cutOff) : zlib.createInflateRaw(cutOff),
}

/**
 * The first 2 KB of an answer as text that PostgreSQL can keep. `start` is the beginning of its body,
 * `encoding` its `Content-Encoding`. At most 2 KB of a compressed body are read, and at most 2 KB of its
 * text kept: small bytes do not become many. A body that cannot be read is kept as its coding and size:
 * `[zstd, 312 bytes]`.
 */
export async function textOf(start: Buffer, encoding: string | undefined): Promise<string> {
  const head = start.subarray(0, BODY_BYTES)
  const codings = codingsOf(encoding)
  if (codings.length === 0 || head.length === 0) return plain(head)
  const decoded = codings.length > MOST_CODINGS ? undefined : await decodeAll(head, codings)
  if (decoded) return plain(decoded)
  const size = start.length < BODY_BYTES ? start.length : `${BODY_BYTES} or more`
  return plain(Buffer.from(`[${codings.join(', ')}, ${size} bytes]`).subarray(0, BODY_BYTES))
}

const plain = (bytes: Buffer) => bytes.toString('utf8').replaceAll('\0', '')

const codingsOf = (encoding = '') =>
  encoding
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '' && coding !== 'identity')

/** The last coding that was put on comes off first. */
async function decodeAll(head: Buffer, codings: readonly string[]): Promise<Buffer | undefined> {
  let bytes: Buffer | undefined = head
  for (const coding of codings.toReversed()) bytes = bytes && (await decode(bytes, coding))
  return bytes
}

/** `undefined` where not even the first byte can be read. */
function decode(bytes: Buffer, coding: string): Promise<Buffer | undefined> | undefined {
  const decoder = Object.hasOwn(decoders, coding) ? decoders[coding]?.(bytes) : undefined
  if (!decoder) return undefined
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let length = 0
    const finish = () => {
      decoder.destroy()
      resolve(length === 0 ? undefined : Buffer.concat(chunks).subarray(0, BODY_BYTES))
    }
    decoder.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      length += chunk.length
      if (length >= BODY_BYTES) finish()
    })
    decoder.on('end', finish)
    decoder.on('error', finish)
    decoder.end(bytes)
  })
}
