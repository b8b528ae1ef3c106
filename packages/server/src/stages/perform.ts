import { isStale, reader, transact, type Statement } from '@mobieus/db'
import { flush, preparations, type Outside } from '@mobieus/domain'
import { waiterOf } from '../hang-up.ts'
import type { RequestParts } from '../http/read.ts'
import type { Answer } from '../http/router.ts'
import type { Services } from '../services.ts'
import type { ApiExchange } from '../state.ts'
import { run } from './answer.ts'
import { claim, createClaim, toStore, type Claim } from './idempotency.ts'
import { RequestContext } from './request-context.ts'
import { withUploads } from './uploads.ts'

type Prepare = (outside: Outside, request: RequestParts) => Promise<unknown>

/** A written answer, and what is left to do once it is committed. */
interface Written extends Answer {
  readonly replayed?: boolean
  last?: readonly Statement[]
  /** Whether it changed what processes keep, so that it is answered when this one has heard of it. */
  announced?: boolean
}

/**
 * Runs the handler. A read gets a reader, each of whose queries is one trip. A write is one
 * transaction: claim the Idempotency-Key, handler, one flush of counters, events and the stored
 * answer together with COMMIT. So a crash anywhere leaves all of it or nothing, and an answer is
 * sent only when its effect is certain.
 */
export function perform(
  services: Services,
  exchange: ApiExchange,
  request: RequestParts,
): Promise<Answer> {
  const prepare = (preparations as Record<string, Prepare | undefined>)[exchange.operationId ?? '']
  if (!prepare) return performPrepared(services, exchange, request, undefined)
  return prepare(services.outside, request).then((prepared) =>
    performPrepared(services, exchange, request, prepared),
  )
}

function performPrepared(
  services: Services,
  exchange: ApiExchange,
  request: RequestParts,
  prepared: unknown,
): Promise<Answer> {
  const now = services.clock()
  if (exchange.operation?.method === 'get') {
    const tx = reader(services.db, exchange.state.tenant?.id as number, waiterOf(exchange))
    return run(
      services,
      exchange,
      new RequestContext(services, exchange, { tx }, now, prepared),
      request,
    )
  }
  if (!exchange.files) return write(services, exchange, request, now, prepared)
  return withUploads(services, exchange, request, (kept) =>
    write(services, exchange, kept, now, prepared),
  )
}

/**
 * Writes, and once more where tables have changed under statements that were prepared before: nothing was
 * done, and done anew it works.
 */
async function write(
  services: Services,
  exchange: ApiExchange,
  request: RequestParts,
  now: Date,
  prepared: unknown,
): Promise<Written> {
  try {
    return await writeOnce(services, exchange, request, now, prepared, false)
  } catch (error) {
    if (!isStale(error)) throw error
    return writeOnce(services, exchange, request, now, prepared, true)
  }
}

/** One transaction from the claim to the stored answer. */
async function writeOnce(
  services: Services,
  exchange: ApiExchange,
  request: RequestParts,
  now: Date,
  prepared: unknown,
  unprepared: boolean,
): Promise<Written> {
  const { answerKeys, db } = services
  const tenantId = exchange.state.tenant?.id as number
  const claimed = claimOf(exchange, request)
  const written = await transact<Written>(
    db,
    tenantId,
    async (transaction) => {
      const stored = claimed && (await claim(transaction, claimed, now, answerKeys))
      if (stored) return { status: stored.status, text: stored.body, replayed: true }
      const ctx = new RequestContext(services, exchange, transaction, now, prepared)
      const answer: Written = await run(services, exchange, ctx, request)
      const keep =
        claimed && toStore(tenantId, claimed, answer as Answer & { text: string }, now, answerKeys)
      answer.last = flush(tenantId, ctx.outbox, now, keep)
      answer.announced = ctx.outbox.announcements !== undefined
      return answer
    },
    ({ last = [] }) => last,
    { waiter: waiterOf(exchange), unprepared },
  )
  if (written.last?.length) services.hints.note(tenantId)
  if (written.announced) await services.directory.caughtUp()
  if (written.replayed) {
    exchange.headers['Idempotency-Replayed'] = 'true'
    services.metrics.replayed()
  }
  return written
}

/** What the request claims, if it has an Idempotency-Key: for its caller, path and what it says. */
function claimOf({ state, template = '' }: ApiExchange, request: RequestParts): Claim | undefined {
  const idempotencyKey = request.header['idempotency-key'] as string | undefined
  if (idempotencyKey === undefined) return undefined
  const whose = state.key ? String(state.key.id) : `session ${state.session?.id}`
  return createClaim(idempotencyKey, whose, template, request)
}
