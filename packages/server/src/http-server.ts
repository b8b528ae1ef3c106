import { createServer, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Problem } from '@mobieus/contract'
import { problem } from '@mobieus/domain/kit'
import { bareAnswerOf } from './bare-answer.ts'
import { inTurn, letGoOfIdle } from './http/connection.ts'
import { awaitInvitation } from './http/continue.ts'
import { refuse } from './http/faults.ts'
import { settleHead, type HeadFault } from './http/head.ts'
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
    const { status, headers, body } = bareAnswerOf(problemOf(fault))
    res.writeHead(status, headers)
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

const problemOf = ({ code, field, message }: HeadFault): Problem =>
  field === undefined
    ? problem(code, message)
    : refuse(400, code, 'The request', [{ field, code: 'header', message }])
