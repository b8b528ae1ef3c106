import { transact, type Database } from '@mobieus/db'

/** Remembers how often something has happened to rows. */
export interface Tally {
  /** Counts one for a row of a tenant; nobody waits. */
  note(tenantId: number, id: number): void
  /** Writes what is remembered, then stops. */
  close(): Promise<void>
}

const EVERY_MS = 2_000

/** Downloads of files, in `files.download_count`. */
export const createDownloadCount = (db: Database, onError: (error: unknown) => void): Tally =>
  createTally(db, 'files', 'download_count', onError)

/** Views of the wiki's web pages, in `know_pages.view_count`. */
export const createViewCount = (db: Database, onError: (error: unknown) => void): Tally =>
  createTally(db, 'know_pages', 'view_count', onError)

/** Counts are written every two seconds, one statement a tenant: reading stays without a write. */
function createTally(
  db: Database,
  table: string,
  column: string,
  onError: (error: unknown) => void,
): Tally {
  const update = updateOf(table, column)
  let byTenant = new Map<number, Map<number, number>>()

  async function write(): Promise<void> {
    const noted = byTenant
    byTenant = new Map()
    for (const [tenantId, rows] of noted)
      await transact(db, tenantId, (transaction) =>
        transaction.query(update, [tenantId, [...rows.keys()], [...rows.values()]]),
      ).catch(onError)
  }

  const timer = setInterval(() => void write(), EVERY_MS)
  timer.unref()
  return {
    note(tenantId, id) {
      const rows = byTenant.get(tenantId) ?? new Map<number, number>()
      byTenant.set(tenantId, rows.set(id, (rows.get(id) ?? 0) + 1))
    },
    async close() {
      clearInterval(timer)
      await write()
    },
  }
}

// One order for several processes, so that they do not wait in a circle.
const updateOf = (table: string, column: string) => `
  update ${table} t set ${column} = t.${column} + d.n
  from (
    select id from ${table} where tenant_id = $1::bigint and id = any($2::bigint[])
    order by id for no key update
  ) locked
  join unnest($2::bigint[], $3::integer[]) as d(id, n) on d.id = locked.id
  where t.tenant_id = $1::bigint and t.id = locked.id`
