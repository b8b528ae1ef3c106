import type { IncomingMessage } from 'node:http'
import { answerHeaders, operations } from '@mobieus/contract'
import type { AnswerHeaders } from '../http/router.ts'
import type { State } from '../state.ts'

const METHODS = 'GET, POST, PUT, PATCH, DELETE, OPTIONS'
const HEADERS = 'Authorization, Content-Type, X-CSRF-TOKEN'
const MAX_AGE_SECONDS = '600'

/** Every request header that some operation declares, by its lower-case name. */
const declared = new Map(
  Object.values(operations)
    .flatMap((row) => row.parameters as readonly { name: string; in: string }[])
    .filter((parameter) => parameter.in === 'header')
    .map(({ name }) => [name.toLowerCase(), name.replace(/(?:^|-)[a-z]/g, (c) => c.toUpperCase())]),
)

/** Response headers of the contract that a script in a browser may read. */
const EXPOSED = answerHeaders.join(', ')

/**
 * The headers that every answer begins with. Below a base that other origins may call, CORS is among
 * them, for every origin. The three documented headers stand word for word, with the readable ones;
 * credentials are never allowed. It is open until the tenant, and so its origins, are known: an earlier
 * failure is readable by anyone. One literal, because an object that grows by each header takes three
 * times as long.
 */
export function openingHeaders({
  requestId,
  base,
}: Pick<State, 'requestId' | 'base'>): AnswerHeaders {
  return base.cors
    ? {
        'X-Request-Id': requestId,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        'Access-Control-Allow-Origin': '*',
        'Access-Control-Allow-Methods': METHODS,
        'Access-Control-Allow-Headers': HEADERS,
        'Access-Control-Expose-Headers': EXPOSED,
      }
    : {
        'X-Request-Id': requestId,
        'Cache-Control': 'no-store',
        'X-Content-Type-Options': 'nosniff',
        'Cross-Origin-Resource-Policy': 'same-origin',
      }
}

/**
 * Restricts CORS to the origins that the tenant lists, if any; the answer then varies by origin.
 */
export function restrictCors(
  req: IncomingMessage,
  headers: AnswerHeaders,
  allowedOrigins: readonly string[],
): void {
  if (allowedOrigins.length === 0) return
  const { origin } = req.headers
  headers.Vary = 'Origin'
  if (origin !== undefined && allowedOrigins.includes(origin))
    headers['Access-Control-Allow-Origin'] = origin
  else delete headers['Access-Control-Allow-Origin']
}

/**
 * The further headers of a preflight's answer: how long it holds, and those declared request headers
 * that it asks for. They are not always listed, because the documented value is a promise.
 */
export function applyPreflight(req: IncomingMessage, headers: AnswerHeaders): void {
  const asked = (req.headers['access-control-request-headers'] ?? '').split(',')
  const granted = asked.map((name) => declared.get(name.trim().toLowerCase())).filter(Boolean)
  headers['Access-Control-Max-Age'] = MAX_AGE_SECONDS
  headers['Access-Control-Allow-Headers'] = [HEADERS, ...new Set(granted)].join(', ')
}
