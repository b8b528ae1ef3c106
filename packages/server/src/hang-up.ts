import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import { leave, type Database, type Waiter } from '@mobieus/db'

/** The other end of a connection, as long as it is there. */
interface Peer extends Waiter {
  /** The answer that it waits for. */
  res: ServerResponse | undefined
}

/** A waiter that never leaves. */
export const UNTIRING: Waiter = { left: false }

const PEER = Symbol('peer')
type Watched = Socket & { [PEER]?: Peer }

/**
 * The pause after which, and between which, a caller who has closed its half of the connection is
 * probed.
 */
const ASK_MS = 500

/**
 * Cancels what runs in the database for callers who have gone, so that nobody else waits for the
 * connection it holds. One listener for each connection; a request costs a field that is set.
 */
export function noticeHangUps(server: Server, db: Database): void {
  server.on('connection', (socket: Watched) => {
    const peer: Peer = { left: false, res: undefined }
    socket[PEER] = peer
    socket.once('end', () => ask(socket, peer))
    socket.once('close', () => leave(db, peer))
  })
}

/** The waiter for the answer to this request. */
export function waiterOf({
  req,
  res,
}: {
  readonly req: IncomingMessage
  readonly res: ServerResponse
}): Waiter | undefined {
  const peer = (req.socket as Watched)[PEER]
  if (peer) peer.res = res
  return peer
}

/**
 * Probes a caller that has closed its half of the connection. One that waits and one that is gone look
 * the same until something is sent. That is an interim answer (RFC 9110, 15.2), which the former skips
 * and the latter's machine refuses.
 */
function ask(socket: Socket, peer: Peer): void {
  const timer = setInterval(() => {
    const { res } = peer
    if (res && !res.headersSent && res.req.httpVersionMinor > 0) res.writeProcessing()
  }, ASK_MS)
  timer.unref()
  socket.once('close', () => clearInterval(timer))
}
