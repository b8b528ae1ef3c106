import type { Database } from '@mobieus/db'
import type { Chore, Work } from '@mobieus/domain/kit'
import { doChore, tenantsDue } from '@mobieus/domain/platform'
import type { Logger } from 'pino'

/**
 * Does these chores for every tenant for which one is due, one after the other, in batches of a
 * transaction each, until nothing is left. A failure is logged and keeps no other chore or tenant from
 * its turn. Rejects at the end if there was any, so that the round is repeated. Safe to run twice.
 */
export async function doChores(
  db: Database,
  chores: readonly Chore[],
  now: Date,
  log: Logger,
): Promise<void> {
  let failures = 0
  for (const chore of chores)
    for await (const tenantId of tenantsDue(db, chore.name, now))
      await doChore(db, tenantId, chore, now).then(
        (done) => done > 0 && log.info({ tenantId, done }, chore.name),
        (error: unknown) => {
          failures++
          log.error({ err: error, tenantId }, `${chore.name} failed`)
        },
      )
  if (failures > 0) throw new Error(`${failures} failures, which the log tells one by one`)
}

/** Does the purges of every surface. */
export const purgeAll = (
  { db, surfaces }: Pick<Work, 'db' | 'surfaces'>,
  now: Date,
  log: Logger,
): Promise<void> =>
  doChores(
    db,
    surfaces.flatMap(({ purges }) => purges),
    now,
    log,
  )
