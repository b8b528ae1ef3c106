import type { IncomingMessage } from 'node:http'
import type { Problem } from '@mobieus/contract'
import type { Rewritten } from '../http/rewritten.ts'
import type { AnswerHeaders, Failure } from '../http/router.ts'

/** What a failure may depend on. */
export interface Asked {
  readonly req: IncomingMessage
  readonly requestId: string
}

/** How the operations of a base speak, where that differs from one base to the other. */
export interface Dialect {
  /** How a failure looks, its status included. */
  failure(problem: Problem, asked: Asked): Failure
  /** What is sent with every answer, failures included. */
  readonly headers?: Readonly<AnswerHeaders>
  /**
   * Reads a request that came in other words, before it is routed; `read` gives its body. `undefined` for
   * one that came as it is.
   */
  rewrite?(
    req: IncomingMessage,
    search: string,
    read: () => Promise<Buffer>,
  ): Promise<Rewritten> | undefined
}
