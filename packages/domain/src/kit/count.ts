import { sql, type RawBuilder } from 'kysely'
import type { Outbox, Partition } from './context.ts'
import type { List } from './list.ts'

/** The counters of a list. */
type Counters<Counted extends string> = Pick<List<string, string, Counted>, 'name' | 'counters'>

/** A row's values of the filters that have counters; none counts a row by what it has not. */
type Counted<Name extends string> = Readonly<Record<Name, string | number | boolean | null>>

/**
 * Changes the counters behind `total_count`: the list's own, and those of the filters that find the row.
 * Written when the transaction commits. A row that moves is taken off as it was and added as it is.
 */
export function count(ctx: Counting, list: Counters<never>, change: number): void
export function count<Name extends string>(
  ctx: Counting,
  list: Counters<Name>,
  change: number,
  row: Counted<Name>,
): void
export function count(
  { outbox: { counts } }: Counting,
  list: Counters<string>,
  change: number,
  row: Counted<string> = {},
): void {
  add(counts, list.name, change)
  for (const { filters, labels } of list.counters) {
    const name = nameOf(filters, labels, row)
    if (name !== undefined) add(counts, name, change)
  }
}

interface Counting {
  readonly outbox: Outbox
}

const add = (counts: Outbox['counts'], name: string, change: number) =>
  counts.set(name, (counts.get(name) ?? 0) + change)

type Values = Readonly<Record<string, unknown>>

/** `reports.status=open&reason_category=spam`; `undefined` where one of the values is missing. */
function nameOf(filters: readonly string[], labels: readonly string[], values: Values) {
  let name = ''
  for (let i = 0; i < filters.length; i++) {
    const value = values[filters[i] as string]
    if (value === undefined || value === null) return undefined
    name += `${labels[i]}${value as string | number | boolean}`
  }
  return name
}

/** The name of the counter that knows the total of these filters; `undefined` where none does. */
export function counterName(list: List, values: Values = {}): string | undefined {
  let given = 0
  for (const name of list.filterNames) if (values[name] !== undefined) given++
  if (given === 0) return list.name
  for (const { filters, labels } of list.counters) {
    const name = filters.length === given ? nameOf(filters, labels, values) : undefined
    if (name !== undefined) return name
  }
  return undefined
}

/**
 * The value of a counter as an expression of a query: what is placed, and what has arrived since. Both are
 * of the query's snapshot, so it counts exactly what was committed before; 0 before anything was counted.
 */
export const counterValue = (
  tenantId: number,
  name: string | RawBuilder<unknown>,
): RawBuilder<number> => sql<number>`(
  coalesce((select value from counters where tenant_id = ${tenantId} and name = ${name}), 0)
  + coalesce((select sum(changes[array_position(names, ${name}::text)]) from arrivals
      where ${arriving(tenantId)}), 0)::bigint)`

/**
 * The condition of a tenant's arrivals that may not be placed yet. Below a policy PostgreSQL takes no index
 * where `coalesce` is outside of the look-up.
 */
export const arriving = (tenantId: number): RawBuilder<boolean> => sql<boolean>`
  tenant_id = ${tenantId} and id > (
    select coalesce(max(s.id), 0) from arrivals_settled s where s.tenant_id = ${tenantId})`

/** The value of a counter by itself. */
export async function readCounter({ tx, tenantId }: Partition, name: string): Promise<number> {
  const row = await tx
    .selectNoFrom(counterValue(tenantId, name).as('value'))
    .executeTakeFirstOrThrow()
  return row.value
}
