import { directory, transact, type Database } from '@mobieus/db'
import { CompiledQuery } from 'kysely'
import type { Partition } from '../kit/context.ts'
import { readCounter } from '../kit/count.ts'
import { eventCounter } from '../kit/outbox.ts'
import { placesOf } from './placing.rules.ts'
import * as store from './placing.store.ts'

/**
 * Places everything that has been committed before the call, in the transaction of a write that goes on
 * from the end of the log. Other placing waits until that transaction ends.
 */
export async function placeFirst(partition: Partition): Promise<void> {
  await store.lockPlacing(partition)
  for (let more = true; more;) {
    const taken = await store.takeArrivals(partition)
    const { text, values } = store.placing(partition.tenantId, placesOf(taken.arrivals))
    if (taken.arrivals.length > 0)
      await partition.tx.executeQuery(CompiledQuery.raw(text, [...(values ?? [])]))
    more = taken.more
  }
}

/** The position of the tenant's last event, once everything is placed that was committed before. */
export async function lastPosition(partition: Partition): Promise<number> {
  await placeFirst(partition)
  return readCounter(partition, eventCounter())
}

/** The arrivals of all tenants together that have no place yet. */
export interface ArrivalsWaiting {
  /** A lower bound where there is very much. */
  readonly arrivals: number
  readonly oldest: Date | undefined
}

const MOST_OF_ONE = 1_000

/** How much waits to be placed, and since when. */
export async function countArrivalsWaiting(db: Database): Promise<ArrivalsWaiting> {
  const waiting = await store.listWaiting(directory(db), {
    tenants: MOST_TENANTS,
    each: MOST_OF_ONE,
  })
  const times = waiting.map(({ oldest }) => oldest.getTime())
  return {
    arrivals: waiting.reduce((sum, each) => sum + each.arrivals, 0),
    oldest: times.length === 0 ? undefined : new Date(Math.min(...times)),
  }
}

/** A count of what is placed. */
export interface PlacingReport {
  /** A transaction has placed events: the type of each. */
  placed(types: readonly string[]): void
}

/** The options of `placeArrivals`. */
export interface PlacingOptions {
  /** For work that no caller waits for. */
  readonly bulk?: boolean
  /** Looks for arrivals where none should be, too. */
  readonly all?: boolean
  readonly report?: PlacingReport | undefined
}

/** The outcome of placing. */
export interface Placed {
  readonly events: number
  /** The subscribers that read this log; `undefined` where nothing had arrived. */
  readonly subscribers: readonly string[] | undefined
}

/**
 * Places everything of a tenant that has been committed before the call, in transactions of a batch each.
 * Waits for others who place, and then places the rest.
 */
export async function placeArrivals(
  db: Database,
  tenantId: number,
  { bulk = false, all = false, report }: PlacingOptions = {},
): Promise<Placed> {
  let events = 0
  let subscribers: readonly string[] | undefined
  for (let more = true; more;) {
    const batch = await transact(
      db,
      tenantId,
      (partition) => takeBatch(partition, all),
      ({ last }) => last,
      { bulk },
    )
    report?.placed(batch.types)
    events += batch.types.length
    subscribers = batch.subscribers ?? subscribers
    more = batch.more
  }
  return { events, subscribers }
}

/** The batch of one transaction; its last statements travel with COMMIT. */
async function takeBatch(partition: Partition, all: boolean) {
  const { tenantId } = partition
  // Sent together: the second statement sees what the first has waited for.
  const [, { arrivals, more, seen, subscribers }] = await Promise.all([
    store.lockPlacing(partition),
    store.takeArrivals(partition, all),
  ])
  if (arrivals.length === 0) return { types: [], more, last: [], subscribers }
  const places = placesOf(arrivals)
  const last = [store.placing(tenantId, places)]
  if (seen) last.push(store.settling(tenantId, seen))
  return { types: places.events.types, more, last, subscribers }
}

const READ_ONLY = '25006' // "cannot execute DELETE in a read-only transaction"

/** The same for a reader of the log; `false` on a standby, where nothing can be placed. */
export async function placeForReading(
  db: Database,
  tenantId: number,
  report?: PlacingReport,
): Promise<boolean> {
  try {
    await placeArrivals(db, tenantId, { report })
    return true
  } catch (error) {
    if ((error as { code?: string }).code !== READ_ONLY) throw error
    return false
  }
}

const MOST_TENANTS = 1_000

/** Tenants of which something has arrived that has no place in the log yet, up to a thousand. */
export async function listTenantsWaiting(db: Database): Promise<number[]> {
  const waiting = await store.listWaiting(directory(db), { tenants: MOST_TENANTS, each: 1 })
  return waiting.map(({ tenant_id }) => tenant_id)
}
