import { sql, type Expression } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import { counterValue } from '../../kit/count.ts'
import { listOf } from '../../kit/list.ts'
import type { Bounds } from '../paging/page.ts'
import type { Order } from '../projection/order.ts'

/** A group as it is kept: a cohort of the source `api`. */
export interface GroupRow {
  readonly id: number
  readonly name: string
  readonly external_id: string | null
  readonly version: number
  readonly created_at: Date
  readonly updated_at: Date
}

/** The properties of a group that a provider writes; `name_key` is the name as filters compare it. */
export interface GroupColumns {
  readonly name: string
  readonly name_key: string
  readonly external_id: string | null
}

const there = sql<boolean>`source = 'api' and deleted_at is null`

export const scimGroupList = listOf('scim_groups', {
  from: 'learn_cohorts',
  shown: there,
  order: { by: ['id'], direction: 'asc' },
})

/** The condition of the rows of `learn_cohorts g` that the provider sees. */
export const seen = (tenantId: number) =>
  sql<boolean>`g.tenant_id = ${tenantId} and g.source = 'api' and g.deleted_at is null`

const shown = sql`g.id, g.name, g.external_id, g.version, g.created_at, g.updated_at`

/** Which groups, and in what order before that of ids. */
export interface Wanted {
  /** The condition of rows of `learn_cohorts g`; none finds all. */
  readonly condition: Expression<unknown> | undefined
  readonly order: Order | undefined
}

export async function listGroups(
  { tx, tenantId }: Partition,
  { condition, order, after, offset, limit }: Wanted & Bounds,
): Promise<readonly GroupRow[]> {
  const { rows } = await sql<GroupRow>`
    select ${shown} from learn_cohorts g
    where ${seen(tenantId)}
      ${condition ? sql`and (${condition})` : sql``}
      ${after === undefined ? sql`` : sql`and g.id > ${after}`}
    order by ${order ? sql`${order.key} ${order.direction}, ` : sql``}g.id
    limit ${limit} offset ${offset}`.execute(tx)
  return rows
}

/** How many groups a condition finds; of all it is the counter's value. */
export async function countGroups(
  { tx, tenantId }: Partition,
  condition: Expression<unknown> | undefined,
): Promise<number> {
  const total = condition
    ? sql<number>`(select count(*) from learn_cohorts g where ${seen(tenantId)} and (${condition}))`
    : counterValue(tenantId, scimGroupList.name)
  const row = await tx.selectNoFrom(total.as('total')).executeTakeFirstOrThrow()
  return Number(row.total)
}

export const findGroup = (ctx: Partition, id: number) => findOne(ctx, id, sql``)

/** The same, locked until the transaction ends. */
export const lockGroup = (ctx: Partition, id: number) => findOne(ctx, id, sql`for no key update`)

async function findOne({ tx, tenantId }: Partition, id: number, locking: ReturnType<typeof sql>) {
  const { rows } = await sql<GroupRow>`
    select ${shown} from learn_cohorts g
    where ${seen(tenantId)} and g.id = ${id} ${locking}`.execute(tx)
  return rows[0]
}

export async function insertGroup(
  { tx, tenantId }: Partition,
  columns: GroupColumns,
  now: Date,
): Promise<GroupRow> {
  const row = { ...columns, tenant_id: tenantId, source: 'api', created_at: now, updated_at: now }
  return tx
    .insertInto('learn_cohorts')
    .values(row)
    .returning(['id', 'name', 'external_id', 'version', 'created_at', 'updated_at'])
    .executeTakeFirstOrThrow()
}

/** Writes a group's properties, and gives it another version. */
export const updateGroup = (
  { tx, tenantId }: Partition,
  id: number,
  columns: GroupColumns,
  now: Date,
): Promise<GroupRow> =>
  tx
    .updateTable('learn_cohorts')
    .set({ ...columns, version: sql<number>`version + 1`, updated_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(['id', 'name', 'external_id', 'version', 'created_at', 'updated_at'])
    .executeTakeFirstOrThrow()

/** The group is there no more; its members are removed afterwards, in batches. */
export const deleteGroup = ({ tx, tenantId }: Partition, id: number, now: Date) =>
  tx
    .updateTable('learn_cohorts')
    .set({ deleted_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
