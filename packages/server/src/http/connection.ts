import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/**
 * The requests of one connection, in order and one at a time (RFC 9112, 9.3.2). The next is begun when
 * the answer before it has been handed to the network. So writes never overtake each other, and for a
 * caller who does not read no more than one answer is ever prepared. A request that comes alone costs a
 * look-up.
 */

/** As many requests wait on a connection; the last of them is told that the connection ends with it. */
const MOST_WAITING = 100

/**
 * The time for which a connection is still read from, and the bytes thrown away, after its last answer.
 */
const LINGER_MS = 30_000
/** The time after the last answer without any bytes after which it is closed. */
const SILENCE_MS = 5_000

interface Line {
  /** The latest request, begun or waiting, and its answer. */
  req: IncomingMessage | undefined
  last: ServerResponse | undefined
  /** The answer that is being made. */
  current: ServerResponse | undefined
  readonly waiting: (() => void)[]
  /** Whether no further request of it is taken. */
  ended: boolean
}

const LINE = Symbol('line')
type Lined = Socket & { [LINE]?: Line }

function lineOf(socket: Lined): Line {
  return (socket[LINE] ??= {
    req: undefined,
    last: undefined,
    current: undefined,
    waiting: [],
    ended: false,
  })
}

/** Begins each request in its turn. */
export function inTurn(begin: RequestListener): RequestListener {
  return (req, res) => {
    const { socket } = req
    const line = lineOf(socket)
    if (line.ended) return
    const { current, waiting } = line
    line.req = req
    line.last = res
    if (waiting.length === 0 && (!current || current.writableFinished)) {
      line.current = res
      return begin(req, res)
    }
    queue(socket, line, () => {
      line.current = res
      begin(req, res)
    })
    // Further bytes stay in the network until the answers are read.
    socket.pause()
    if (waiting.length < MOST_WAITING) return
    res.shouldKeepAlive = false
    line.ended = true
  }
}

function queue(socket: Socket, line: Line, step: () => void): void {
  line.waiting.push(step)
  if (line.waiting.length === 1) awaitTurn(socket, line)
}

const awaitTurn = (socket: Socket, line: Line) =>
  line.current?.once('close', () => next(socket, line))

function next(socket: Socket, line: Line): void {
  if (socket.destroyed) return
  line.waiting.shift()?.()
  if (line.waiting.length > 0) awaitTurn(socket, line)
  else socket.resume()
}

/**
 * Runs `refuse` in its turn where the latest bytes cannot be read, after the answers to the requests
 * before them, and then ends the connection. A request that is answered already gets no second answer.
 */
export function refuseInTurn(socket: Socket, refuse: () => void): void {
  const line = lineOf(socket)
  if (line.ended) return
  line.ended = true
  const { req, last, current, waiting } = line
  const busy = current !== undefined && !current.writableFinished
  if (!busy && waiting.length === 0) return refuse()
  // The fault is in the body of the latest request: it is that request which is refused.
  const broken = req !== undefined && !req.complete
  if (broken && last === current) {
    if (last?.headersSent) last.once('close', () => closeGently(socket))
    else refuse()
    return
  }
  if (broken) waiting[waiting.length - 1] = refuse
  else queue(socket, line, refuse)
}

/**
 * Ends a connection so that the last answer is read (RFC 9112, 9.6). Bytes that the caller is still
 * sending are read and thrown away. Closing on them would reset the connection and take the answer with
 * it.
 */
export function closeGently(socket: Socket): void {
  lineOf(socket).ended = true
  if (socket.destroyed) return
  socket.end()
  socket.setTimeout(SILENCE_MS)
  const timer = setTimeout(() => socket.destroy(), LINGER_MS)
  timer.unref()
  socket.once('close', () => clearTimeout(timer))
  socket.resume()
}

/**
 * Lets go of connections on which nothing moves: those of callers who do not read, and idle ones. Where an
 * answer is being made, or a body is on its way, the connection stays.
 */
export function letGoOfIdle(server: Server, unreadMs: number): void {
  server.on('connection', (socket) => {
    socket.destroySoon = () => closeGently(socket)
  })
  server.setTimeout(unreadMs, (socket) => {
    const { current, ended } = lineOf(socket)
    const making = current !== undefined && !current.writableFinished && socket.writableLength === 0
    if (making && !ended) socket.setTimeout(unreadMs)
    else socket.destroy()
  })
}
