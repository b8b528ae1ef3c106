import { handlers, isDownload, notImplemented, unwrap } from '@mobieus/domain'
import type { RequestParts } from '../http/read.ts'
import type { Answer } from '../http/router.ts'
import type { Services } from '../services.ts'
import type { ApiExchange } from '../state.ts'
import { answerDownload } from './download.ts'

/** The handler of any operation, with the context that its kind of operation has. */
export type AnyHandler<Ctx> = (ctx: Ctx, request: RequestParts) => Promise<object>

/** The operation's handler; `501 not_implemented` where the contract is ahead of the code. */
export function handlerOf<Ctx>({ operationId = '' }: ApiExchange): AnyHandler<Ctx> {
  const handler = (handlers as unknown as Record<string, AnyHandler<Ctx> | undefined>)[operationId]
  if (!handler) throw notImplemented(operationId)
  return handler
}

/** What a handler returned, as it goes out. */
export function toAnswer(
  services: Services,
  exchange: ApiExchange,
  request: RequestParts,
  returned: object,
): Answer {
  const { status, body } = unwrap(returned, exchange.operation?.statuses[0] ?? 200)
  if (isDownload(body)) return answerDownload(services, exchange, request, body)
  // The handler made the body for this answer; a copy would cost as much as the text.
  ;(body as { request_id?: string }).request_id = exchange.state.requestId
  return { status, body, text: JSON.stringify(body) }
}
