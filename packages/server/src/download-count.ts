import { transact, type Database } from '@mobieus/db'

/** Remembers which files were downloaded. */
export interface DownloadCount {
  note(tenantId: number, fileId: number): void
  /** Writes what is remembered, then stops. */
  close(): Promise<void>
}

const EVERY_MS = 2_000

/** Downloads are counted every two seconds, one statement a tenant: reading stays without a write. */
export function createDownloadCount(
  db: Database,
  onError: (error: unknown) => void,
): DownloadCount {
  let byTenant = new Map<number, Map<number, number>>()

  async function write(): Promise<void> {
    const noted = byTenant
    byTenant = new Map()
    for (const [tenantId, files] of noted)
      await transact(db, tenantId, (transaction) =>
        transaction.query(UPDATE, [tenantId, [...files.keys()], [...files.values()]]),
      ).catch(onError)
  }

  const timer = setInterval(() => void write(), EVERY_MS)
  timer.unref()
  return {
    note(tenantId, fileId) {
      const files = byTenant.get(tenantId) ?? new Map<number, number>()
      byTenant.set(tenantId, files.set(fileId, (files.get(fileId) ?? 0) + 1))
    },
    async close() {
      clearInterval(timer)
      await write()
    },
  }
}

// One order for several processes, so that they do not wait in a circle.
const UPDATE = `
  update files f set download_count = f.download_count + d.n
  from (
    select id from files where tenant_id = $1::bigint and id = any($2::bigint[]) order by id for update
  ) locked
  join unnest($2::bigint[], $3::integer[]) as d(id, n) on d.id = locked.id
  where f.tenant_id = $1::bigint and f.id = locked.id`
