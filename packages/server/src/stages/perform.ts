import type { OperationId } from '@mobieus/contract'
import { reader, transact, type Tx } from '@mobieus/db'
import {
  createOutbox,
  flush,
  handlers,
  notImplemented,
  preparations,
  unwrap,
  type Context,
  type Outside,
} from '@mobieus/domain'
import type { Answer } from '../http/router.ts'
import type { RequestParts } from '../http/read.ts'
import type { Services } from '../services.ts'
import type { ApiExchange } from '../state.ts'
import { claim, createClaim, toStore } from './idempotency.ts'

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
  const { tenant, key } = exchange.state
  const now = services.clock()
  const prepare = (preparations as Record<string, Prepare | undefined>)[id]
  const prepared = await prepare?.(services.outside, request)
  const context = (tx: Tx): Context => ({
    operationId: id,
    tenant: tenant as NonNullable<typeof tenant>,
    key: key as NonNullable<typeof key>,
    tenantId: (tenant as NonNullable<typeof tenant>).id,
    tx,
    now,
    outbox: createOutbox(),
    cursorSecret: services.cursorSecret,
    vault: services.webhookVault,
    prepared,
  })
  const run = async (ctx: Context): Promise<Answer> => {
    const answered = unwrap(await handler(ctx, request), exchange.operation?.statuses[0] ?? 200)
    const body = { ...answered.body, request_id: exchange.state.requestId }
    return { status: answered.status, body, text: JSON.stringify(body) }
  }
  const tenantId = (tenant as NonNullable<typeof tenant>).id
  if (exchange.operation?.method === 'get') return run(context(reader(services.db, tenantId)))

  const idempotencyKey = request.header['idempotency-key'] as string | undefined
  const claimed =
    idempotencyKey === undefined
      ? undefined
      : createClaim(idempotencyKey, key?.id ?? 0, exchange.path, exchange.search, request.body)
  const written = await transact<Written>(
    services.db,
    tenantId,
    async (tx, transaction) => {
      const stored = claimed && (await claim(transaction, claimed, now, services.answerVault))
      if (stored) return { status: stored.status, text: stored.body, replayed: true }
      const ctx = context(tx)
      const answer = await run(ctx)
      const { status, text } = answer
      const keep =
        claimed && toStore(claimed, { status, body: text as string }, now, services.answerVault)
      return { ...answer, last: flush(tenantId, ctx.outbox, now, keep) }
    },
    ({ last }) => last,
  )
  if (written.last) services.hints.note(tenantId)
  if (written.replayed) {
    exchange.headers['Idempotency-Replayed'] = 'true'
    services.metrics.replayed()
  }
  return written
}
