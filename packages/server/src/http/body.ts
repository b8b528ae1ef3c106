import type { IncomingMessage } from 'node:http'
import { Problem, type FieldFault } from '@mobieus/contract'

const tooLarge = (limit: number) =>
  new Problem(413, 'payload_too_large', `The body is larger than ${limit} bytes.`, {
    headers: { Connection: 'close' },
  })

/**
 * The whole body as bytes, at most `limit` of them. A larger one is refused as soon as that is
 * known, by its declared length if it has one. Express may have read it before us: then `req.body`
 * is taken as parsed.
 */
export function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> | Buffer {
  const declared = Number(req.headers['content-length'] ?? Number.NaN)
  if (declared === 0) return Buffer.alloc(0)
  if (declared > limit) throw tooLarge(limit)
  if (Number.isNaN(declared) && req.headers['transfer-encoding'] === undefined)
    return Buffer.alloc(0)
  return arriving(req, limit)
}

/**
 * A small body usually arrives with its headers: a moment later all of it can be taken at once, for
 * half of what listening to it costs.
 */
async function arriving(req: IncomingMessage, limit: number): Promise<Buffer> {
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
    // Who hangs up half way makes it an error, too.
    req.on('error', reject)
  })
}

/** Whoever has hung up already says nothing more, not even that. */
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

/** Fields of a form as a plain object; a repeated field becomes a list. */
export function parseForm(bytes: Buffer): Record<string, unknown> {
  const value: Record<string, unknown> = Object.create(null)
  for (const [name, text] of new URLSearchParams(bytes.toString('utf8'))) {
    const before = value[name]
    value[name] =
      before === undefined ? text : Array.isArray(before) ? [...before, text] : [before, text]
  }
  return value
}

/**
 * Strings that PostgreSQL cannot store (U+0000) or that are no text (a lone surrogate), named by
 * their field. Schemas cannot say this about every string, so it is said once here.
 */
export function unstorable(value: unknown, field: string, found: FieldFault[] = []): FieldFault[] {
  if (typeof value === 'string') {
    if (value.includes('\0') || !isWellFormed(value))
      found.push({
        field: field === '' ? 'body' : field,
        code: 'characters',
        message: 'must not contain U+0000 or lone surrogates',
      })
  } else if (Array.isArray(value)) {
    value.forEach((each, i) => unstorable(each, `${field}[${i}]`, found))
  } else if (value !== null && typeof value === 'object') {
    for (const name in value) {
      const each = (value as Record<string, unknown>)[name]
      unstorable(each, field === '' ? name : `${field}.${name}`, found)
    }
  }
  return found
}

// Node 20 has String.prototype.isWellFormed; ES2023's library types do not know it yet.
const isWellFormed = (text: string): boolean =>
  (text as unknown as { isWellFormed(): boolean }).isWellFormed()
