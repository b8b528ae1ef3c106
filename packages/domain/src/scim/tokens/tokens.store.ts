import { timingSafeEqual } from 'node:crypto'
import { sql, type Selectable, type Updateable } from 'kysely'
import { directory, reader, type Database, type Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { removalOf } from '../../kit/removal.store.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** A token with the name of whoever issued it. */
export type TokenRow = Omit<Selectable<Tables['scim_tokens']>, 'tenant_id'> & {
  readonly username: string | null
}

export const tokenList = listOf('scim_tokens', { from: 'scim_tokens as t' })

const selectTokens = ({ tx, tenantId }: Partition, from = tokenList.from) =>
  tx
    .selectFrom(from)
    .leftJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 't.created_by'),
    )
    .where('t.tenant_id', '=', tenantId)
    .selectAll('t')
    .select('u.username')

export const listTokens = pagesOf(tokenList, selectTokens)

export const listAllTokens = (ctx: Partition): Promise<TokenRow[]> =>
  selectTokens(ctx).orderBy('t.id', 'desc').execute()

export const findTokenRow = (ctx: Partition, id: number): Promise<TokenRow | undefined> =>
  selectTokens(ctx).where('t.id', '=', id).executeTakeFirst()

/** The token, locked until the transaction ends. */
export const lockToken = (ctx: Partition, id: number): Promise<TokenRow | undefined> =>
  selectTokens(ctx).where('t.id', '=', id).forNoKeyUpdate('t').executeTakeFirst()

/** The row of a new token; its secret as a hash. */
export interface TokenToInsert {
  readonly label: string
  readonly prefix: string
  readonly hash: Buffer
  readonly createdBy: number | null
  readonly expiresAt: Date | null
  readonly createdAt: Date
}

export async function insertToken(partition: Partition, token: TokenToInsert): Promise<number> {
  const { tx, tenantId } = partition
  const { id } = await tx
    .insertInto('scim_tokens')
    .values({
      ...{ tenant_id: tenantId, label: token.label, prefix: token.prefix },
      ...{ created_by: token.createdBy, created_at: token.createdAt, expires_at: token.expiresAt },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await insertSecret(partition, id, { hash: token.hash, validUntil: token.expiresAt })
  return id
}

/** A secret as it is kept: its hash, and when it ends, which is not after its token does. */
interface SecretToInsert {
  readonly hash: Buffer
  readonly validUntil: Date | null
}

/** Lets a secret's hash lead to its token. */
export const insertSecret = (
  { tx, tenantId }: Partition,
  id: number,
  { hash, validUntil }: SecretToInsert,
) =>
  tx
    .insertInto('scim_token_directory')
    .values({ token_hash: hash, tenant_id: tenantId, token_id: id, valid_until: validUntil })
    .execute()

export const updateToken = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['scim_tokens']>,
) =>
  tx
    .updateTable('scim_tokens')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()

/** Ends every secret of a token at `until`, unless it ends sooner. */
export const limitSecrets = ({ tx, tenantId }: Partition, id: number, until: Date) =>
  tx
    .updateTable('scim_token_directory')
    .set({ valid_until: sql`least(valid_until, ${until}::timestamptz)` })
    .where('tenant_id', '=', tenantId)
    .where('token_id', '=', id)
    .execute()

/** Removes secrets that have ended, at most `limit`; answers how many. */
export const deleteEndedSecrets = removalOf('scim_token_directory', 'token_hash', 'valid_until')

/** The time at which the first secret ends. */
export const firstEnd = (tenantId: number) =>
  sql`select min(valid_until) from scim_token_directory
    where tenant_id = ${tenantId} and valid_until is not null`

/** A token as a caller is known by it. */
export interface FoundToken {
  readonly tenantId: number
  readonly id: number
  readonly label: string
}

/**
 * The token whose secret has this SHA-256, in force at a time. The stored digest is held against it in constant
 * time, before anything of its tenant is read.
 */
export async function findToken(
  db: Database,
  hash: Buffer,
  now: Date,
): Promise<FoundToken | undefined> {
  const place = await directory(db)
    .selectFrom('scim_token_directory')
    .select(['tenant_id', 'token_id', 'token_hash', 'valid_until'])
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  if (!place || !timingSafeEqual(place.token_hash, hash)) return undefined
  if (place.valid_until && place.valid_until <= now) return undefined
  const row = await reader(db, place.tenant_id)
    .selectFrom('scim_tokens')
    .select(['id', 'label', 'expires_at'])
    .where('tenant_id', '=', place.tenant_id)
    .where('id', '=', place.token_id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  if (!row || (row.expires_at && row.expires_at <= now)) return undefined
  return { tenantId: place.tenant_id, id: row.id, label: row.label }
}
