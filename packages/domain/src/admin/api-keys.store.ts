import { sql, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import { announceKey } from '../kit/announce.ts'
import type { Partition, Writing } from '../kit/context.ts'
import { listOf } from '../kit/list.ts'
import { pagesOf } from '../kit/list-pages.ts'

/** A key with its scopes and its member. */
export type KeyRow = Selectable<Tables['api_keys']> & {
  username: string
  scopes: string[]
}

/** All keys, revoked ones included. */
export const apiKeyList = listOf('api_keys', { from: 'api_keys as k' })

const selectKeys = ({ tx, tenantId }: Partition, from = apiKeyList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'k.user_id'),
    )
    .selectAll('k')
    .select('u.username')
    .select(
      sql<string[]>`array(
        select scope from api_key_scopes s
        where s.tenant_id = ${tenantId} and s.key_id = k.id order by scope)`.as('scopes'),
    )
    .where('k.tenant_id', '=', tenantId)

export const listKeys = pagesOf(apiKeyList, selectKeys)

export const listAllKeys = (ctx: Partition): Promise<KeyRow[]> =>
  selectKeys(ctx).orderBy('k.id', 'desc').execute()

export const findKey = (ctx: Partition, id: number): Promise<KeyRow | undefined> =>
  selectKeys(ctx).where('k.id', '=', id).executeTakeFirst()

/** The key, locked until the transaction ends. */
export const lockKey = (ctx: Partition, id: number): Promise<KeyRow | undefined> =>
  selectKeys(ctx).where('k.id', '=', id).forNoKeyUpdate('k').executeTakeFirst()

/** The row of a new key. */
export interface KeyToInsert {
  readonly userId: number
  readonly environment: 'live' | 'test'
  readonly label: string
  readonly scopes: readonly string[]
  readonly rateLimit?: number | null
  readonly expiresAt?: Date | null
  readonly prefix: string
  readonly createdAt: Date
}

/** Inserts the key and its scopes. */
export async function insertKey(
  { tx, tenantId }: Partition,
  key: KeyToInsert,
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
      created_at: key.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (key.scopes.length > 0)
    await tx
      .insertInto('api_key_scopes')
      .values(key.scopes.map((scope) => ({ tenant_id: tenantId, key_id: row.id, scope })))
      .execute()
  return row
}

/** Changes a key, and tells it to every process: it holds for the next call with the key. */
export function updateKey(ctx: Writing, id: number, change: Updateable<Tables['api_keys']>) {
  announceKey(ctx, id)
  return ctx.tx
    .updateTable('api_keys')
    .set(change)
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
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
