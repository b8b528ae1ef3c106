import { transact, type Database, type TransactOptions } from '@mobieus/db'
import { createOutbox, flush } from '../kit/outbox.ts'
import type { SystemWriting } from '../kit/surface.ts'

/**
 * A change of the system's own: one transaction with its counters, events and audit entries, which may
 * take as long as a batch does.
 */
export function bySystem<T>(
  db: Database,
  tenantId: number,
  now: Date,
  work: (ctx: SystemWriting) => Promise<T>,
  options: Pick<TransactOptions, 'unsynced'> = {},
): Promise<T> {
  const outbox = createOutbox()
  return transact(
    db,
    tenantId,
    ({ tx }) => work({ tx, tenantId, now, outbox }),
    () => flush(tenantId, outbox, now),
    { ...options, bulk: true },
  )
}
