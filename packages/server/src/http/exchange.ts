import type { IncomingMessage, ServerResponse } from 'node:http'
import type { BinaryAnswer, OperationRow, Problem } from '@mobieus/contract'
import type { OperationValidators } from '@mobieus/contract/artifacts'
import type { UploadOptions } from './multipart.ts'
import type { RequestParts } from './read.ts'
import type { Rewritten } from './rewritten.ts'

/** Headers of an answer, by their names as they are sent. */
export type AnswerHeaders = Record<string, string | number>

/** One request on its way. Hooks keep what they learn in `state`. */
export interface Exchange<State = unknown> {
  /** The request; as it is meant, where it came in another syntax. */
  req: IncomingMessage
  readonly res: ServerResponse
  readonly path: string
  search: string
  /**
   * The router's prefix that it is below, as the contract writes it, whatever escapes it came in.
   */
  readonly prefix: string | undefined
  readonly startedAt: number
  /** The headers of the answer; written all at once, which costs half of setting one by one. */
  readonly headers: AnswerHeaders
  operationId: string | undefined
  operation: OperationRow | undefined
  /** The path of the contract that it took; an alias as the contract writes it. */
  template: string | undefined
  /** The body as it came, once it was read; for observers. */
  bytes: Buffer | undefined
  /** Files that arrived with it; removed when it is answered, unless they were moved on. */
  files: string[] | undefined
  /** The validated request, for the handler. */
  request: RequestParts | undefined
  state: State
}

/** A successful answer: the status, and one of text, bytes, a stream, or nothing. */
export interface Answer {
  readonly status: number
  readonly text: string | undefined
  /** The value that the text is of, where it is at hand. */
  readonly body?: unknown
  /** Bytes at hand. */
  readonly bytes?: Uint8Array
  /** Bytes that are opened when they are sent. */
  readonly stream?: BinaryAnswer
  /** The media type; JSON when left out. */
  readonly type?: string
  readonly headers?: Readonly<AnswerHeaders>
}

/** The answer to a failure. */
export interface Failure {
  readonly status: number
  readonly type: string
  readonly body: unknown
  readonly headers?: Readonly<AnswerHeaders>
}

export type Handlers = Readonly<
  Record<string, (ctx: never, request: never) => unknown | Promise<unknown>>
>

/** The hooks and settings of a router. Each hook may throw a `Problem`. */
export interface RouterOptions<State> {
  readonly operations: Readonly<Record<string, OperationRow>>
  readonly validators: Readonly<Record<string, OperationValidators>>
  readonly handlers: Handlers
  /** Largest body in bytes; 1 MiB when left out. */
  readonly bodyLimit?: number
  /**
   * The limits of multipart requests; 50 MiB a file in the system's temporary folder when left out.
   */
  readonly uploads?: UploadOptions
  /**
   * Prefixes below which an unknown path is answered 404 here, in any letter case; other unknown paths
   * are passed on to `next`.
   */
  readonly prefixes?: readonly string[]
  readonly createState?: (prefix: string | undefined) => State
  /** The headers that every answer begins with; none when left out. */
  readonly createHeaders?: (state: State) => AnswerHeaders
  /** Runs first: request id, tenant, CORS. */
  readonly enter?: (exchange: Exchange<State>) => void | Promise<void>
  /** Runs before routing: reads a request that came in another syntax. */
  readonly rewrite?: (exchange: Exchange<State>) => Promise<Rewritten> | undefined
  /** Runs before the request is read: authenticates and authorises the caller. */
  readonly admit?: (exchange: Exchange<State>) => void | Promise<void>
  /** The context of handlers where `perform` is left out; an empty object unless given. */
  readonly context?: object
  /** Runs the handler; by default with `context` and the first declared status. */
  readonly perform?: (exchange: Exchange<State>, request: RequestParts) => Promise<Answer>
  /** Runs before a failure is answered, and never rejects. */
  readonly onRefusal?: (exchange: Exchange<State>, error: unknown) => Promise<void> | undefined
  /** The answer to a failure. */
  readonly describe?: (exchange: Exchange<State>, problem: Problem) => Failure
  /** Turns an error that is no `Problem` into one, where more can be said than "internal error". */
  readonly explain?: (error: unknown) => Problem | undefined
  /** Told of every error that is no `Problem`. */
  readonly onError?: (exchange: Exchange<State>, error: unknown) => void
  /** Told of every exchange when its answer is complete. */
  readonly onAnswer?: (exchange: Exchange<State>, status: number, text: string | undefined) => void
}
