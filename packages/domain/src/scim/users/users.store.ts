import { sql, type Expression } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { counterValue } from '../../kit/count.ts'
import { MODERATOR } from '../../platform/rank.rules.ts'
import type { Bounds } from '../paging/page.ts'
import type { Order } from '../projection/order.ts'
import type { Resource } from '../schema/resources.ts'
import { groupOf, leaveGroups } from '../groups/membership.store.ts'
import { valuesOf } from './columns.rules.ts'
import type { Made } from './making.store.ts'

/** A user as it is shown. */
export interface ScimUserRow {
  readonly id: number
  readonly username: string
  readonly resource: Resource
  readonly version: number
  readonly role: number
  readonly role_before_ban: number | null
  /** The groups of the member, each its id and its name; null for none, or where they were not asked for. */
  readonly groups: readonly (readonly [id: number, name: string])[] | null
  /** Whether `active` has a value; a provider may remove it, which leaves the member's standing as it is. */
  readonly has_active: boolean
  readonly created_at: Date
  readonly updated_at: Date
}

/** Those whom a provider manages; members of them who moderate or are leaving are counted apart. */
export const scimUserList = listOf('scim_users', {
  from: 'scim_users',
  order: { by: ['user_id'], direction: 'asc' },
})

/** The ids of members who are out of every provider's hands, whatever rows there are: few of all. */
const outOfReach = (tenantId: number) => sql`
  select h.id from users h where h.tenant_id = ${tenantId}
    and (h.role >= ${sql.lit(MODERATOR)} or h.role_before_ban >= ${sql.lit(MODERATOR)}
      or h.deletion_scheduled_at is not null)`

/** The condition of the rows of `scim_users s` that the provider sees. */
export const seen = (tenantId: number) => sql<boolean>`
  s.tenant_id = ${tenantId} and s.user_id not in (${outOfReach(tenantId)})`

const shown = sql`
  u.id, u.username, u.role, u.role_before_ban, r.resource, s.has_active, s.version, s.created_at, s.updated_at`

/** The groups of the user of a row. */
const groups = (tenantId: number) => sql`(
  select json_agg(json_build_array(c.id, c.name) order by c.id)
  from learn_cohort_members m join learn_cohorts c on ${groupOf(tenantId)}
  where m.tenant_id = ${tenantId} and m.user_id = s.user_id)`

export const joined = (tenantId: number) => sql`
  join users u on u.tenant_id = ${tenantId} and u.id = s.user_id
  join scim_user_resources r on r.tenant_id = ${tenantId} and r.user_id = s.user_id`

/** The rows of a page: in what order before that of ids, and whether with their groups. */
export interface Page extends Bounds {
  readonly order: Order | undefined
  readonly withGroups?: boolean
}

/** The condition of rows of `scim_users s`; none finds all. */
interface Wanted extends Page {
  readonly condition: Expression<unknown> | undefined
}

export const shownOf = (tenantId: number, { withGroups }: Page) =>
  sql`${shown}, ${withGroups ? groups(tenantId) : sql`null`} as groups`

/** The items of `order by` before that of ids. */
export const inOrder = (order: Order | undefined) =>
  order ? sql`${order.key} ${order.direction}, ` : sql``

/** The rows of a page, cut before they are joined. */
export async function listUsers(
  { tx, tenantId }: Partition,
  wanted: Wanted,
): Promise<readonly ScimUserRow[]> {
  const { condition, order, after, offset, limit } = wanted
  const { rows } = await sql<ScimUserRow>`
    select ${shownOf(tenantId, wanted)} from (
      select s.*, row_number() over () as place from (
        select s.* from scim_users s
        where ${seen(tenantId)}
          ${condition ? sql`and (${condition})` : sql``}
          ${after === undefined ? sql`` : sql`and s.user_id > ${after}`}
        order by ${inOrder(order)}s.user_id
        limit ${limit} offset ${offset}
      ) s
    ) s ${joined(tenantId)} order by s.place`.execute(tx)
  return rows
}

/** How many users there are: the counter's value, without those out of reach. */
export async function countUsers({ tx, tenantId }: Partition): Promise<number> {
  const total = sql<number>`(${counterValue(tenantId, scimUserList.name)} - (
    select count(*) from scim_users s
    where s.tenant_id = ${tenantId} and s.user_id = any(array(${outOfReach(tenantId)}))))`
  const row = await tx.selectNoFrom(total.as('total')).executeTakeFirstOrThrow()
  return Number(row.total)
}

/** A user whom the provider sees. */
export async function findUser(
  { tx, tenantId }: Partition,
  id: number,
): Promise<ScimUserRow | undefined> {
  const { rows } = await sql<ScimUserRow>`
    select ${shown}, ${groups(tenantId)} as groups from scim_users s ${joined(tenantId)}
    where s.tenant_id = ${tenantId} and s.user_id = ${id} and ${visible}`.execute(tx)
  return rows[0]
}

/** The condition that a member `u`, whom a provider manages, is seen by it. */
export const visible = sql`
  u.role < ${sql.lit(MODERATOR)} and coalesce(u.role_before_ban, 0) < ${sql.lit(MODERATOR)}
  and u.deletion_scheduled_at is null`

/** The same, locked until the transaction ends; the member first, as moderators lock them. */
export async function lockUser(ctx: Partition, id: number): Promise<ScimUserRow | undefined> {
  const { tx, tenantId } = ctx
  await sql`select 1 from users where tenant_id = ${tenantId} and id = ${id} for no key update`.execute(
    tx,
  )
  await sql`
    select 1 from scim_users where tenant_id = ${tenantId} and user_id = ${id} for no key update`.execute(
    tx,
  )
  return findUser(ctx, id)
}

async function insertValues({ tx, tenantId }: Partition, id: number, resource: Resource) {
  const values = valuesOf(resource)
  if (values.length === 0) return
  await tx
    .insertInto('scim_user_values')
    .values(values.map((value) => ({ ...value, tenant_id: tenantId, user_id: id })))
    .execute()
}

/** Puts another resource in place of a user's; answers nothing, and changes the version. */
export async function replaceUser(
  { tx, tenantId }: Partition,
  id: number,
  { resource, columns }: Made,
  { now, has_active }: { readonly now: Date; readonly has_active: boolean },
): Promise<void> {
  await tx
    .updateTable('scim_users')
    .set({
      ...{ ...columns, has_active },
      ...{ version: sql<number>`version + 1`, updated_at: now },
    })
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', id)
    .execute()
  await tx
    .updateTable('scim_user_resources')
    .set({ resource: JSON.stringify(resource) })
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', id)
    .execute()
  await tx
    .deleteFrom('scim_user_values')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', id)
    .execute()
  await insertValues({ tx, tenantId }, id, resource)
}

/** Takes a user out of the provider's hands, and out of its groups. */
export async function removeUser(ctx: Partition, id: number, now: Date): Promise<boolean> {
  const { tx, tenantId } = ctx
  await leaveGroups(ctx, id, now)
  const { numDeletedRows } = await tx
    .deleteFrom('scim_users')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', id)
    .executeTakeFirstOrThrow()
  // Again: the user was being added to another group until just now.
  await leaveGroups(ctx, id, now)
  return numDeletedRows > 0
}
