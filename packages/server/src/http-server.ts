import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import { problem } from '@mobieus/domain/kit'
import { envelopeOf } from './dialects/envelope.ts'
import { inTurn, letGoOfIdle } from './http/connection.ts'
import { awaitInvitation } from './http/continue.ts'
import { settleHead } from './http/head.ts'
import { createRequestId } from './stages/request-id.ts'
import { answerUnparsed, refuseConnect } from './unparsed.ts'

/**
 * The time for which a caller may leave an answer unread, and a connection idle, before it is closed.
 */
const UNREAD_MS = 65_000

/**
 * Node's server, whose own answers are replaced by those of the contract. Requests of a connection come
 * in turn, each with one target and one host.
 */
export function createHttpServer(onRequest: RequestListener, unreadMs = UNREAD_MS): Server {
  const begin: RequestListener = (req, res) => {
    const fault = settleHead(req)
    if (!fault) return onRequest(req, res)
    const { code, field, message } = fault
    const details = field === undefined ? undefined : [{ field, code: 'header', message }]
    const failure = problem(
      code,
      field === undefined ? message : `The request has a fault: ${field} ${message}.`,
      { details },
    )
    const requestId = createRequestId()
    const body = JSON.stringify(envelopeOf(failure, requestId, undefined))
    res.writeHead(failure.status, {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
      'X-Request-Id': requestId,
      'Access-Control-Allow-Origin': '*',
      Connection: 'close',
    })
    res.end(req.method === 'HEAD' ? undefined : body)
  }
  const taken = inTurn(begin)
  const server = createServer(
    {
      // An upload of 50 MiB takes five minutes on 1.4 Mbit/s.
      requestTimeout: 300_000,
      headersTimeout: 10_000,
      keepAliveTimeout: 65_000,
      // A missing host is refused by the stage that finds the tenant.
      requireHostHeader: false,
    },
    taken,
  )
  server.on('checkContinue', (req, res) => {
    awaitInvitation(req, res)
    taken(req, res)
  })
  // An expectation that nobody knows may be ignored (RFC 9110, 10.1.1).
  server.on('checkExpectation', taken)
  server.on('clientError', (error, socket) => answerUnparsed(error, socket as Socket))
  server.on('connect', (_req, socket) => refuseConnect(socket as Socket))
  letGoOfIdle(server, unreadMs)
  // A caller who has closed its half of the connection still waits for the answer.
  ;(server as { httpAllowHalfOpen?: boolean }).httpAllowHalfOpen = true
  return server
}
