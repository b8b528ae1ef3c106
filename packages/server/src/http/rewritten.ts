import { IncomingMessage } from 'node:http'

/** A request that came in another syntax, as it is meant. */
export interface Rewritten {
  readonly method: string
  /** The query, without its question mark. */
  readonly search: string
  /** Headers that replace those of the same name. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

/** Headers that describe the body as it came, and not as it is meant. */
const OF_BODY = [
  'content-type',
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'expect',
]

/** The request as it is meant, on the connection that it came on. */
export function requestAs(
  came: IncomingMessage,
  path: string,
  { method, search, headers, body }: Rewritten,
): IncomingMessage {
  const rest = Object.entries(came.headers).filter(([name]) => !OF_BODY.includes(name))
  const req = new IncomingMessage(came.socket)
  req.method = method
  req.url = search === '' ? path : `${path}?${search}`
  req.headers = { ...Object.fromEntries(rest), ...headers }
  if (body.length > 0) {
    req.headers['content-length'] = String(body.length)
    req.push(body)
  }
  req.push(null)
  req.complete = true
  return req
}
