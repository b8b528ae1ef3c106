import { sql } from 'kysely'
import type { Partition } from '../context.ts'
import { anonymiseUser, listDueDeletions } from './users.store.ts'

/** How long a member who leaves may still change their mind. */
export const GRACE_DAYS = 30

/** When who it was that leaves at a time is forgotten. */
export const purgedAt = (leftAt: Date) => new Date(leftAt.getTime() + GRACE_DAYS * DAY_MS)

const DAY_MS = 24 * 60 * 60 * 1000
const BATCH = 500

/** Makes members anonymous whose grace is over, at most a batch; answers how many. */
export async function purgeLeftUsers(partition: Partition, now: Date): Promise<number> {
  const before = new Date(now.getTime() - GRACE_DAYS * DAY_MS)
  const due = await listDueDeletions(partition, before, BATCH)
  await Promise.all(due.map(({ id }) => anonymiseUser(partition, id, now)))
  return due.length
}

/** Removes stored answers whose 24 hours are over, at most a batch; answers how many. */
export async function purgeIdempotencyKeys(
  { tx, tenantId }: Partition,
  now: Date,
): Promise<number> {
  const expired = tx
    .selectFrom('api_idempotency_keys')
    .select('key_hash')
    .where('tenant_id', '=', tenantId)
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(BATCH)
    .forUpdate()
    .skipLocked()
  const result = await tx
    .deleteFrom('api_idempotency_keys')
    .where('tenant_id', '=', tenantId)
    .where('key_hash', 'in', expired)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** When the first of the stored answers expires. */
export const nextIdempotencyKey = ({ tenantId }: Pick<Partition, 'tenantId'>) =>
  sql`(select min(expires_at) from api_idempotency_keys where tenant_id = ${tenantId})`
