import { handlers, isDownload, notImplemented, unwrap, type Context } from '@mobieus/domain'
import type { RequestParts } from '../http/read.ts'
import type { Answer } from '../http/router.ts'
import type { Services } from '../services.ts'
import type { ApiExchange } from '../state.ts'
import { answerDownload } from './download.ts'

type AnyHandler = (ctx: Context, request: RequestParts) => Promise<object>

/** The handler's answer as it goes out. */
export async function run(
  services: Services,
  exchange: ApiExchange,
  ctx: Context,
  request: RequestParts,
): Promise<Answer> {
  const handler = (handlers as unknown as Record<string, AnyHandler | undefined>)[ctx.operationId]
  if (!handler) throw notImplemented(ctx.operationId)
  const { status, body } = unwrap(
    await handler(ctx, request),
    exchange.operation?.statuses[0] ?? 200,
  )
  if (isDownload(body)) return answerDownload(services, exchange, request, body)
  // The handler made the body for this answer; a copy would cost as much as the text.
  ;(body as { request_id?: string }).request_id = exchange.state.requestId
  return { status, body, text: JSON.stringify(body) }
}
