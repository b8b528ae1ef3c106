import { CompiledQuery, sql } from 'kysely'
import type { Partition, Writing } from '../../kit/context.ts'
import { endSecrets } from '../../platform/key-secrets.ts'
import { BANNED } from '../../platform/rank.rules.ts'

/** The rest that the community has of a person: accounts of the same name, keys, sessions. */

/** Whether somebody whom no provider manages has this name, as username or address. */
export async function isByHand({ tx, tenantId }: Partition, name: string): Promise<boolean> {
  const { rows } = await tx.executeQuery(CompiledQuery.raw(BY_HAND, [tenantId, name]))
  return rows.length > 0
}

const BY_HAND = `
  select from users u
  where u.tenant_id = $1::bigint and (u.username_key = $2::text or u.email_key = $2::text)
    and (u.role <> ${BANNED} or u.role_before_ban is not null)
    and not exists (
      select 1 from scim_users s where s.tenant_id = $1::bigint and s.user_id = u.id)
  limit 1`

/**
 * Whether another user who is active has this external id. The lock lets the second of two wait for the first. No index
 * can say it, because an inactive user may have it as well.
 */
export async function isExternalIdTaken(
  { tx, tenantId }: Partition,
  externalId: string,
  except: number,
): Promise<boolean> {
  // Sent at once: the second sees what the first has waited for.
  const [, { rows }] = await Promise.all([
    tx.executeQuery(CompiledQuery.raw(LOCK_EXTERNAL_ID, [externalId, tenantId])),
    tx.executeQuery(CompiledQuery.raw(SAME_EXTERNAL_ID, [tenantId, externalId, except])),
  ])
  return rows.length > 0
}

const LOCK_EXTERNAL_ID = 'select pg_advisory_xact_lock(hashtextextended($1::text, $2::bigint))'

const SAME_EXTERNAL_ID = `
  select from scim_users s
  join users u on u.tenant_id = $1::bigint and u.id = s.user_id
  where s.tenant_id = $1::bigint and s.external_id = $2::text and s.user_id <> $3::bigint
    and u.role <> ${BANNED} and u.deletion_scheduled_at is null
  limit 1`

/** The member who has a name and is leaving; only one can have it. */
export async function findLeaver(
  { tx, tenantId }: Partition,
  userName: string,
): Promise<number | undefined> {
  const query = CompiledQuery.raw(LEAVER, [tenantId, userName])
  const { rows } = await tx.executeQuery<{ user_id: number }>(query)
  return rows[0]?.user_id
}

const LEAVER = `
  select user_id from scim_users
  where tenant_id = $1::bigint and user_name = $2::text and left_at is not null`

/** Ends every session of a member, and revokes every key, and tells it to every process. */
export async function endAccess(ctx: Writing, id: number, now: Date): Promise<void> {
  const { tx, tenantId } = ctx
  await sql`
    delete from session_directory d using sessions s
    where d.tenant_id = ${tenantId} and s.tenant_id = ${tenantId} and s.user_id = ${id}
      and d.session_id = s.id`.execute(tx)
  await sql`
    update sessions set ended_at = ${now}
    where tenant_id = ${tenantId} and user_id = ${id} and ended_at is null`.execute(tx)
  await sql`
    delete from sign_in_tokens
    where tenant_id = ${tenantId} and user_id = ${id} and used_at is null`.execute(tx)
  const { rows } = await sql<{ id: number }>`
    update api_keys set revoked_at = ${now}
    where tenant_id = ${tenantId} and user_id = ${id} and revoked_at is null
    returning id`.execute(tx)
  await endSecrets(
    ctx,
    rows.map((key) => key.id),
    now,
  )
}
