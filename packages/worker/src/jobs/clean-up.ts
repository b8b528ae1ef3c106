import type { Database } from '@mobieus/db'
import {
  bySystem,
  purgeEndedSecrets,
  purgeIdempotencyKeys,
  purgeLeftUsers,
  purgeSignIns,
  purgeWebhookDeliveries,
  type Writing,
} from '@mobieus/domain'
import type { Logger } from 'pino'
import { inEveryTenant, type Listed } from './every-tenant.ts'

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
export function cleanUp(db: Database, now: Date, log: Logger): Promise<void> {
  const works = Object.entries(purges).map(([name, purge]: [string, Purge]) => {
    const work = async ({ id, slug, environment }: Listed) => {
      let removed = 0
      for (let batch = -1; batch !== 0; removed += batch)
        batch = await bySystem(db, id, now, (ctx) => purge(ctx, now))
      if (removed > 0) log.info({ tenant: slug, environment, removed }, name)
    }
    return [name, work] as const
  })
  return inEveryTenant(db, log, Object.fromEntries(works))
}
