import type { Database } from '@mobieus/db'
import { doChore, tenantsDue, type ChoreKind } from '@mobieus/domain'
import type { Logger } from 'pino'

/**
 * Does these chores for every tenant for which one is due, one after the other. One that fails is logged
 * and keeps nothing else from being done, for this tenant or another; at the end the job has failed, so that the
 * queue tries it again.
 */
export async function doChores(
  db: Database,
  now: Date,
  log: Logger,
  kinds: readonly ChoreKind[],
): Promise<void> {
  let failures = 0
  for (const kind of kinds)
    for await (const tenantId of tenantsDue(db, kind, now))
      await doChore(db, tenantId, kind, now).then(
        (done) => done > 0 && log.info({ tenantId, done }, kind),
        (error: unknown) => {
          failures++
          log.error({ err: error, tenantId }, `${kind} failed`)
        },
      )
  if (failures > 0) throw new Error(`${failures} failures, which the log tells one by one`)
}
