import { sql, type RawBuilder, type SelectQueryBuilder } from 'kysely'
import { compileOnce, type Tx } from '@mobieus/db'
import type { Partition } from './context.ts'
import { counterName, counterValue } from './count.ts'
import type { Filter, List, Value } from './list.ts'
import { malformedCursor, type Found, type PageRequest } from './page.ts'

/** The values that callers filter a list by; of one that is left out, all rows are found. */
export type Filtered<Given extends string> = Readonly<Partial<Record<Given, Value>>>

/** The values of a page's query. Filters are in snake case, so no filter has the names of the rest. */
type Values = Filtered<string> & {
  readonly tenantId: number
  readonly mostRows: number
  readonly counterName?: string
}

const AFTER = 'afterKey'
const TEXT_OF = 'text_of_'

/** Reads a page of a list. */
export type Pages<Listed, Row> = (
  ctx: Partition,
  filter: Listed extends List<string, infer Given> ? Filtered<Given> : never,
  page: PageRequest,
) => Promise<Found<Row>>

/**
 * The pages of a list with their total, each in one query, which is compiled once for each set of filters.
 * `select` says what is read of the rows of a page, and joins to them what their presentation needs.
 */
export function pagesOf<Source extends string, Given extends string, DB, TB extends keyof DB, Row>(
  list: List<Source, Given>,
  select: (ctx: Partition, from: Source) => SelectQueryBuilder<DB, TB, Row>,
): Pages<List<Source, Given>, Row> {
  const selectPage = compileOnce((tx, values: Values) => {
    const ctx = { tx, tenantId: values.tenantId }
    return select(ctx, cut(tx, list, values) as unknown as Source)
      .select([totalOf(list, values).as('total_count'), ...timesOf(list)])
      .orderBy(order(list, `${list.alias}.`))
  })
  const names = list.order.by.map((key) => (typeof key === 'string' ? key : TEXT_OF + key.time))
  const keyOf = (row: Row) => names.map((name) => (row as Record<string, string | number>)[name]!)
  return async (ctx, filter, page) => {
    const values = valuesOf(list, ctx.tenantId, filter, page)
    const { rows } = await ctx.tx.executeQuery(selectPage(ctx.tx, values))
    const [first] = rows as unknown as readonly { total_count: number }[]
    const total = first ? first.total_count : await readTotal(ctx, totalOf(list, values))
    return { rows: rows as unknown as readonly Row[], total, keyOf }
  }
}

function valuesOf<Given extends string>(
  list: List<string, Given>,
  tenantId: number,
  filter: Filtered<Given>,
  { after, limit }: PageRequest,
): Values {
  const values: Record<string, Value> = { tenantId, mostRows: limit + 1 }
  for (const name of list.filterNames) {
    const value = filter[name]
    if (value !== undefined) values[name] = value
  }
  const counter = counterName(list, values)
  if (counter !== undefined) values.counterName = counter
  if (after === undefined) return values as Values
  if (after.length !== list.order.by.length) throw malformedCursor()
  after.forEach((value, i) => (values[AFTER + i] = value))
  return values as Values
}

/**
 * The rows of a page, cut before they are joined. Left to choose, PostgreSQL expects few rows of a small
 * tenant before an id, and joins and sorts them all. A deep page of 5,000 then takes 14 ms, not 1.
 */
function cut(tx: Tx, list: List, values: Values) {
  let rows = tx
    .selectFrom(list.table as 'posts')
    .selectAll()
    .where(matching(list, values.tenantId, values))
    .orderBy(order(list))
    .limit(values.mostRows)
  if (values[`${AFTER}0`] !== undefined) rows = rows.where(behind(list, values))
  return rows.as(list.alias)
}

const columnsOf = ({ order: { by } }: List): string[] =>
  by.map((key) => (typeof key === 'string' ? key : key.time))

const order = (list: List, alias = ''): RawBuilder<unknown> =>
  sql.join(
    columnsOf(list).map(
      (column) => sql`${sql.ref(alias + column)} ${sql.raw(list.order.direction)}`,
    ),
  )

/** The rows behind a key, compared as a whole, so that an index in the list's order leads to them. */
function behind(list: List, values: Values): RawBuilder<boolean> {
  const columns = columnsOf(list)
  const key = columns.map((_, i) => sql`${values[AFTER + i]}`)
  const compared = sql.raw(list.order.direction === 'asc' ? '>' : '<')
  return sql<boolean>`(${sql.join(columns.map((column) => sql.ref(column)))}) ${compared} (${sql.join(key)})`
}

/** The times of a key as texts, which keep their microseconds. */
const timesOf = ({ alias, order: { by } }: List) =>
  by.flatMap((key) =>
    typeof key === 'string'
      ? []
      : [sql<string>`to_json(${sql.ref(`${alias}.${key.time}`)}) #>> '{}'`.as(TEXT_OF + key.time)],
  )

/** The condition of the rows that the list shows and the filters find. */
export const matching = (
  list: List,
  tenantId: number,
  filter: Filtered<string>,
): RawBuilder<boolean> => {
  const given = list.filterNames.flatMap((name) => {
    const value = filter[name]
    return value === undefined ? [] : [found(list.filters[name] as Filter, tenantId, value)]
  })
  const shown = list.shown ? [list.shown] : []
  return sql<boolean>`${sql.join([sql`tenant_id = ${tenantId}`, ...shown, ...given], sql` and `)}`
}

function found(filter: Filter, tenantId: number, value: Value): RawBuilder<unknown> {
  if (typeof filter === 'string') return sql`${sql.ref(filter)} = ${value}`
  if ('where' in filter) return filter.where(value)
  const { column, slugOf } = filter
  return sql`${sql.ref(column)} = (
    select id from ${sql.table(slugOf)} where tenant_id = ${tenantId} and slug = ${value})`
}

/** `total_count` of a list: a counter's value, else the rows that an index finds. */
const totalOf = (list: List, { tenantId, counterName: name, ...filter }: Values) =>
  name === undefined
    ? countRows(list, matching(list, tenantId, filter))
    : counterValue(tenantId, name)

/** The number of a list's rows that meet a condition. */
export const countRows = (list: List, condition: RawBuilder<unknown>): RawBuilder<number> =>
  sql<number>`(select count(*) from ${sql.table(list.table)} where ${condition})`

/** The total of a page without rows, which would carry it. */
export async function readTotal({ tx }: Partition, total: RawBuilder<number>): Promise<number> {
  const row = await tx.selectNoFrom(total.as('total_count')).executeTakeFirstOrThrow()
  return row.total_count
}
