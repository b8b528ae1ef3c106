import { retryAfterMs, type ErrorCode, type FieldFault } from '@mobieus/contract'

/** The facts of a failure beside its code, by the names of the contract. */
export interface ErrorFacts {
  readonly required_scope?: string
  readonly current_plan?: string
  readonly required_plans?: readonly string[]
  /** Whether there are more faults than `details` lists. */
  readonly details_truncated?: boolean
  readonly [name: string]: unknown
}

/**
 * An answer that is not a success. Thrown by `call`, `callRaw` and `paginate`, after the retries.
 * A request that got no answer at all rejects as fetch does (TypeError, `TimeoutError`, the
 * caller's abort reason), never with this.
 */
export class ApiError extends Error {
  /** The HTTP status. */
  readonly status: number
  /** Stable, to be compared; `unknown` when what answered was not the API (a proxy, say). */
  readonly code: ErrorCode | 'unknown' | (string & {})
  /** Every fault of the request, with `invalid_request` and `validation_failed`; at most 100. */
  readonly details: readonly FieldFault[]
  /** Facts that come with the code: `required_scope`, `current_plan`, `required_plans` … */
  readonly facts: ErrorFacts
  /** The id of the failed request, to be quoted when asking for support. */
  readonly requestId: string | undefined
  /** The page about the code. */
  readonly docUrl: string | undefined
  /** Seconds to wait before trying again, when the answer says so. */
  readonly retryAfter: number | undefined
  readonly headers: Headers
  /** The body as it came: parsed when it was JSON, otherwise text. */
  readonly body: unknown

  constructor(response: Response, body: unknown) {
    const { message, detail, code, details, doc_url, type, request_id, ...rest } = facts(body)
    super(String(message ?? detail ?? `HTTP status ${response.status}`))
    this.name = 'ApiError'
    this.status = response.status
    this.code = typeof code === 'string' ? code : 'unknown'
    this.details = Array.isArray(details) ? details : []
    this.facts = rest
    this.requestId = text(request_id) ?? response.headers.get('x-request-id') ?? undefined
    this.docUrl = text(doc_url) ?? text(type)
    const waitMs = retryAfterMs(response.headers.get('retry-after'), Date.now())
    if (waitMs !== undefined) this.retryAfter = Math.ceil(waitMs / 1000)
    this.headers = response.headers
    this.body = body
  }
}

/** The members of the envelope's `error`, or of an RFC 9457 or SCIM body, which has them outside. */
function facts(body: unknown): Record<string, unknown> {
  if (!isRecord(body)) return {}
  if (isRecord(body.error)) return body.error
  const { status: _, title: _title, ...members } = body
  return members
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
