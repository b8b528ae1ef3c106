import { transact, type Database } from '@mobieus/db'
import {
  listTenants,
  purgeEndedSecrets,
  purgeIdempotencyKeys,
  purgeLeftUsers,
  purgeSignIns,
  type Partition,
} from '@mobieus/domain'
import type { Logger } from 'pino'

const purges = {
  purgeEndedSecrets,
  purgeIdempotencyKeys,
  purgeLeftUsers,
  purgeSignIns,
} satisfies Record<string, (partition: Partition, now: Date) => Promise<number>>

/**
 * Removes what has had its time in every partition: stored answers after 24 hours, who a member
 * was after 30 days, sessions, sign-in links and secrets of keys that are over. In batches of a transaction each, until nothing is left; safe to run twice.
 */
export async function cleanUp(db: Database, now: Date, log: Logger): Promise<void> {
  for (const { id: tenantId, slug, environment } of await listTenants(db))
    for (const [name, purge] of Object.entries(purges)) {
      let removed = 0
      for (let batch = -1; batch !== 0; removed += batch)
        batch = await transact(db, tenantId, (tx) => purge({ tx, tenantId }, now))
      if (removed > 0) log.info({ tenant: slug, environment, removed }, name)
    }
}
