import type { OperationRow } from '@mobieus/contract'
import { handlers } from '@mobieus/domain'
import { isDownload, notImplemented, unwrap } from '@mobieus/domain/kit'
import { answerOf } from '../http/answers.ts'
import type { RequestParts } from '../http/read.ts'
import type { Answer } from '../http/router.ts'
import type { Services } from '../services.ts'
import type { ApiExchange } from '../state.ts'
import { answerDownload } from './download.ts'

/** The handler of any operation, with the context that its kind of operation has. */
export type AnyHandler<Ctx> = (ctx: Ctx, request: RequestParts) => Promise<unknown>

/** The operation's handler; `501 not_implemented` where the contract is ahead of the code. */
export function handlerOf<Ctx>({ operationId = '' }: ApiExchange): AnyHandler<Ctx> {
  const handler = (handlers as unknown as Record<string, AnyHandler<Ctx> | undefined>)[operationId]
  if (!handler) throw notImplemented(operationId)
  return handler
}

/** The answer to a handler's return value. */
export function toAnswer(
  services: Services,
  exchange: ApiExchange,
  request: RequestParts,
  value: unknown,
): Answer {
  const { operationId, state } = exchange
  const row = exchange.operation as OperationRow
  const returned = unwrap(value, row.statuses[0] ?? 200)
  // A condition that the handler has not checked counts as failed: nothing is written.
  if (state.conditions?.held === false)
    throw new Error(`${operationId} declares a condition and its handler holds it against nothing`)
  if (isDownload(returned.body)) return answerDownload(services, exchange, request, returned.body)
  // An answer with a tag may be cached, as long as it is revalidated each time.
  if (returned.headers?.ETag !== undefined) exchange.headers['Cache-Control'] = 'private, no-cache'
  return answerOf(row, returned, state.requestId)
}
