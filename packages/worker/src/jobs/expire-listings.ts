import type { Database } from '@mobieus/db'
import { bySystem, expireListings, listTenants } from '@mobieus/domain'

/**
 * Writes down, in every partition, that listings whose time is over are expired; readers have seen
 * them so from the moment it was. In batches of a transaction each, safe to run twice.
 */
export async function expireAllListings(db: Database, now: Date): Promise<void> {
  for (const { id: tenantId } of await listTenants(db))
    for (let expired = -1; expired !== 0;)
      expired = await bySystem(db, tenantId, now, (ctx) => expireListings(ctx, now))
}
