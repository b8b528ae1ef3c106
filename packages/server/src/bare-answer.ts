import type { Problem } from '@mobieus/contract'
import { envelopeOf } from './dialects/envelope.ts'
import { createRequestId } from './stages/request-id.ts'

/** The answer to a request that no stage has seen. */
export interface BareAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: string
}

/** A failure with its envelope, a request id and CORS like any other; the connection ends with it. */
export function bareAnswerOf(failure: Problem): BareAnswer {
  const requestId = createRequestId()
  const body = JSON.stringify(envelopeOf(failure, requestId, undefined))
  const headers = {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'X-Request-Id': requestId,
    'Access-Control-Allow-Origin': '*',
    Connection: 'close',
  }
  return { status: failure.status, headers, body }
}
