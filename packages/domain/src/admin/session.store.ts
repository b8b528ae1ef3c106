import { sql, type Insertable } from 'kysely'
import type { Tables } from '@mobieus/db'
import { among } from '../kit/among.ts'
import type { Partition } from '../kit/context.ts'

/** Inserts a session and its entry in the directory. */
export async function insertSession(
  { tx, tenantId }: Partition,
  session: Omit<Insertable<Tables['sessions']>, 'tenant_id'>,
  tokenHash: Buffer,
): Promise<{ id: number }> {
  const row = await tx
    .insertInto('sessions')
    .values({ ...session, tenant_id: tenantId })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('session_directory')
    .values({ token_hash: tokenHash, tenant_id: tenantId, session_id: row.id })
    .execute()
  return row
}

/** Ends a session: its cookie leads nowhere any more. */
export async function endSession(
  { tx, tenantId }: Partition,
  id: number,
  now: Date,
): Promise<void> {
  await tx
    .deleteFrom('session_directory')
    .where('tenant_id', '=', tenantId)
    .where('session_id', '=', id)
    .execute()
  await tx
    .updateTable('sessions')
    .set({ ended_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
}

export const insertSignInToken = (
  { tx, tenantId }: Partition,
  token: Omit<Insertable<Tables['sign_in_tokens']>, 'tenant_id'>,
) =>
  tx
    .insertInto('sign_in_tokens')
    .values({ ...token, tenant_id: tenantId })
    .execute()

/** Marks a token as used, and answers whom it signs in; of two at once one gets `undefined`. */
export const useSignInToken = ({ tx, tenantId }: Partition, tokenHash: Buffer, now: Date) =>
  tx
    .updateTable('sign_in_tokens')
    .set({ used_at: now })
    .where('tenant_id', '=', tenantId)
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning('user_id')
    .executeTakeFirst()

const selectSignIns = ({ tx, tenantId }: Partition, fromRole: number) =>
  tx
    .selectFrom('users')
    .select(['id', 'username', 'role'])
    .where('tenant_id', '=', tenantId)
    .where(sql<boolean>`role >= ${sql.lit(fromRole)}`)
    .where('deletion_scheduled_at', 'is', null)

/** A member who may sign in. */
export const findSignIn = (partition: Partition, fromRole: number, id: number) =>
  selectSignIns(partition, fromRole).where('id', '=', id).executeTakeFirst()

/** The same by name; without one whoever has the highest role for longest. */
export function findSignInByName(partition: Partition, fromRole: number, name?: string) {
  const query = selectSignIns(partition, fromRole)
  return name === undefined
    ? query.orderBy('role', 'desc').orderBy('id').limit(1).executeTakeFirst()
    : query.where('username_key', '=', name.toLowerCase()).executeTakeFirst()
}

/** Removes sessions and sign-in tokens that expired before `now`, at most `limit` of each. */
export async function deleteExpired(
  { tx, tenantId }: Partition,
  now: Date,
  limit: number,
): Promise<number> {
  const expired = <Table extends 'sessions' | 'sign_in_tokens'>(table: Table) =>
    tx
      .selectFrom(table as 'sessions')
      .where('tenant_id', '=', tenantId)
      .where('expires_at', '<=', now)
      .orderBy('expires_at')
      .limit(limit)
      .forUpdate()
      .skipLocked()
  const sessions = await tx
    .deleteFrom('sessions')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', among<number>(expired('sessions').select('id')))
    .returning('id')
    .execute()
  const ids = sessions.map(({ id }) => id)
  if (ids.length > 0)
    await tx
      .deleteFrom('session_directory')
      .where('tenant_id', '=', tenantId)
      .where('session_id', '=', sql<number>`any(${ids}::bigint[])`)
      .execute()
  const links = expired('sign_in_tokens').select(sql.ref('token_hash').as('token_hash'))
  const tokens = await tx
    .deleteFrom('sign_in_tokens')
    .where('tenant_id', '=', tenantId)
    .where('token_hash', '=', among<Buffer>(links))
    .executeTakeFirst()
  return sessions.length + Number(tokens.numDeletedRows)
}

/** When the first session or link that signs in is over. */
export const nextExpired = ({ tenantId }: Pick<Partition, 'tenantId'>) =>
  sql`least(
    (select min(expires_at) from sessions where tenant_id = ${tenantId}),
    (select min(expires_at) from sign_in_tokens where tenant_id = ${tenantId}))`
