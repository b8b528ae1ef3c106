import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import type { ErrorCode } from '@mobieus/contract'
import { problem } from '@mobieus/domain/kit'
import { bareAnswerOf } from './bare-answer.ts'
import { closeGently, refuseInTurn } from './http/connection.ts'

/** An error that Node raises about a request that it could not read. */
interface ParseError extends Error {
  readonly code?: string
  /** The bytes that came last, and how many of them were read. */
  readonly rawPacket?: Buffer
  readonly bytesParsed?: number
}

/**
 * Answers bytes that Node could not read as a request, with the envelope, a request id and CORS like any
 * other fault. The answer follows those to earlier requests and ends the connection, because the next
 * request's beginning is unknown.
 */
export function answerUnparsed(error: ParseError, socket: Socket): void {
  if (error.code === 'ECONNRESET') return void socket.destroy()
  refuseInTurn(socket, () => refuse(socket, ...reasonOf(error)))
}

/** A tunnel to somewhere else is nothing that an origin gives. */
export const refuseConnect = (socket: Socket): void =>
  refuseInTurn(socket, () => refuse(socket, 'not_implemented', 'CONNECT is not implemented here.'))

function reasonOf(error: ParseError): [code: ErrorCode, message: string] {
  const line = lineOf(error)
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      return /^[A-Z]+ /.test(line)
        ? ['uri_too_long', 'The target is too long.']
        : ['headers_too_large', 'The headers are larger than 16 KiB.']
    case 'HPE_INVALID_METHOD': {
      const [, method] = /^([!#$%&'*+.^_`|~\w-]{1,100})(?: |$)/.exec(line) ?? []
      if (method) return ['not_implemented', `${method} is not a method that is known here.`]
      break
    }
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return ['invalid_request', 'The request cannot be read. It did not arrive in time.']
  }
  return ['invalid_request', 'The request cannot be read. It is not HTTP/1.1.']
}

/** The line in which reading ended, as far as it came with the last bytes. */
function lineOf({ rawPacket, bytesParsed = 0 }: ParseError): string {
  if (!rawPacket) return ''
  const begin = bytesParsed === 0 ? 0 : rawPacket.lastIndexOf('\n', bytesParsed - 1) + 1
  const end = rawPacket.indexOf('\n', begin)
  return rawPacket.toString('latin1', begin, end < 0 ? undefined : end)
}

function refuse(socket: Socket, code: ErrorCode, message: string): void {
  if (!socket.writable) return void socket.destroy()
  const { status, headers, body } = bareAnswerOf(problem(code, message))
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...fields]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  closeGently(socket)
}
