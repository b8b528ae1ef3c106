import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import { visible } from '../users/users.store.ts'

/** The members of groups, of whom a provider sees those whom it manages. */

/** A member as it is shown. */
export interface MemberRow {
  readonly group_id: number
  readonly user_id: number
  readonly display: string
}

/** The join of a member `m` with the user, and the condition that the provider sees them. */
export const seenMembers = (tenantId: number) => sql`
  join scim_users s on s.tenant_id = ${tenantId} and s.user_id = m.user_id
  join users u on u.tenant_id = ${tenantId} and u.id = m.user_id and ${visible}`

/** The members of groups, those of the first group first, at most `limit`. */
export async function listMembers(
  { tx, tenantId }: Partition,
  groupIds: readonly number[],
  limit?: number,
): Promise<readonly MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select m.cohort_id as group_id, m.user_id, u.display_name as display
    from unnest(${groupIds}::bigint[]) with ordinality as g (id, place)
    join learn_cohort_members m on m.tenant_id = ${tenantId} and m.cohort_id = g.id
    ${seenMembers(tenantId)}
    order by g.place, m.user_id ${limit === undefined ? sql`` : sql`limit ${limit}`}`.execute(tx)
  return rows
}

/** The outcome of an addition: who has come, and who is no user that the provider sees. */
export interface Added {
  readonly added: readonly number[]
  readonly unknown: readonly number[]
}

/**
 * Adds members; those who are in stay. Each user is kept from leaving the provider until the transaction ends, so that
 * nobody is a member who is no user.
 */
export async function addMembers(
  { tx, tenantId }: Partition,
  groupId: number,
  userIds: readonly number[],
  now: Date,
): Promise<Added> {
  const { rows } = await sql<Added>`
    with sent as materialized (select distinct id from unnest(${userIds}::bigint[]) as id),
    found as materialized (
      select s.user_id from sent
      join scim_users s on s.tenant_id = ${tenantId} and s.user_id = sent.id
      join users u on u.tenant_id = ${tenantId} and u.id = sent.id and ${visible}
      for key share of s
    ), added as (
      insert into learn_cohort_members (tenant_id, cohort_id, user_id, joined_at)
      select ${tenantId}, ${groupId}, user_id, ${now} from found
      on conflict do nothing returning user_id
    )
    select array(select user_id from added order by 1) as added,
      array(select id from sent except select user_id from found order by 1) as unknown`.execute(tx)
  return rows[0] as Added
}

/** Removes these members; answers who has gone. */
export const removeMembers = (ctx: Partition, groupId: number, userIds: readonly number[]) =>
  remove(ctx, groupId, sql`m.user_id = any(${userIds}::bigint[])`)

/** Removes all members but these; answers who has gone. */
export const removeOthers = (ctx: Partition, groupId: number, userIds: readonly number[]) =>
  remove(ctx, groupId, sql`m.user_id not in (select unnest(${userIds}::bigint[]))`)

async function remove(
  { tx, tenantId }: Partition,
  groupId: number,
  which: ReturnType<typeof sql>,
): Promise<readonly number[]> {
  const { rows } = await sql<{ user_id: number }>`
    delete from learn_cohort_members m using scim_users s, users u
    where m.tenant_id = ${tenantId} and m.cohort_id = ${groupId} and ${which}
      and s.tenant_id = ${tenantId} and s.user_id = m.user_id
      and u.tenant_id = ${tenantId} and u.id = m.user_id and ${visible}
    returning m.user_id`.execute(tx)
  return rows.map(({ user_id }) => user_id)
}
