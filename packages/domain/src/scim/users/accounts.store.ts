import { sql } from 'kysely'
import { announceKey } from '../../kit/announce.ts'
import type { Partition, Writing } from '../../kit/context.ts'
import { BANNED } from '../../platform/rank.rules.ts'

/** The rest that the community has of a person: accounts of the same name, keys, sessions. */

/** Whether somebody whom no provider manages has this name, as username or address. */
export async function isByHand({ tx, tenantId }: Partition, name: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select 1 from users u
      where u.tenant_id = ${tenantId} and (u.username_key = ${name} or u.email_key = ${name})
        and (u.role <> ${sql.lit(BANNED)} or u.role_before_ban is not null)
        and not exists (
          select 1 from scim_users s where s.tenant_id = ${tenantId} and s.user_id = u.id)
    ) as found`.execute(tx)
  return rows[0]?.found === true
}

/**
 * Whether another user who is active has this external id. The lock lets the second of two wait for the first. No index
 * can say it, because an inactive user may have it as well.
 */
export async function isExternalIdTaken(
  { tx, tenantId }: Partition,
  externalId: string,
  except: number,
): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${externalId}, ${tenantId}))`.execute(tx)
  const { rows } = await sql<{ found: boolean }>`
    select exists (
      select 1 from scim_users s
      join users u on u.tenant_id = ${tenantId} and u.id = s.user_id
      where s.tenant_id = ${tenantId} and s.external_id = ${externalId} and s.user_id <> ${except}
        and u.role <> ${sql.lit(BANNED)} and u.deletion_scheduled_at is null
    ) as found`.execute(tx)
  return rows[0]?.found === true
}

/** Frees a name that only a member who is leaving had. */
export const freeName = ({ tx, tenantId }: Partition, userName: string) =>
  sql`
    delete from scim_users s using users u
    where s.tenant_id = ${tenantId} and s.user_name = ${userName}
      and u.tenant_id = ${tenantId} and u.id = s.user_id
      and u.deletion_scheduled_at is not null`.execute(tx)

/** A new member; `undefined` where the username is taken. */
export async function insertMember(
  { tx, tenantId }: Partition,
  member: {
    readonly username: string
    readonly email: string | null
    readonly display_name: string
    readonly joined_at: Date
  },
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into users (tenant_id, username, email, display_name, email_verified, joined_at)
    values (${tenantId}, ${member.username}, ${member.email}, ${member.display_name},
      ${member.email !== null}, ${member.joined_at})
    on conflict (tenant_id, username_key) where username_key is not null do nothing
    returning id`.execute(tx)
  return rows[0]?.id
}

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
  for (const key of rows) announceKey(ctx, key.id)
}
