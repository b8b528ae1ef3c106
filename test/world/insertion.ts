import type { Statement } from '../../packages/db/src/index.ts'
import type { Platform } from '../support/http/platform.ts'
import type { TableName } from './part.ts'

/** Rows of one table that all have the same columns. */
export interface Insertion {
  readonly table: TableName
  readonly rows: readonly object[]
}

/** The same rows in fewer insertions, those into tables that others refer to first. */
export function inOrder(insertions: readonly Insertion[], order: Order): Insertion[] {
  const alike = new Map<string, { table: TableName; rows: object[] }>()
  for (const { table, rows } of insertions) {
    const shape = `${table} ${columnsOf(rows).join()}`
    const found = alike.get(shape) ?? { table, rows: [] }
    alike.set(shape, found)
    found.rows.push(...rows)
  }
  return [...alike.values()].sort((a, b) => order(a.table) - order(b.table))
}

const columnsOf = ([row = {}]: readonly object[]): string[] => Object.keys(row)

/** Inserts rows with the ids that they name. */
export function insertion(tenantId: number, { table, rows }: Insertion): Statement {
  const columns = ['tenant_id', ...columnsOf(rows)].join(', ')
  const values = JSON.stringify(rows.map((row) => ({ tenant_id: tenantId, ...row })))
  return {
    text: `insert into ${table} (${columns}) overriding system value
      select ${columns} from json_populate_recordset(null::${table}, $1) returning 1`,
    values: [values],
  }
}

export type Order = (table: TableName) => number
const orders = new WeakMap<Platform, Promise<Order>>()

/** The place of a table when rows are inserted: after all tables that it has to find its rows in at once. */
export function orderOf(platform: Platform): Promise<Order> {
  const found = orders.get(platform) ?? readOrder(platform)
  orders.set(platform, found)
  return found
}

async function readOrder(platform: Platform): Promise<Order> {
  const { rows } = await platform.query(
    `select distinct conrelid::regclass::text as "table", confrelid::regclass::text as target
     from pg_constraint where contype = 'f' and conrelid <> confrelid and not condeferred`,
  )
  const targets = new Map<string, string[]>()
  for (const { table, target } of rows as { table: string; target: string }[])
    targets.set(table, [...(targets.get(table) ?? []), target])
  const order = new Map<string, number>()
  const begun = new Set<string>()
  const visit = (table: string): void => {
    if (begun.has(table)) return
    begun.add(table)
    for (const target of targets.get(table) ?? []) visit(target)
    order.set(table, order.size)
  }
  for (const table of targets.keys()) visit(table)
  return (table) => order.get(table) ?? -1
}
