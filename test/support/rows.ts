import type { Platform } from './platform.ts'

/** What a call changes although it has no effect: when its key was used, its quota, its session. */
const NOTED = new Set(['last_used_at', 'last_used_ip'])
const NO_EFFECT = new Set(['rate_windows', 'sessions', 'session_directory'])

type Dump = Readonly<Record<string, readonly unknown[]>>

/**
 * Every row of a partition, by table, `except` some tables: two dumps are equal if nothing happened
 * in between.
 */
export async function dump(platform: Platform, tenantId: number, except?: RegExp): Promise<Dump> {
  const { rows: tables } = await platform.query(
    `select c.table_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
     order by 1`,
  )
  const found: Record<string, unknown[]> = {}
  for (const { name } of tables as { name: string }[]) {
    if (NO_EFFECT.has(name) || except?.test(name)) continue
    const { rows } = await platform.query(
      `select to_jsonb(r) as row from ${name} r where tenant_id = $1 order by to_jsonb(r)::text`,
      [tenantId],
    )
    found[name] = rows
      .filter(({ row }) => name !== 'counters' || !except?.test(row.name))
      .map(({ row }: { row: Record<string, unknown> }) =>
        Object.fromEntries(Object.entries(row).filter(([column]) => !NOTED.has(column))),
      )
  }
  return found
}

/** How many rows each table has, and what each counter says: what one effect amounts to. */
export function tally(rows: Dump): Record<string, number> {
  const sizes = Object.entries(rows).map(([table, found]) => [table, found.length] as const)
  const counters = (rows.counters as { name: string; value: number }[]).map(
    ({ name, value }) => [`counter ${name}`, value] as const,
  )
  return Object.fromEntries([...sizes, ...counters])
}
