import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { Problem, type BinaryAnswer, type OperationRow } from '@mobieus/contract'
import { answerOf } from './answers.ts'
import { hasBody } from './body.ts'
import { heldAgainst } from './conditional.ts'
import type { Answer, Exchange, Failure, RouterOptions } from './exchange.ts'
import { createLocator } from './location.ts'
import { removeFiles, type UploadOptions } from './multipart.ts'
import { createReader, readParameters, type Reader, type RequestParts } from './read.ts'
import { readBody, requireNoBody } from './read-body.ts'
import { requestAs, type Rewritten } from './rewritten.ts'
import { createRoutes, malformed, malformedPath, prefixOf, type Match } from './routes.ts'

/**
 * The router: from a request on the wire to a handler and back, for any contract. It knows
 * routes, methods, parameters, bodies and validation; who may call and what a transaction is come
 * in through the hooks.
 */

export type {
  Answer,
  AnswerHeaders,
  Exchange,
  Failure,
  Handlers,
  RouterOptions,
} from './exchange.ts'

/** The placeholder of an operation that nobody has written yet: 501 `not_implemented`. */
export const notImplemented = (operationId: string): Problem =>
  new Problem(501, 'not_implemented', `${operationId} is not implemented yet.`)

/** The failure of an error that says nothing to whoever called: 500 `internal_error`. */
export const internalError = (): Problem =>
  new Problem(500, 'internal_error', 'Something broke on our side; nothing was changed.')

export type Router = (
  req: IncomingMessage,
  res: ServerResponse,
  next?: (error?: unknown) => void,
) => void

/**
 * One `(req, res, next)` function for all operations of a contract; it mounts in any Express app or in
 * front of one. Unknown paths go to `next`, or answer 404 without one.
 */
export function createRouter<State = undefined>(options: RouterOptions<State>): Router {
  const { operations, validators, handlers, prefixes = [] } = options
  const find = createRoutes(operations, prefixes)
  const locators = new Map(
    Object.entries(operations).map(([id, row]) => [id, createLocator(row, operations)] as const),
  )
  const readers = new Map<string, Reader>()
  const { bodyLimit = 1_048_576, uploads = usualUploads } = options
  for (const [id, row] of Object.entries(operations))
    readers.set(id, createReader(row, validators[id] ?? {}, bodyLimit, uploads))

  async function plainPerform(exchange: Exchange<State>, request: RequestParts): Promise<Answer> {
    const id = exchange.operationId as string
    const handler = handlers[id] as ((ctx: unknown, request: RequestParts) => unknown) | undefined
    if (!handler) throw notImplemented(id)
    const body = await handler(options.context ?? {}, request)
    const row = exchange.operation as OperationRow
    return answerOf(row, { status: row.statuses[0] ?? 200, body })
  }
  const perform = options.perform ?? plainPerform

  /** Never rejects. */
  async function serve(exchange: Exchange<State>, match: Match | undefined): Promise<void> {
    try {
      await run(exchange, match)
    } catch (error) {
      await options.onRefusal?.(exchange, error)
      fail(exchange, error)
    }
    if (exchange.files)
      await removeFiles(exchange.files).catch((error: unknown) =>
        options.onError?.(exchange, error),
      )
  }

  async function run(exchange: Exchange<State>, match: Match | undefined): Promise<void> {
    const entered = options.enter?.(exchange)
    if (entered) await entered
    if (exchange.res.writableEnded) return
    const rewriting = options.rewrite?.(exchange)
    if (rewriting) rewrite(exchange, await rewriting)
    const { req } = exchange
    // A preflight that is refused hides from a script that there is no such path.
    if (isPreflight(req) && (!match || match === malformed))
      return send(exchange, { status: 204, text: undefined })
    if (match === malformed) throw malformedPath()
    if (!match) throw new Problem(404, 'not_found', 'There is no such path.')
    const id = operationOf(req.method as string, match.route.operations)
    if (req.method === 'OPTIONS' && !match.route.operations.options) {
      exchange.headers.Allow = match.route.allow
      send(exchange, { status: 204, text: undefined })
      return
    }
    if (!id)
      throw new Problem(405, 'method_not_allowed', `${req.method} is not a method of this path.`, {
        headers: { Allow: match.route.allow },
      })
    exchange.operationId = id
    exchange.operation = operations[id] as OperationRow
    exchange.template = match.route.path
    const admitted = options.admit?.(exchange)
    if (admitted) await admitted
    const reader = readers.get(id) as Reader
    const request: RequestParts = readParameters(reader, req, match.path, exchange.search)
    if (reader.row.body) request.body = await readBody(reader, req, exchange)
    else if (reader.row.method !== 'get' && hasBody(req)) await requireNoBody(reader, req)
    exchange.request = request
    const answer = await perform(exchange, request)
    const locate = answer.status === 201 ? locators.get(id) : undefined
    if (locate && answer.text !== undefined)
      exchange.headers.Location = locate(match.route.path, answer.body ?? JSON.parse(answer.text))
    if (answer.headers) {
      Object.assign(exchange.headers, answer.headers)
      const held = heldAgainst(req, answer.headers.ETag)
      if (held) return send(exchange, held)
    }
    if (answer.stream) await sendStream(exchange, answer, answer.stream)
    else send(exchange, answer)
  }

  function send(exchange: Exchange<State>, answer: Answer): void {
    const { status, text, bytes } = answer
    const { req, res, headers } = exchange
    const payload = bytes ?? text
    if (payload !== undefined)
      headers['Content-Type'] ??= answer.type ?? 'application/json; charset=utf-8'
    if (bytes) headers['Content-Security-Policy'] ??= SANDBOX
    if (status !== 204 && status !== 304)
      headers['Content-Length'] = Buffer.byteLength(payload ?? '')
    res.writeHead(status, headers)
    res.end(req.method === 'HEAD' ? undefined : payload)
    options.onAnswer?.(exchange, status, text)
  }

  async function sendStream(exchange: Exchange<State>, answer: Answer, binary: BinaryAnswer) {
    const { status } = answer
    const { req, res, headers } = exchange
    // The stream is opened before the head is sent, because its failure can still be answered then.
    const stream = req.method === 'HEAD' ? undefined : await binary.open()
    headers['Content-Type'] = answer.type ?? 'application/octet-stream'
    headers['Content-Security-Policy'] = SANDBOX
    Object.assign(headers, binary.headers)
    if (binary.length !== undefined) headers['Content-Length'] = binary.length
    res.writeHead(status, headers)
    // A caller who hangs up half way has been answered, too.
    if (stream) await pipeline(stream, res).catch((error: unknown) => broken(exchange, error))
    else res.end()
    options.onAnswer?.(exchange, status, undefined)
  }

  function broken(exchange: Exchange<State>, error: unknown): void {
    const hungUp = (error as { code?: string }).code === 'ERR_STREAM_PREMATURE_CLOSE'
    if (!hungUp) options.onError?.(exchange, error)
  }

  function fail(exchange: Exchange<State>, error: unknown): void {
    const { req } = exchange
    // The caller has left: there is no answer to send, and no fault of ours to report.
    if (req.destroyed && !req.complete) return options.onAnswer?.(exchange, HUNG_UP, undefined)
    const told = error instanceof Problem ? error : options.explain?.(error)
    const { res } = exchange
    if (res.destroyed && !res.headersSent && told)
      return options.onAnswer?.(exchange, HUNG_UP, undefined)
    if (!(error instanceof Problem)) options.onError?.(exchange, error)
    if (res.headersSent) return void res.destroy()
    const problem = told ?? internalError()
    const failure = options.describe?.(exchange, problem) ?? plainFailure(problem)
    const { status, type, body } = failure
    Object.assign(exchange.headers, problem.headers, failure.headers, { 'Content-Type': type })
    send(exchange, { status, text: JSON.stringify(body) })
  }

  return (req, res, next) => {
    const url = req.url as string
    const cut = url.indexOf('?')
    const path = cut < 0 ? url : url.slice(0, cut)
    const match = find(path)
    const prefix = match?.route.prefix ?? prefixOf(path, prefixes)
    if (!match && next && prefix === undefined) return next()
    const state = options.createState?.(prefix) as State
    const exchange: Exchange<State> = {
      req,
      res,
      path,
      search: cut < 0 ? '' : url.slice(cut + 1),
      prefix,
      startedAt: performance.now(),
      headers: options.createHeaders?.(state) ?? {},
      operationId: undefined,
      operation: undefined,
      template: undefined,
      bytes: undefined,
      files: undefined,
      request: undefined,
      state,
    }
    void serve(exchange, match)
  }
}

/** The status in logs and metrics of an exchange whose caller left before it was answered; never sent. */
const HUNG_UP = 499

const usualUploads: UploadOptions = {
  folder: path.join(tmpdir(), 'uploads'),
  limitBytes: 50 * 1_048_576,
}

/** The policy for bytes of members: opened in a browser they run nothing and reach nothing. */
const SANDBOX = "default-src 'none'; sandbox"

const isPreflight = ({ method, headers }: IncomingMessage): boolean =>
  method === 'OPTIONS' && headers['access-control-request-method'] !== undefined

/** HEAD is GET without the body, unless the contract says otherwise. */
function operationOf(method: string, operations: Readonly<Partial<Record<string, string>>>) {
  return operations[method.toLowerCase()] ?? (method === 'HEAD' ? operations.get : undefined)
}

function rewrite(exchange: Exchange<unknown>, meant: Rewritten): void {
  exchange.req = requestAs(exchange.req, exchange.path, meant)
  exchange.search = meant.search
}

const plainFailure = (problem: Problem): Failure => ({
  status: problem.status,
  type: 'application/json; charset=utf-8',
  body: {
    error: {
      code: problem.code,
      message: problem.message,
      ...(problem.details && { details: problem.details }),
      ...problem.facts,
    },
  },
})
