import { transact, type Database } from '@mobieus/db'
import type { OpenOutbox } from '../kit/context.ts'
import type { Audited } from './audit.ts'
import { createOutbox, flush } from '../kit/outbox.ts'

/** An audited change of the system's own, with the right to note any event. */
export interface SystemAudited extends Audited {
  readonly outbox: OpenOutbox
}

/**
 * A change that nobody asked for over HTTP: one transaction with its counters, events and audit entries,
 * which may take as long as a batch does.
 */
export function bySystem<T>(
  db: Database,
  tenantId: number,
  now: Date,
  work: (ctx: SystemAudited) => Promise<T>,
): Promise<T> {
  const outbox = createOutbox()
  return transact(
    db,
    tenantId,
    ({ tx }) => work({ tx, tenantId, now, outbox }),
    () => flush(tenantId, outbox, now),
    { bulk: true },
  )
}
