import type { IncomingHttpHeaders } from 'node:http'
import { hasBody } from './http/body.ts'
import type { ApiExchange } from './state.ts'

/** A request as a judge is shown it. */
export interface JudgedRequest {
  readonly method: string
  readonly url: string
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer | undefined
}

/** An answer as a judge is shown it. */
export interface JudgedAnswer {
  readonly status: number
  /** Its media type, and its text; `undefined` where there is nothing to read. */
  readonly type: string | undefined
  readonly text: string | undefined
}

/** An exchange as a judge is told of it: plain data, so that it may sit in another process. */
export interface Observed {
  readonly request: JudgedRequest
  /** Whether we found the request valid; `undefined` where there is nothing to compare. */
  readonly accepted: boolean | undefined
  readonly answer: JudgedAnswer
}

/** The record of an answered exchange for a judge; `undefined` where no operation was called. */
export function observedOf(
  exchange: ApiExchange,
  status: number,
  text: string | undefined,
): Observed | undefined {
  if (!exchange.operationId) return undefined
  const { req } = exchange
  const request: JudgedRequest = {
    // The judge knows declared methods only; HEAD is GET without the body.
    method: req.method === 'HEAD' ? 'GET' : (req.method as string),
    url: urlOf(exchange),
    headers: req.headers,
    body: exchange.bytes?.length ? exchange.bytes : undefined,
  }
  // The judge sees JSON only; files, parts and bytes, JSON that is taken as bytes among them, are there as digests.
  const isRaw = exchange.operation?.body?.content['application/json'] === 'bytes'
  const unread = isRaw || (hasBody(req) && !/[/+]json\b/.test(req.headers['content-type'] ?? ''))
  // A body where none is declared: the judge does not look at it.
  const needless = !exchange.operation?.body && hasBody(req)
  // Refused before it was read: nothing to compare.
  const read =
    !unread && !needless && (exchange.request !== undefined || status === 400 || status === 422)
  const accepted = read ? exchange.request !== undefined : undefined
  const type = exchange.headers['Content-Type'] as string | undefined
  return { request, accepted, answer: { status, type, text } }
}

/** The judge knows an operation by its own path, whichever alias it was called by. */
function urlOf({ req, path, search, template, operation }: ApiExchange): string {
  if (!operation || !template || template === operation.path) return req.url as string
  const given = path.split('/')
  const named = new Map(template.split('/').map((segment, i) => [segment, given[i]]))
  const own = operation.path.split('/').map((segment) => named.get(segment) ?? segment)
  return own.join('/') + (search === '' ? '' : `?${search}`)
}
