import { sql, type Expression, type RawBuilder } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import { seen as seenGroups } from '../groups/groups.store.ts'
import { seen as seenUsers } from '../users/users.store.ts'

/** A resource that was found: 0 is a user, 1 a group. */
export interface FoundRow {
  readonly kind: 0 | 1
  readonly id: number
}

/** The resources of one kind that are looked for, and the key that puts them in order. */
export interface Kind {
  readonly condition: Expression<boolean> | undefined
  readonly key: Expression<unknown> | undefined
}

interface Wanted {
  readonly users: Kind
  readonly groups: Kind
  /** The order by the column `key`; none is that of kinds and ids. */
  readonly order: RawBuilder<unknown> | undefined
  readonly offset: number
  readonly limit: number
}

/** The rows of a page over users and groups; of each kind no more are read than might be on it. */
export async function findAny(
  { tx, tenantId }: Partition,
  { users, groups, order, offset, limit }: Wanted,
): Promise<readonly FoundRow[]> {
  const most = sql.lit(offset + limit)
  const sorted = order ? sql`${order}, ` : sql``
  const keyed = ({ key }: Kind) => (order ? sql`, ${key ?? sql`null`} as key` : sql``)
  const where = ({ condition }: Kind) => (condition ? sql`and (${condition})` : sql``)
  const { rows } = await sql<FoundRow>`
    select kind, id from (
      (select 0 as kind, s.user_id as id ${keyed(users)} from scim_users s
        where ${seenUsers(tenantId)} ${where(users)} order by ${sorted} id limit ${most})
      union all
      (select 1 as kind, g.id as id ${keyed(groups)} from learn_cohorts g
        where ${seenGroups(tenantId)} ${where(groups)} order by ${sorted} id limit ${most})
    ) found order by ${sorted} kind, id limit ${limit} offset ${offset}`.execute(tx)
  return rows
}
