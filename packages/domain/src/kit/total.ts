import { sql, type RawBuilder } from 'kysely'
import type { Partition } from './context.ts'
import { counterName } from './count.ts'

/**
 * `total_count` as a column beside the rows of a page, so that a list is one query. Counted lists
 * read one counter, by primary key, however many rows there are.
 */
export function counted(
  tenantId: number,
  list: string,
  by?: string,
  value?: string | number,
): RawBuilder<number> {
  const name = counterName(list, by, value)
  return sql<number>`coalesce((select value from counters where tenant_id = ${tenantId} and name = ${name}), 0)`
}

/** The total of a page: its rows carry it; an empty page asks for it alone. */
export async function totalOf(
  { tx }: Partition,
  rows: readonly { total_count: number }[],
  total: () => RawBuilder<number>,
): Promise<number> {
  const [first] = rows
  if (first) return first.total_count
  const row = await tx.selectNoFrom(total().as('total_count')).executeTakeFirstOrThrow()
  return row.total_count
}
