import { sql } from 'kysely'
import { among } from '../kit/among.ts'
import type { Partition } from '../kit/context.ts'

const BATCH = 500

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
    .where('key_hash', '=', among<Buffer>(expired))
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** When the first of the stored answers expires. */
export const nextIdempotencyKey = ({ tenantId }: Pick<Partition, 'tenantId'>) =>
  sql`(select min(expires_at) from api_idempotency_keys where tenant_id = ${tenantId})`
