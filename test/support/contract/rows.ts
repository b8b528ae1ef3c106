import { placeArrivals } from '../../../packages/domain/src/platform/index.ts'
import type { Platform } from '../http/platform.ts'

/**
 * The columns that a call changes although it has no effect: when its key was used, its quota, its
 * session. So are the note how far the log is settled, and the places that an export gives to what changed before.
 */
const NOTED = ['last_used_at', 'last_used_ip', 'change_number']
const NO_EFFECT = new Set([
  'arrivals_settled',
  'help_changes',
  'rate_windows',
  'rate_class_windows',
  'scim_token_windows',
  'sessions',
  'session_directory',
])

type Row = Readonly<Record<string, unknown>>
type Dump = Readonly<Record<string, readonly Row[]>>

const statements = new WeakMap<Platform, Promise<string>>()

/**
 * Every row of a partition, by table, `except` some tables: two dumps are equal if nothing happened
 * in between. Arrivals are placed before, so that it does not matter whether the log was read.
 */
export async function dump(platform: Platform, tenantId: number, except?: RegExp): Promise<Dump> {
  await placeArrivals(platform.db, tenantId)
  const statement = statements.get(platform) ?? compose(platform)
  statements.set(platform, statement)
  const { rows } = await platform.query(await statement, [tenantId, NOTED], 'dump')
  const kept = (rows as { name: string; found: Row[] | null }[]).filter(
    ({ name }) => !except?.test(name),
  )
  return Object.fromEntries(
    kept.map(({ name, found }) => [
      name,
      (found ?? []).filter((row) => name !== 'counters' || !except?.test(String(row.name))),
    ]),
  )
}

/** One statement for all tables, prepared: a trip for each takes longer than the rows, and so does a plan for all. */
async function compose(platform: Platform): Promise<string> {
  const { rows } = await platform.query(
    `select c.table_name as name from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'tenant_id' and t.table_type = 'BASE TABLE'
     order by 1`,
  )
  const tables = (rows as { name: string }[]).map(({ name }) => name)
  return tables
    .filter((name) => !NO_EFFECT.has(name))
    .map(
      (name) => `select '${name}' as name,
         (select json_agg(row order by row::text) from (
           select to_jsonb(r) - $2::text[] as row from ${name} r where tenant_id = $1) r) as found`,
    )
    .join(' union all ')
}

/** An answer without what a call notes about its key: two equal reads show it alike, however far apart they are. */
export function withoutUse<T>(answer: T): T {
  const text = JSON.stringify(answer, (name, value) => (NOTED.includes(name) ? null : value))
  return text === undefined ? answer : (JSON.parse(text) as T)
}

/** How many rows each table has, and what each counter says: what one effect amounts to. */
export function tally(rows: Dump): Record<string, number> {
  const sizes = Object.entries(rows).map(([table, found]) => [table, found.length] as const)
  const counters = (rows.counters as unknown as { name: string; value: number }[]).map(
    ({ name, value }) => [`counter ${name}`, value] as const,
  )
  return Object.fromEntries([...sizes, ...counters])
}
