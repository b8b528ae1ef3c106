import type pg from 'pg'

// Any number will do, as long as nothing else in the database locks it.
const LOCK = 7_046_028_433

/**
 * One transaction under the lock that all who migrate this database take. The lock ends with it. A lock
 * of the session would stay behind on a pooler's connection, and every later start would wait for it.
 * `onWait` hears for whom it waits, if it does.
 */
export async function underLock<T>(
  client: pg.Client,
  onWait: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  await client.query('begin')
  try {
    const { rows } = await client.query<{ taken: boolean }>(
      'select pg_try_advisory_xact_lock($1) as taken',
      [LOCK],
    )
    if (!rows[0]?.taken) {
      onWait(`waiting for ${await holder(client)}, which is migrating this database …`)
      await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    }
    const value = await work()
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** The holder of the lock, by what an operator needs to find or to end it. */
async function holder(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ pid: number; name: string; since: string | null }>(
    `select pid, application_name as name, to_char(state_change, 'YYYY-MM-DD HH24:MI:SSOF') as since
     from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and granted and pg_locks.database = pg_stat_activity.datid
       and datname = current_database() and (classid::bigint << 32) | objid::bigint = $1`,
    [LOCK],
  )
  const [found] = rows
  if (!found) return 'another process'
  const since = found.since === null ? '' : `, in that state since ${found.since}`
  return `"${found.name}" (PostgreSQL's process ${found.pid}${since})`
}
