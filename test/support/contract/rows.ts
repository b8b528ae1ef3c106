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
  'member_windows',
  'scim_token_windows',
  'sessions',
  'session_directory',
])

/** Tables with their rows, as JSON: whole texts are compared in no time, and hardly any is ever read. */
type Dump = Readonly<Record<string, string>>

const statements = new WeakMap<Platform, Promise<string>>()

/**
 * Every row of a partition, by table, `except` some tables: two dumps are equal if nothing happened
 * in between. Arrivals are placed before, so that it does not matter whether the log was read.
 */
export async function dump(platform: Platform, tenantId: number, except?: RegExp): Promise<Dump> {
  await placeArrivals(platform.db, tenantId)
  const statement = statements.get(platform) ?? compose(platform)
  statements.set(platform, statement)
  const { rows } = await platform.query(await statement, [tenantId], 'dump')
  const all = Object.fromEntries(
    (rows as { name: string; found: string }[])
      .filter(({ name }) => !except?.test(name))
      .map(({ name, found }) => [name, found]),
  )
  if (except === undefined) return all
  const counters = rowsOf(all, 'counters').filter(({ name }) => !except.test(String(name)))
  return { ...all, counters: JSON.stringify(counters) }
}

/** The rows of a table. */
export const rowsOf = (dumped: Dump, table: string): Readonly<Record<string, unknown>>[] =>
  JSON.parse(dumped[table] ?? '[]')

/** The same without what a refusal leaves: an entry of the provisioning log, and the note of its purge. */
export async function dumpUnlogged(
  platform: Platform,
  tenantId: number,
  except: RegExp,
): Promise<Dump> {
  const rows = await dump(platform, tenantId, new RegExp(`${except.source}|^scim_requests`))
  const due = rowsOf(rows, 'work_due').filter(({ kind }) => kind !== 'purgeScimRequests')
  return { ...rows, work_due: JSON.stringify(due) }
}

/**
 * One statement for all tables, prepared: a trip for each takes longer than the rows, and so does a plan for
 * all. A row a line, in their order as text; read as `jsonb` in place of text they took twice as long.
 */
async function compose(platform: Platform): Promise<string> {
  const { rows } = await platform.query(
    `select c.table_name as name, string_agg(quote_ident(c.column_name), ', ' order by c.ordinal_position)
       filter (where c.column_name <> all($1)) as columns
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
     group by c.table_name having bool_or(c.column_name = 'tenant_id')
     order by 1`,
    [NOTED],
  )
  return (rows as { name: string; columns: string }[])
    .filter(({ name }) => !NO_EFFECT.has(name))
    .map(
      ({ name, columns }) => `select '${name}' as name,
         (select '[' || coalesce(string_agg(row, E',\\n' order by row), '') || ']' from (
           select row_to_json(r)::text as row from (
             select ${columns} from ${name} where tenant_id = $1) r) r) as found`,
    )
    .join(' union all ')
}

/** An answer without what a call notes about its key: two equal reads show it alike, however far apart they are. */
export function withoutUse<T>(answer: T): T {
  const text = JSON.stringify(answer, (name, value) => (NOTED.includes(name) ? null : value))
  return text === undefined ? answer : (JSON.parse(text) as T)
}

/** How many rows each table has, and what each counter says: what one effect amounts to. */
export function tally(dumped: Dump): Record<string, number> {
  const sizes = Object.keys(dumped).map((table) => [table, rowsOf(dumped, table).length] as const)
  const counters = rowsOf(dumped, 'counters').map(
    ({ name, value }) => [`counter ${String(name)}`, Number(value)] as const,
  )
  return Object.fromEntries([...sizes, ...counters])
}
