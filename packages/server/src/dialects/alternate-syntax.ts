import type { IncomingMessage } from 'node:http'
import { refuse as refusal } from '../http/faults.ts'
import type { Rewritten } from '../http/rewritten.ts'

/**
 * Fields of the form that stand for headers (xAPI 1.0.3, Part Three, 1.3): the others are parameters, but
 * for `content`, which is the body.
 */
const HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'authorization',
  'content-language',
  'content-type',
  'if-match',
  'if-none-match',
  'x-experience-api-version',
])
const VERSION = 'x-experience-api-version'
const FORM = /^application\/x-www-form-urlencoded\s*(?:;|$)/i
const VISIBLE = /^[\t\x20-\x7e\x80-\xff]*$/

/**
 * The request that a client without headers and methods of its own means. It sends a POST whose only
 * parameter is `method`, and whose form says the rest. `undefined` for a request that came as it is.
 */
export function readAlternate(
  req: IncomingMessage,
  search: string,
  read: () => Promise<Buffer>,
): Promise<Rewritten> | undefined {
  const asked = new URLSearchParams(search)
  const method = asked.get('method')
  if (req.method !== 'POST' || method === null) return undefined
  if (!/^(?:GET|PUT|POST|DELETE)$/.test(method))
    refuse('method', 'must be GET, PUT, POST or DELETE')
  if (asked.size > 1) refuse('query', 'must have no parameter beside method')
  if (!FORM.test(req.headers['content-type'] ?? '')) refuse('content-type', 'must be a form')
  const version = String(req.headers[VERSION] ?? '')
  return read().then((bytes) => meaning(method, new URLSearchParams(bytes.toString()), version))
}

function meaning(method: string, form: URLSearchParams, version: string): Rewritten {
  const headers: Record<string, string> = {}
  const parameters = new URLSearchParams()
  const content = form.get('content')
  for (const [field, value] of form) {
    const name = field.toLowerCase()
    if (HEADERS.has(name))
      headers[name] = VISIBLE.test(value) ? value : refuse(field, 'is no header')
    else if (field !== 'content' && name !== 'content-length') parameters.append(field, value)
  }
  if (!/^(?:1\.0|$)/.test(headers[VERSION] ?? version))
    refuse('X-Experience-API-Version', 'must be 1.0 in the alternate syntax')
  if (content !== null) headers['content-type'] ??= 'application/json'
  return { method, search: String(parameters), headers, body: Buffer.from(content ?? '') }
}

function refuse(field: string, message: string): never {
  throw refusal(400, 'invalid_request', 'The request', [
    { field, code: 'alternate_syntax', message },
  ])
}
