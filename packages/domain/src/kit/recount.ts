import { sql, type RawBuilder } from 'kysely'
import type { Partition } from './context.ts'
import type { List } from './list.ts'

/** A counter that does not say what there is: so many rows, or in a log their last position. */
export interface Drift {
  readonly name: string
  readonly counter: number
  readonly rows: number
}

/** The counters of a partition that do not say what there is, those of no list included. One statement. */
export async function findDrift(ctx: Partition, lists: readonly List[]): Promise<Drift[]> {
  const { rows } = await drift(ctx.tenantId, lists).execute(ctx.tx)
  return rows
}

/**
 * Corrects what has drifted, and answers it. The lack of a counter is found in one snapshot with its
 * changes that are not placed yet, and arrives as one more change. Writes go on meanwhile, wait for
 * nothing, and stay counted. Counters that give positions are left alone.
 */
export async function repairDrift(ctx: Partition, lists: readonly List[]): Promise<Drift[]> {
  const { rows } = await repairOf(ctx.tenantId, lists).execute(ctx.tx)
  return rows
}

/** The statement of `repairDrift`. */
export function repairOf(tenantId: number, lists: readonly List[]): RawBuilder<Drift> {
  const positions = lists.filter((list) => list.positions).map(({ name }) => name)
  return sql<Drift>`
    with drift as materialized (
      select * from (${drift(tenantId, lists)}) d
      where split_part(d.name, '.', 1) <> all(${positions}::text[])
    ), mended as (
      insert into arrivals (tenant_id, created_at, types, data, names, changes)
      select ${tenantId}::bigint, now(), '{}', '{}', array_agg(d.name), array_agg(d.rows - d.counter)
      from drift d having count(*) > 0
      returning 1
    )
    select * from drift order by name collate "C"`
}

const drift = (tenantId: number, lists: readonly List[]) => sql<Drift>`
  select name, coalesce(s.value, 0) as counter, coalesce(r.value, 0) as rows
  from (${sql.join(
    lists.map((list) => countAnew(tenantId, list)),
    sql` union all `,
  )}) r
  full join (${standing(tenantId)}) s using (name)
  where coalesce(s.value, 0) <> coalesce(r.value, 0) order by name collate "C"`

/** The counters, with their changes that are not placed yet. */
const standing = (tenantId: number) => sql`
  select name, sum(value)::bigint as value from (
    select name, value from counters where tenant_id = ${tenantId}
    union all
    select c.name, c.change
    from arrivals a cross join lateral unnest(a.names, a.changes) as c(name, change)
    where a.tenant_id = ${tenantId}
  ) each group by name`

/** The counters of a list as its rows have them: one pass over the rows, whatever the number of counters. */
function countAnew(tenantId: number, list: List): RawBuilder<unknown> {
  const names = [...new Set(list.counters.flatMap(({ filters }) => filters))]
  const columns = names.map((name) => sql.ref(columnOf(list, name)))
  const rows = sql`from ${sql.table(list.table)}
    where tenant_id = ${tenantId} ${list.shown ? sql`and ${list.shown}` : sql``}`
  if (columns.length === 0) return sql`select ${list.name} as name, count(*) as value ${rows}`
  const sets = list.counters.map(
    ({ filters }) => sql`(${sql.join(filters.map((name) => sql.ref(columnOf(list, name))))})`,
  )
  // Each set of columns is told by a bit for every column that it leaves out.
  const labels = list.counters.map(({ filters, labels }) => {
    const left = names.map((name) => (filters.includes(name) ? '0' : '1')).join('')
    const name = filters.map(
      (each, i) => sql`${labels[i]}::text || ${valueOf(tenantId, list, each)}`,
    )
    return sql`when ${sql.lit(Number.parseInt(left, 2))} then ${sql.join(name, sql` || `)}`
  })
  return sql`
    select name, value from (
      select case g.left_out ${sql.join(labels, sql` `)} else ${list.name}::text end as name, g.value
      from (
        select grouping(${sql.join(columns)}) as left_out, ${sql.join(columns)}, ${totalOf(list)} as value
        ${rows} group by grouping sets ((), ${sql.join(sets)})
      ) g
    ) n where name is not null`
}

/** The number of rows; of a log the last position, which no gap makes wrong. */
function totalOf(list: List): RawBuilder<unknown> {
  if (!list.positions) return sql`count(*)`
  const within = Object.entries(list.positions.by).map(
    ([filter, column]) =>
      sql`when grouping(${sql.ref(columnOf(list, filter))}) = 0 then max(${sql.ref(column)})`,
  )
  return sql`case ${sql.join(within, sql` `)} else max(${sql.ref(list.positions.all)}) end`
}

function columnOf(list: List, name: string): string {
  const filter = list.filters[name]
  if (typeof filter === 'string') return filter
  if (filter && 'column' in filter) return filter.column
  throw new Error(`${list.name}: ${name} is no column, and cannot have a counter`)
}

function valueOf(tenantId: number, list: List, name: string): RawBuilder<unknown> {
  const filter = list.filters[name]
  const value = sql.ref(`g.${columnOf(list, name)}`)
  if (typeof filter !== 'object' || !('slugOf' in filter)) return value
  return sql`(select slug from ${sql.table(filter.slugOf)} s
    where s.tenant_id = ${tenantId} and s.id = ${value})`
}
