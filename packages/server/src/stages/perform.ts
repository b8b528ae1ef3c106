import { Problem, type OperationId } from '@mobieus/contract'
import { reader, transact, type Tx } from '@mobieus/db'
import {
  createOutbox,
  flush,
  handlers,
  isDownload,
  notImplemented,
  preparations,
  unwrap,
  type Caller,
  type Context,
  type Outside,
} from '@mobieus/domain'
import type { Answer } from '../http/router.ts'
import type { TenantEntry } from '../directory.ts'
import type { RequestParts } from '../http/read.ts'
import type { Services } from '../services.ts'
import type { ApiExchange } from '../state.ts'
import { answerDownload } from './download.ts'
import { claim, createClaim, toStore } from './idempotency.ts'
import { dropUploads, keepUploads } from './uploads.ts'

type Prepare = (outside: Outside, request: RequestParts) => Promise<unknown>
type AnyHandler = (ctx: Context, request: RequestParts) => Promise<object>

/** A written answer, and what is left to do once it is committed. */
interface Written extends Answer {
  readonly replayed?: boolean
  readonly last?: ReturnType<typeof flush>
}

/**
 * Runs the handler. A read gets a reader, each of whose queries is one trip. A write is one
 * transaction: claim the Idempotency-Key, handler, one flush of counters, events and the stored
 * answer together with COMMIT. So a crash anywhere leaves all of it or nothing, and an answer is
 * sent only when its effect is certain.
 */
export async function perform(
  services: Services,
  exchange: ApiExchange,
  request: RequestParts,
): Promise<Answer> {
  const id = exchange.operationId as OperationId
  const handler = (handlers as unknown as Record<string, AnyHandler | undefined>)[id]
  if (!handler) throw notImplemented(id)
  const { caller, key, session } = exchange.state
  const tenant = exchange.state.tenant as TenantEntry
  const tenantId = tenant.id
  const now = services.clock()
  const prepare = (preparations as Record<string, Prepare | undefined>)[id]
  const prepared = await prepare?.(services.outside, request)
  const context = (tx: Tx): Context => ({
    operationId: id,
    tenant,
    caller: caller as Caller,
    key,
    session,
    tenantId,
    tx,
    now,
    outbox: createOutbox(),
    cursorSecret: services.cursorSecret,
    webhookKey: services.webhookKey,
    prepared,
  })
  const run = async (ctx: Context, parts: RequestParts): Promise<Answer> => {
    const answered = unwrap(await handler(ctx, parts), exchange.operation?.statuses[0] ?? 200)
    if (isDownload(answered.body)) return answerDownload(services, exchange, parts, answered.body)
    const body = { ...answered.body, request_id: exchange.state.requestId }
    return { status: answered.status, body, text: JSON.stringify(body) }
  }
  if (exchange.operation?.method === 'get')
    return run(context(reader(services.db, tenantId)), request)

  const idempotencyKey = request.header['idempotency-key'] as string | undefined
  const whose = key ? String(key.id) : `session ${session?.id}`
  const claimed =
    idempotencyKey === undefined
      ? undefined
      : createClaim(idempotencyKey, whose, exchange.path, exchange.search, request.body)
  const kept = await keepUploads(services, tenantId, request, exchange.files)
  const written = await transact<Written>(
    services.db,
    tenantId,
    async (tx, transaction) => {
      const stored = claimed && (await claim(transaction, claimed, now, services.answerKey))
      if (stored) return { status: stored.status, text: stored.body, replayed: true }
      const ctx = context(tx)
      const answer = await run(ctx, kept.request)
      const { status, text } = answer as Answer & { text: string }
      const keep = claimed && toStore(tenantId, claimed, { status, text }, now, services.answerKey)
      return { ...answer, last: flush(tenantId, ctx.outbox, now, keep) }
    },
    ({ last }) => last,
  ).catch(async (error: unknown) => {
    // Any other error may have come after the commit: then a row refers to the files.
    if (error instanceof Problem) await dropUploads(services, kept.keys)
    throw error
  })
  if (written.last) services.hints.note(tenantId)
  if (written.replayed) {
    await dropUploads(services, kept.keys)
    exchange.headers['Idempotency-Replayed'] = 'true'
    services.metrics.replayed()
  }
  return written
}
