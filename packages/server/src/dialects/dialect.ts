import type { IncomingMessage } from 'node:http'
import type { Problem } from '@mobieus/contract'
import type { Rewritten } from '../http/rewritten.ts'
import type { AnswerHeaders, Failure } from '../http/router.ts'

/** The facts of a request that its failure may depend on. */
export interface Asked {
  readonly req: IncomingMessage
  readonly requestId: string
}

/** A dialect: how the operations of a base speak, where that differs between bases. */
export interface Dialect {
  /** The answer to a failure, its status included. */
  failure(problem: Problem, asked: Asked): Failure
  /** Headers of every answer, failures included. */
  readonly headers?: Readonly<AnswerHeaders>
  /**
   * Reads a request that came in another syntax, before it is routed; `read` gives its body. `undefined`
   * for one that came as it is meant.
   */
  rewrite?(
    req: IncomingMessage,
    search: string,
    read: () => Promise<Buffer>,
  ): Promise<Rewritten> | undefined
}
