import type { OutgoingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { problem } from '@mobieus/domain'
import { envelopeOf } from './failure.ts'
import { createRequestId } from './stages/request-id.ts'

const REASONS: Partial<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: 'Its headers are larger than 16 KiB.',
  ERR_HTTP_REQUEST_TIMEOUT: 'It did not arrive in time.',
}

/**
 * Answers what Node could not read as a request, with the envelope, a request id and CORS like any other
 * fault, and ends the connection: where the next request would begin nobody knows.
 */
export function answerUnparsed(error: Error & { code?: string }, socket: Duplex): void {
  const { _httpMessage: answering } = socket as { _httpMessage?: OutgoingMessage }
  if (error.code === 'ECONNRESET' || !socket.writable || answering?.headersSent)
    return void socket.destroy()
  const reason = REASONS[error.code ?? ''] ?? 'It is not HTTP/1.1.'
  const failure = problem('invalid_request', `The request cannot be read. ${reason}`)
  const requestId = createRequestId()
  const body = JSON.stringify(envelopeOf(failure, requestId, undefined))
  const head = [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Access-Control-Allow-Origin: *',
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy())
}
