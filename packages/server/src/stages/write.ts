import { isStale, transact, type Statement, type Transaction } from '@mobieus/db'
import { flush, type Context } from '@mobieus/domain/kit'
import { waiterOf } from '../hang-up.ts'
import type { RequestParts } from '../http/read.ts'
import type { Answer } from '../http/router.ts'
import type { Services } from '../services.ts'
import type { ApiExchange } from '../state.ts'
import { toAnswer } from './answer.ts'
import { answerKeysOf, toStore, type Claim } from './idempotency.ts'
import { RequestContext } from './request-context.ts'

/** The statements to send with COMMIT, and the work to do once it is certain. */
interface Left {
  last?: readonly Statement[]
  /**
   * Whether it announced a change to every process: then it is answered once this one has heard of it.
   */
  announced?: boolean
}

/** A written answer. */
export interface Written extends Answer, Left {
  readonly replayed?: boolean
}

/**
 * Runs one write transaction of the request's tenant. It is repeated once where tables have changed
 * under statements that were prepared before: the failed one did nothing, and a new one works.
 */
export async function transactFor<T extends Left>(
  services: Services,
  exchange: ApiExchange,
  work: (transaction: Transaction) => Promise<T>,
  waiter = waiterOf(exchange),
): Promise<T> {
  const tenantId = exchange.state.tenant?.id as number
  let done: T
  try {
    done = await transact(services.db, tenantId, work, lastOf, { waiter })
  } catch (error) {
    if (!isStale(error)) throw error
    done = await transact(services.db, tenantId, work, lastOf, { waiter, unprepared: true })
  }
  if (done.last?.length) services.hints.note(tenantId)
  if (done.announced) await services.directory.caughtUp()
  return done
}

const NOTHING: readonly Statement[] = []
const lastOf = ({ last = NOTHING }: Left) => last

/** The steps from a claim to a stored answer. */
export interface Answering {
  readonly now: Date
  /** The claim under which the answer is stored. */
  readonly claimed: Claim | undefined
  /** Runs first: answers a repeated request, or refuses it. */
  readonly open?: ((transaction: Transaction) => Promise<Answer | undefined>) | undefined
  readonly work: (ctx: Context, request: RequestParts) => Promise<unknown>
}

/** One transaction from the claim to the stored answer. */
export async function writeAnswer(
  services: Services,
  exchange: ApiExchange,
  request: RequestParts,
  { now, claimed, open, work }: Answering,
): Promise<Written> {
  const written = await transactFor<Written>(services, exchange, async (transaction) => {
    const stored = open && (await open(transaction))
    if (stored) return { ...stored, replayed: true }
    const ctx = new RequestContext(services, exchange, transaction, now)
    const answer: Written = toAnswer(services, exchange, request, await work(ctx, request))
    const { tenantId } = transaction
    const keep = claimed && toStore(tenantId, claimed, answer, now, answerKeysOf(services))
    answer.last = flush(tenantId, ctx.outbox, now, keep)
    answer.announced = ctx.outbox.announcements !== undefined
    return answer
  })
  return written.replayed ? replayed(services, exchange, written) : written
}

/**
 * Marks an answer that was given before, maybe by another process. It is given again once this process
 * has heard the announcements of that write.
 */
export async function replayed<T extends Answer>(
  { directory, metrics }: Services,
  { headers }: ApiExchange,
  answer: T,
): Promise<T> {
  await directory.caughtUp()
  headers['Idempotency-Replayed'] = 'true'
  metrics.replayed()
  return answer
}

/** Runs a transaction that stores no answer, as external operations have them. */
export async function writeFor<T>(
  services: Services,
  exchange: ApiExchange,
  now: Date,
  open: (transaction: Transaction) => Promise<unknown>,
  work: (ctx: Context) => Promise<T>,
  waiter = waiterOf(exchange),
): Promise<T> {
  const run = async (transaction: Transaction) => {
    await open(transaction)
    const ctx = new RequestContext(services, exchange, transaction, now)
    const value = await work(ctx)
    const last = flush(transaction.tenantId, ctx.outbox, now)
    return { value, last, announced: ctx.outbox.announcements !== undefined }
  }
  const { value } = await transactFor(services, exchange, run, waiter)
  return value
}
