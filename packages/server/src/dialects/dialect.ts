import type { IncomingMessage } from 'node:http'
import type { OperationId, OperationRow, Problem } from '@mobieus/contract'
import type { Context, Settings } from '@mobieus/domain/kit'
import type { Rewritten } from '../http/rewritten.ts'
import type { AnswerHeaders, Failure } from '../http/router.ts'

/** The facts of a request that its failure may depend on. */
export interface Asked {
  readonly req: IncomingMessage
  readonly requestId: string
}

/** An operation that was refused, and the path that was called. */
export interface RefusedCall {
  readonly operationId: OperationId
  readonly operation: OperationRow
  readonly path: string
}

/** A dialect: how the operations of a base speak, where that differs between bases. */
export interface Dialect {
  /** The answer to a failure, its status included. */
  failure(problem: Problem, asked: Asked): Failure
  /**
   * The note that is left of a refusal of an admitted caller, in a transaction of its own; `undefined` where none is.
   */
  refused?(problem: Problem, call: RefusedCall): ((ctx: Context) => void) | undefined
  /** Headers of every answer, failures included, by the request and what its tenant has set, once that is known. */
  headersFor?(req: IncomingMessage, settings: Settings | undefined): AnswerHeaders
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
