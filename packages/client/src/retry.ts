import { retryAfterMs } from '@mobieus/contract'
import { backoffMs, pause } from './backoff.ts'
import { isJson } from './media.ts'

/** `fetch` as the client knows it: one request, one answer. */
export type Fetch = (request: Request) => Promise<Response>

/** The settings of retries: number, time and patience. */
export interface RetryOptions {
  /** Further attempts after the first. */
  readonly maxRetries: number
  /** Milliseconds for one attempt, its JSON answer included. */
  readonly timeoutMs: number
  /** Milliseconds that the first wait may last; each further one may last twice as long. */
  readonly backoffMs: number
  /** An answer whose `Retry-After` asks for more milliseconds than this is not repeated. */
  readonly maxWaitMs: number
  readonly fetch: Fetch
}

/**
 * A fetch that repeats what may be repeated, with the identical request, `Idempotency-Key`
 * included. Repeated are
 *
 * - 429, always: it is refused before anything is done;
 * - network faults, timeouts, 500, 502, 503, 504 and 409 `idempotency_in_progress`, where a second
 *   execution does no harm. That is GET, HEAD, PUT, DELETE, or anything with an `Idempotency-Key`.
 *
 * Resolves with the last answer, whatever its status. Rejects as fetch does: with the reason of the
 * caller's signal, a `TimeoutError`, or a TypeError when there is no connection.
 */
export function retryingFetch(options: RetryOptions): Fetch {
  return async (request) => {
    for (let attempt = 0; ; attempt++) {
      const last = attempt >= options.maxRetries
      let waitMs = backoffMs(attempt, options.backoffMs)
      try {
        const response = await attemptOnce(request, options)
        if (last || !(await deservesRetry(request, response))) return response
        waitMs = retryAfterMs(response.headers.get('retry-after'), Date.now()) ?? waitMs
        if (waitMs > options.maxWaitMs) return response
        await response.body?.cancel()
      } catch (error) {
        if (last || request.signal.aborted || !isRepeatable(request)) throw error
      }
      await pause(waitMs, request.signal)
    }
  }
}

async function attemptOnce(request: Request, options: RetryOptions): Promise<Response> {
  const overdue = new AbortController()
  const timer = setTimeout(() => {
    overdue.abort(new DOMException(`no answer within ${options.timeoutMs} ms`, 'TimeoutError'))
  }, options.timeoutMs)
  try {
    const signal = AbortSignal.any([request.signal, overdue.signal])
    const response = await options.fetch(new Request(request.clone(), { signal }))
    // Read here, a connection that breaks within the answer is a fault like any other. Another answer
    // than JSON may be large and is left to stream, without a deadline.
    return isJson(response) ? await withWholeBody(response) : response
  } finally {
    clearTimeout(timer)
  }
}

async function withWholeBody(response: Response): Promise<Response> {
  if (response.body === null) return response
  const whole = new Response(await response.arrayBuffer(), response)
  return Object.defineProperty(whole, 'url', { value: response.url })
}

async function deservesRetry(request: Request, response: Response): Promise<boolean> {
  if (response.status === 429) return true
  if (!isRepeatable(request)) return false
  if ([500, 502, 503, 504].includes(response.status)) return true
  return response.status === 409 && (await errorCode(response)) === 'idempotency_in_progress'
}

async function errorCode(response: Response): Promise<unknown> {
  if (!isJson(response)) return undefined
  const body = await response
    .clone()
    .json()
    .catch(() => undefined)
  return body?.error?.code ?? body?.code
}

function isRepeatable(request: Request): boolean {
  return !['POST', 'PATCH'].includes(request.method) || request.headers.has('idempotency-key')
}
