import { throughout } from '@mobieus/db'
import { sql, type Expression, type RawBuilder } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import type { Looking } from '../filter/looking.ts'
import { counted, type Counted } from '../paging/page.ts'
import { countGroups, listGroups, seen as seenGroups } from '../groups/groups.store.ts'
import { findUserIds } from '../users/finding.store.ts'
import { seen as seenUsers } from '../users/users.store.ts'

/** A resource that was found: 0 is a user, 1 a group. */
export interface FoundRow {
  readonly kind: 0 | 1
  readonly id: number
}

/** The resources of one kind that are looked for, and the key that puts them in order. */
export interface Kind {
  readonly looking: Looking | undefined
  readonly key: Expression<unknown> | undefined
}

interface Place {
  readonly users: Kind
  readonly groups: Kind
  readonly offset: number
  readonly limit: number
}

interface Wanted extends Place {
  /** The direction of the order by keys; none is that of kinds and ids. */
  readonly direction: RawBuilder<unknown> | undefined
}

const where = ({ looking }: Kind) => (looking ? sql`and (${looking.condition})` : sql``)

/** The rows of a page over all users and groups; no more of each kind are read than might be on it. */
export async function listAny(
  { tx, tenantId }: Partition,
  { users, groups, direction, offset, limit }: Wanted,
): Promise<readonly FoundRow[]> {
  const most = sql.lit(offset + limit)
  const sorted = direction ? sql`key ${direction}, ` : sql``
  const keyed = keyedBy(direction)
  const { rows } = await sql<FoundRow>`
    select kind, id from (
      (select 0 as kind, s.user_id as id ${keyed(users)} from scim_users s
        where ${seenUsers(tenantId)} order by ${sorted} id limit ${most})
      union all
      (select 1 as kind, g.id as id ${keyed(groups)} from learn_cohorts g
        where ${seenGroups(tenantId)} order by ${sorted} id limit ${most})
    ) found order by ${sorted} kind, id limit ${limit} offset ${offset}`.execute(tx)
  return rows
}

const keyedBy =
  (direction: Wanted['direction']) =>
  ({ key }: Kind) =>
    direction ? sql`, ${key ?? sql`null`} as key` : sql``

/** The rows of a page of those whom filters find, users before groups, and how many they find. */
export async function findInTurn(
  ctx: Partition,
  { users, groups, offset, limit }: Place,
): Promise<Counted<FoundRow>> {
  const unordered = { order: undefined, after: undefined }
  const { total, ids } = users.looking
    ? await findUserIds(ctx, { looking: users.looking, ...unordered, offset, limit })
    : { total: 0, ids: [] }
  const rest = { offset: Math.max(0, offset - total), limit: limit - ids.length }
  const condition = groups.looking?.condition
  const found = await counted(
    countGroups(ctx, condition),
    rest.limit > 0 && listGroups(ctx, { condition, ...unordered, ...rest }),
  )
  const rows = [
    ...ids.map((id) => ({ kind: 0, id }) as const),
    ...found.rows.map(({ id }) => ({ kind: 1, id }) as const),
  ]
  return { total: total + found.total, rows }
}

/** The same in one order by keys; each resource is asked once. */
export async function findInOrder(
  { tx, tenantId }: Partition,
  { users, groups, direction, offset, limit }: Wanted,
): Promise<Counted<FoundRow>> {
  const keyed = keyedBy(direction)
  const { rows } = await sql<FoundRow & { readonly total: string }>`
    with found as materialized (
      select 0 as kind, s.user_id as id ${keyed(users)} from scim_users s
      where ${seenUsers(tenantId)} ${where(users)}
      union all
      select 1 as kind, g.id as id ${keyed(groups)} from learn_cohorts g
      where ${seenGroups(tenantId)} ${where(groups)}
    ), page as (
      select kind, id, row_number() over () as place from (
        select kind, id from found
        order by ${direction ? sql`key ${direction}, ` : sql``}kind, id limit ${limit} offset ${offset}
      ) rows
    )
    select counted.total, page.* from (select count(*) as total from found) counted
    left join page on true order by page.place`.execute(throughout(tx))
  return { total: Number(rows[0]?.total ?? 0), rows: rows.filter(({ id }) => id !== null) }
}
