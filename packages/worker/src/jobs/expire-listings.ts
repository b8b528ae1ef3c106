import type { Database } from '@mobieus/db'
import { bySystem, expireListings } from '@mobieus/domain'
import type { Logger } from 'pino'
import { inEveryTenant } from './every-tenant.ts'

/**
 * Writes down, in every partition, that listings whose time is over are expired; readers have seen
 * them so from the moment it was. In batches of a transaction each, safe to run twice.
 */
export const expireAllListings = (db: Database, now: Date, log: Logger): Promise<void> =>
  inEveryTenant(db, log, {
    expireListings: async ({ id }) => {
      for (let expired = -1; expired !== 0;)
        expired = await bySystem(db, id, now, (ctx) => expireListings(ctx, now))
    },
  })
