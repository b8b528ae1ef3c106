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
  /** As it is meant, where it came in other words. */
  req: IncomingMessage
  readonly res: ServerResponse
  readonly path: string
  search: string
  /** Which of the router's prefixes it is below, as the contract writes it, whatever escapes it came in. */
  readonly prefix: string | undefined
  readonly startedAt: number
  /** What the answer will carry; written at once, which costs half of setting one by one. */
  readonly headers: AnswerHeaders
  operationId: string | undefined
  operation: OperationRow | undefined
  /** Which path of the contract it took, that of an alias as it stands there. */
  template: string | undefined
  /** The body as it came, once it was read; for observers. */
  bytes: Buffer | undefined
  /** Files that arrived with it; removed when it is answered, unless they were moved on. */
  files: string[] | undefined
  /** What the handler gets, once it was found valid. */
  request: RequestParts | undefined
  state: State
}

/** A successful answer: the status, and one of text, bytes at hand, bytes to be opened, or nothing. */
export interface Answer {
  readonly status: number
  readonly text: string | undefined
  /** The value that the text is of, where it is at hand. */
  readonly body?: unknown
  readonly content?: Uint8Array
  readonly bytes?: BinaryAnswer
  /** The media type; JSON when left out. */
  readonly type?: string
  readonly headers?: Readonly<AnswerHeaders>
}

/** What a failure is answered with. */
export interface Failure {
  readonly status: number
  readonly type: string
  readonly body: unknown
}

export type Handlers = Readonly<
  Record<string, (ctx: never, request: never) => unknown | Promise<unknown>>
>

/** What a service adds to the router. Each hook may throw a `Problem`. */
export interface RouterOptions<State> {
  readonly operations: Readonly<Record<string, OperationRow>>
  readonly validators: Readonly<Record<string, OperationValidators>>
  readonly handlers: Handlers
  /** Largest body in bytes; 1 MiB when left out. */
  readonly bodyLimit?: number
  /** Of multipart requests; 50 MiB a file in the system's temporary folder when left out. */
  readonly uploads?: UploadOptions
  /**
   * These paths, and all below them, answer 404 here, in any letter case, where there is no such path;
   * other unknown paths are passed on to `next`.
   */
  readonly prefixes?: readonly string[]
  readonly createState?: () => State
  /** Before anything else: request id, tenant, CORS. */
  readonly enter?: (exchange: Exchange<State>) => void | Promise<void>
  /** Before it is routed: what a request means that came in other words. */
  readonly rewrite?: (exchange: Exchange<State>) => Promise<Rewritten> | undefined
  /** Before the request is read: who calls, and may they. */
  readonly admit?: (exchange: Exchange<State>) => void | Promise<void>
  /** What handlers get beside their request, where `perform` is left out; an empty object unless given. */
  readonly context?: object
  /** Runs the handler; by default with `context` and the first declared status. */
  readonly perform?: (exchange: Exchange<State>, request: RequestParts) => Promise<Answer>
  /** What a failure is answered with. */
  readonly describe?: (exchange: Exchange<State>, problem: Problem) => Failure
  /** Turns an error that is no `Problem` into one, where more can be said than "internal error". */
  readonly explain?: (error: unknown) => Problem | undefined
  /** Told of every error that is no `Problem`. */
  readonly onError?: (exchange: Exchange<State>, error: unknown) => void
  /** Told of every exchange when its answer is complete. */
  readonly onAnswer?: (exchange: Exchange<State>, status: number, text: string | undefined) => void
}
