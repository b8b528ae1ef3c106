import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

/**
 * The lock timeout of a transaction that changes tables. While it waits for a reader, everyone behind it
 * waits for that table as well. So it waits no longer than a caller would notice.
 */
export const briefLocks = "set local lock_timeout = '300ms'"

const PAUSE_FIRST_MS = 250
const PAUSE_MAX_MS = 5_000
/** A lock that is held this long is held on purpose. */
const PATIENCE_MS = 10 * 60_000
const LOOK_EVERY_MS = 50

/**
 * Runs this until it gets the locks it wants, with pauses in which others get theirs. `onWait` hears who
 * is in its way, once for each. After ten minutes it fails with PostgreSQL's error.
 */
export async function patiently<T>(
  url: string,
  onWait: (line: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  const giveUpAt = performance.now() + PATIENCE_MS
  const told = new Set<string>()
  let look: Promise<string | undefined> | undefined
  for (let pauseMs = PAUSE_FIRST_MS; ; pauseMs = Math.min(pauseMs * 2, PAUSE_MAX_MS)) {
    const trying = new AbortController()
    if (pauseMs > PAUSE_FIRST_MS) look = holderOf(url, trying.signal)
    try {
      return await work()
    } catch (error) {
      if (!isLockTimeout(error) || performance.now() > giveUpAt) throw error
    } finally {
      trying.abort()
    }
    const holder = await look
    if (holder !== undefined && !told.has(holder))
      onWait(`waiting for a lock that ${holder} holds; everybody else goes first …`)
    if (holder !== undefined) told.add(holder)
    await sleep(pauseMs)
  }
}

const isLockTimeout = (error: unknown): boolean => {
  const { code, cause } = error as { code?: string; cause?: { code?: string } }
  return (cause?.code ?? code) === '55P03'
}

/** The session that the migration waits for, looked for on another connection while it is being tried. */
async function holderOf(url: string, over: AbortSignal): Promise<string | undefined> {
  const client = new pg.Client({ connectionString: url, application_name: 'mobieus look-up' })
  client.on('error', () => {})
  try {
    await client.connect()
    while (!over.aborted) {
      const { rows } = await client.query<{ pid: number; name: string | null; role: string }>(
        HOLDER,
      )
      const [row] = rows
      if (row) return `"${row.name}" (PostgreSQL's process ${row.pid}, role ${row.role})`
      await sleep(LOOK_EVERY_MS)
    }
  } catch {
    // A failed look-up of the name does not matter: the lock is waited for all the same.
  } finally {
    await client.end().catch(() => {})
  }
  return undefined
}

const HOLDER = `
  select b.pid, b.application_name as name, b.usename as role
  from pg_stat_activity m
    cross join lateral unnest(pg_blocking_pids(m.pid)) as blocking (pid)
    join pg_stat_activity b on b.pid = blocking.pid
  where m.datname = current_database() and m.application_name = 'mobieus migrate'
    and b.application_name is distinct from 'mobieus migrate'
  order by b.xact_start limit 1`
