import type pg from 'pg'
import type { Querying } from './installation.ts'

/**
 * The limits of a session of the application, at which PostgreSQL ends it. An answer is due within a
 * second. The numbers are what a busy or recovering database may need beyond that. They are less than
 * callers and proxies wait (30 s and more), so that the failure is ours to report. Statements wait for
 * locks at most half of their time. In a transaction only the process itself is waited for, whose
 * longest pause is its event loop's. A page or a batch sorts a few megabytes; the ceiling of temporary
 * files keeps one that sorts the world from filling the disk. No table is read whole where an index can be
 * read. A plan made while the table was empty would do so until its statistics come.
 */
const LIMITS: Readonly<Record<string, string>> = {
  statement_timeout: '10s',
  lock_timeout: '5s',
  idle_in_transaction_session_timeout: '30s',
  temp_file_limit: '512MB',
  enable_seqscan: 'off',
}

/** The opening of a transaction that works through a batch, and for which no caller waits. */
export const BULK_LIMITS: readonly string[] = [
  "SET LOCAL statement_timeout = '2min'",
  "SET LOCAL lock_timeout = '30s'",
]

/**
 * Gives a login role its limits, but those that somebody has set to something else. Only a superuser,
 * or who was granted it, may limit temporary files.
 */
export async function limitLogin(client: pg.Client, user: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($2::text[]) as name, pg_roles
     where rolname = $1 and has_parameter_privilege(name, 'set')
       and not exists (select from unnest(rolconfig) as given where given like name || '=%')`,
    [user, Object.keys(LIMITS)],
  )
  for (const { name } of rows) await client.query(limit(client.escapeIdentifier(user), name))
}

const limit = (role: string, name: string) => `ALTER ROLE ${role} SET ${name} = '${LIMITS[name]}'`

/** The statements that limit the role of this connection where it has no limits; none where it has. */
export async function missingLimits(db: Querying): Promise<string[]> {
  const { rows } = await db.query<{ role: string; name: string }>(
    `select quote_ident(current_user) as role, name from pg_settings
     where name = any($1::text[]) and setting in ('0', '-1', 'on') order by name`,
    [Object.keys(LIMITS)],
  )
  return rows.map(({ role, name }) => limit(role, name))
}
