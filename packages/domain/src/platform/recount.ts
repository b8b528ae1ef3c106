import { transact, type Database } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import { EVENTS, typeOfCounter } from '../kit/outbox.ts'
import { findDrift, repairDrift, type Drift } from '../kit/recount.ts'
import type { Surface } from '../kit/surface.ts'
import { placeArrivals } from './placing.ts'
import { lockPlacing } from './placing.store.ts'
import * as store from './recount.store.ts'

type Surfaces = readonly Pick<Surface, 'lists'>[]

/** A counter that had drifted, and whether it says by now what there is. */
export interface Recounted extends Drift {
  readonly repaired: boolean
}

/** Compares the counters of a partition with the rows of every list; changes nothing. */
export const checkCounters = (
  db: Database,
  surfaces: Surfaces,
  tenantId: number,
): Promise<Drift[]> => inBulk(db, tenantId, (partition) => findDrift(partition, listsOf(surfaces)))

/**
 * Corrects the counters of a partition that have drifted, while others write. A counter of rows is
 * changed by what it lacks in one snapshot. A write that is open meanwhile changes its row and the
 * counter by the same, whenever it commits. The counters of the log are moved to the last positions
 * under the lock of placing. They have a transaction of their own, so that no circle of waits closes.
 * The counter of all events is never lowered: callers may have been told to go on from where it stands.
 */
export async function recount(
  db: Database,
  surfaces: Surfaces,
  tenantId: number,
): Promise<Recounted[]> {
  const found = await checkCounters(db, surfaces, tenantId)
  const ofLog = found.filter(({ name }) => name === EVENTS || typeOfCounter(name) !== undefined)
  const types = ofLog.flatMap(({ name }) => typeOfCounter(name) ?? [])
  if (ofLog.length < found.length)
    await inBulk(db, tenantId, (partition) =>
      // Sent together: the second sees what the recount before has corrected, for which the first waits.
      Promise.all([store.lockRecount(partition), repairDrift(partition, listsOf(surfaces))]),
    )
  if (ofLog.length > 0)
    await inBulk(db, tenantId, (partition) =>
      Promise.all([lockPlacing(partition), store.moveToLastPositions(partition, types)]),
    )
  // A correction is in the counters when it is told.
  if (found.length > 0) await placeArrivals(db, tenantId, { bulk: true })
  return found.map((each) => ({
    ...each,
    repaired: !(each.name === EVENTS && each.counter > each.rows),
  }))
}

const listsOf = (surfaces: Surfaces) => surfaces.flatMap(({ lists }) => lists)

/** A transaction of a partition that may take as long as a batch does. */
const inBulk = <T>(
  db: Database,
  tenantId: number,
  work: (partition: Partition) => Promise<T>,
): Promise<T> =>
  transact(db, tenantId, ({ tx }) => work({ tx, tenantId }), undefined, { bulk: true })
