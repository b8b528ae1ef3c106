import type { Database } from '@mobieus/db'
import {
  bySystem,
  listTenants,
  purgeEndedSecrets,
  purgeIdempotencyKeys,
  purgeLeftUsers,
  purgeSignIns,
  purgeWebhookDeliveries,
  type Writing,
} from '@mobieus/domain'
import type { Logger } from 'pino'

type Purge = (ctx: Writing, now: Date) => Promise<number>

const purges = {
  purgeEndedSecrets,
  purgeIdempotencyKeys,
  purgeLeftUsers,
  purgeSignIns,
  purgeWebhookDeliveries,
} satisfies Record<string, Purge>

/**
 * Removes what has had its time in every partition: stored answers after 24 hours, who a member
 * was and settled deliveries after 30 days, sessions, sign-in links and secrets of keys that are
 * over. In batches of a transaction each, until nothing is left; safe to run twice.
 */
export async function cleanUp(db: Database, now: Date, log: Logger): Promise<void> {
  for (const { id: tenantId, slug, environment } of await listTenants(db))
    for (const [name, purge] of Object.entries(purges)) {
      let removed = 0
      for (let batch = -1; batch !== 0; removed += batch)
        batch = await bySystem(db, tenantId, now, (ctx) => purge(ctx, now))
      if (removed > 0) log.info({ tenant: slug, environment, removed }, name)
    }
}
