import { reader, type Transaction } from '@mobieus/db'
import type { Context, ExternalContext } from '@mobieus/domain/kit'
import { UNTIRING, waiterOf } from '../hang-up.ts'
import type { RequestParts } from '../http/read.ts'
import type { Services } from '../services.ts'
import type { ApiExchange } from '../state.ts'
import { handlerOf, toAnswer } from './answer.ts'
import type { Claim } from './idempotency.ts'
import { endLease, renewLease, takeLease, underLease, type Lease } from './lease.ts'
import { RequestContext } from './request-context.ts'
import { replayed, writeAnswer, writeFor, type Written } from './write.ts'

type Work<T> = (ctx: Context) => Promise<T>

/**
 * Runs the handler of an operation that calls the outside (`x-external`), with no transaction open while
 * it waits. The Idempotency-Key is claimed in a short one, and the answer is kept in a second (ADR 33).
 * With `conclude` that second one is the effect's own. A crash in between leaves the key claimed until
 * its lease ends; then the request may be repeated.
 */
export async function performExternal(
  services: Services,
  exchange: ApiExchange,
  request: RequestParts,
  claimed: Claim | undefined,
): Promise<Written> {
  if (!claimed) return runExternal(services, exchange, request, undefined)
  const found = await takeLease(services, exchange, claimed)
  if (!('holder' in found)) return replayed(services, exchange, { ...found, replayed: true })
  const tenantId = exchange.state.tenant?.id as number
  return underLease(services, tenantId, found, () =>
    runExternal(services, exchange, request, found),
  )
}

async function runExternal(
  services: Services,
  exchange: ApiExchange,
  request: RequestParts,
  lease: Lease | undefined,
): Promise<Written> {
  let concluded: Written | undefined
  const inTurn = oneByOne()

  const conclude = (work: Work<unknown>) =>
    inTurn(async () => {
      const open = lease && ((transaction: Transaction) => endLease(transaction, lease))
      // The time is read anew, because the outside may have taken long.
      const now = services.clock()
      const answering = { now, claimed: lease?.claimed, open, work }
      concluded = await writeAnswer(services, exchange, request, answering)
      return concluded.body
    })

  const write = <T>(work: Work<T>) =>
    inTurn(() => {
      const now = services.clock()
      const open = async (transaction: Transaction) => lease && renewLease(transaction, lease, now)
      return writeFor(services, exchange, now, open, work)
    })

  const record = <T>(work: Work<T>) =>
    inTurn(() => writeFor(services, exchange, services.clock(), async () => {}, work, UNTIRING))

  const tx = reader(services.db, exchange.state.tenant?.id as number, waiterOf(exchange))
  const context = new RequestContext(services, exchange, { tx }, exchange.state.now)
  const { outbox: _, ...facts } = context
  const ctx = {
    ...facts,
    // An accessor, which is not among the facts.
    origin: context.origin,
    outside: services.outside,
    signal: signalOf(exchange),
    read: (work: Work<unknown>) => work(new RequestContext(services, exchange, { tx }, facts.now)),
    write,
    record,
    conclude,
  } as unknown as ExternalContext
  const returned = await handlerOf<ExternalContext>(exchange)(ctx, request)
  if (!concluded && lease) await conclude(async () => returned)
  return concluded ?? toAnswer(services, exchange, request, returned)
}

/** Aborted when the connection ends before the answer is sent. */
function signalOf({ res }: ApiExchange): AbortSignal {
  const controller = new AbortController()
  res.once('close', () => {
    if (!res.writableFinished) controller.abort()
  })
  return controller.signal
}

/**
 * Runs transactions of one request one after the other: at once they would wait for each other's locks.
 */
function oneByOne() {
  let busy = false
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy) throw new Error('an external operation writes in one transaction at a time')
    busy = true
    try {
      return await work()
    } finally {
      busy = false
    }
  }
}
