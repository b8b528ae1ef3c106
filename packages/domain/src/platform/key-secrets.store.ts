import { sql } from 'kysely'
import type { Partition } from '../kit/context.ts'
import { removalOf } from '../kit/removal.store.ts'

/** The secrets of API keys, which stand outside of tenants because a secret leads to its tenant. */

/** A secret as it is kept: its hash, and when it ends, which is not after its key does. */
interface SecretToInsert {
  readonly hash: Buffer
  readonly validUntil: Date | null
}

/** Lets a secret's hash lead to its key. */
export const insertSecret = (
  { tx, tenantId }: Partition,
  keyId: number,
  { hash, validUntil }: SecretToInsert,
) =>
  tx
    .insertInto('api_key_directory')
    .values({ key_hash: hash, tenant_id: tenantId, key_id: keyId, valid_until: validUntil })
    .execute()

/** Ends every secret of these keys at `until`, unless it ends sooner. */
export const limitSecrets = ({ tx, tenantId }: Partition, keyIds: readonly number[], until: Date) =>
  tx
    .updateTable('api_key_directory')
    .set({ valid_until: sql`least(valid_until, ${until}::timestamptz)` })
    .where('tenant_id', '=', tenantId)
    .where('key_id', '=', sql<number>`any(${keyIds}::bigint[])`)
    .execute()

/** Removes secrets that have ended, at most `limit`; answers how many. */
export const deleteEndedSecrets = removalOf('api_key_directory', 'key_hash', 'valid_until')

/** The time at which the first secret ends. */
export const firstEnd = (tenantId: number) =>
  sql`select min(valid_until) from api_key_directory
    where tenant_id = ${tenantId} and valid_until is not null`
