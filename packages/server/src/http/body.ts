import type { IncomingMessage } from 'node:http'
import { MOST_FAULTS, Problem, type FieldFault } from '@mobieus/contract'
import { inviteBody } from './continue.ts'

/** The refusal of a body, or of a part of one, that is larger than it may be; the connection ends with it. */
export const tooLarge = (limit: number, what = 'The body'): Problem =>
  new Problem(413, 'payload_too_large', `${what} is larger than ${limit} bytes.`, {
    headers: { Connection: 'close' },
  })

/**
 * The whole body as bytes, at most `limit` of them. A larger one is refused as soon as that is
 * known, by its declared length if it has one.
 */
export function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> | Buffer {
  refuseDeclared(req, limit)
  return hasBody(req) ? arriving(req, limit) : Buffer.alloc(0)
}

/** Refuses a body by its declared length, before any of it is read. */
export function refuseDeclared(req: IncomingMessage, limit: number): void {
  if (Number(req.headers['content-length']) > limit) throw tooLarge(limit)
}

/**
 * A small body usually arrives with its headers. A moment later all of it can be taken at once, for half
 * of what listening to it costs.
 */
async function arriving(req: IncomingMessage, limit: number): Promise<Buffer> {
  inviteBody(req)
  await Promise.resolve()
  const bytes = req.complete ? (req.read() as Buffer | null) : undefined
  if (bytes && bytes.length <= limit) return bytes
  if (bytes) throw tooLarge(limit)
  requireConnected(req)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    req.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) return void chunks.push(chunk)
      req.removeAllListeners('data').resume()
      reject(tooLarge(limit))
    })
    req.on('end', () =>
      resolve(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks)),
    )
    // A caller who hangs up half way causes an error, too.
    req.on('error', reject)
  })
}

/** Throws when the caller has hung up already: no event will report it any more. */
export function requireConnected(req: IncomingMessage): void {
  if (req.destroyed && !req.complete) throw new Error('the caller hung up')
}

/** Whether a body follows the headers. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0

/** The media type of the request without its parameters, in lower case. */
export function mediaType(req: IncomingMessage): string {
  const header = req.headers['content-type'] ?? ''
  const end = header.indexOf(';')
  return (end < 0 ? header : header.slice(0, end)).trim().toLowerCase()
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** JSON text to its value; `400 invalid_request` names `body` when it is none. */
export function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(utf8.decode(bytes))
  } catch (error) {
    const message = `is not valid JSON: ${(error as Error).message}`
    throw new Problem(400, 'invalid_request', 'The body is not valid JSON.', {
      details: [{ field: 'body', code: 'json', message }],
    })
  }
}

/** Text in the charset that its type names, UTF-8 unless it does; `400` where it is none. */
export function parseText(req: IncomingMessage, bytes: Buffer): string {
  const [, charset = 'utf-8'] =
    /;\s*charset="?([^\s;"]+)/i.exec(req.headers['content-type'] ?? '') ?? []
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    const message = `is not text in ${charset.toUpperCase().slice(0, 40)}`
    throw new Problem(400, 'invalid_request', `The body ${message}.`, {
      details: [{ field: 'body', code: 'charset', message }],
    })
  }
}

/** The deepest nesting that is taken: neither we nor PostgreSQL descend without end. */
const DEEPEST = 100

/**
 * Finds the parts of a value that cannot be stored. Those are text with U+0000, which PostgreSQL does
 * not take, or with a lone surrogate, names included, and nesting that is too deep. Schemas cannot say
 * this about every string, so it is said once here. Ends with one fault more than a failure lists.
 */
export function unstorable(value: unknown, found: FieldFault[] = []): FieldFault[] {
  look(value, [], found)
  return found
}

function look(value: unknown, trail: (string | number)[], found: FieldFault[]): void {
  if (found.length > MOST_FAULTS) return
  if (typeof value === 'string') {
    if (!isKept(value)) found.push(unkept(trail))
    return
  }
  if (value === null || typeof value !== 'object') return
  if (trail.length === DEEPEST) {
    const message = `must not be nested more than ${DEEPEST} levels deep`
    return void found.push({ field: pathOf(trail), code: 'too_deep', message })
  }
  if (Array.isArray(value))
    for (let i = 0; i < value.length; i++) {
      trail.push(i)
      look(value[i], trail, found)
      trail.pop()
    }
  else
    for (const name in value) {
      trail.push(name)
      if (isKept(name)) look((value as Record<string, unknown>)[name], trail, found)
      else found.push(unkept(trail))
      trail.pop()
    }
}

const isKept = (text: string): boolean => !text.includes('\0') && isWellFormed(text)

const unkept = (trail: readonly (string | number)[]): FieldFault => ({
  field: pathOf(trail),
  code: 'characters',
  message: 'must not contain U+0000 or lone surrogates',
})

/** `['tags', 0, 'name']` → `tags[0].name`; the body itself where the trail is empty. */
function pathOf(trail: readonly (string | number)[]): string {
  let path = ''
  for (const step of trail)
    path += typeof step === 'number' ? `[${step}]` : path === '' ? step : `.${step}`
  return path === '' ? 'body' : path
}

// Node 20 has String.prototype.isWellFormed; ES2023's library types do not know it yet.
const isWellFormed = (text: string): boolean =>
  (text as unknown as { isWellFormed(): boolean }).isWellFormed()
