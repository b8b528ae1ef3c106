import type { Partition } from '../context.ts'
import type { NewKey } from './keys.ts'

/** Inserts the key, its scopes and its entry in the directory. */
export async function insertKey(
  { tx, tenantId }: Partition,
  key: NewKey & { readonly userId: number; readonly prefix: string; readonly hash: Buffer },
): Promise<{ id: number }> {
  const row = await tx
    .insertInto('api_keys')
    .values({
      tenant_id: tenantId,
      user_id: key.userId,
      label: key.label,
      environment: key.environment,
      prefix: key.prefix,
      rate_limit: key.rateLimit ?? null,
      expires_at: key.expiresAt ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (key.scopes.length > 0)
    await tx
      .insertInto('api_key_scopes')
      .values(key.scopes.map((scope) => ({ tenant_id: tenantId, key_id: row.id, scope })))
      .execute()
  await tx
    .insertInto('api_key_directory')
    .values({ key_hash: key.hash, tenant_id: tenantId, key_id: row.id })
    .execute()
  return row
}

export const listKeys = ({ tx, tenantId }: Partition) =>
  tx
    .selectFrom('api_keys as k')
    .leftJoin('api_key_scopes as s', (join) =>
      join.onRef('s.tenant_id', '=', 'k.tenant_id').onRef('s.key_id', '=', 'k.id'),
    )
    .select(['k.id', 'k.label', 'k.prefix', 'k.environment', 'k.rate_limit', 'k.expires_at'])
    .select(['k.revoked_at', 'k.last_used_at', 'k.last_used_ip', 'k.created_at'])
    .select((eb) => eb.fn.agg<(string | null)[]>('array_agg', ['s.scope']).as('scopes'))
    .where('k.tenant_id', '=', tenantId)
    .groupBy(['k.tenant_id', 'k.id'])
    .orderBy('k.id', 'desc')
    .execute()

export async function setKeyRevoked(
  { tx, tenantId }: Partition,
  id: number,
  now: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable('api_keys')
    .set((eb) => ({ revoked_at: eb.fn.coalesce('revoked_at', eb.val(now)) }))
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The member that a tenant was made with. */
export const findFirstUser = ({ tx, tenantId }: Partition) =>
  tx
    .selectFrom('users')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
