import { transact, type Database } from '@mobieus/db'
import type { LastUseRows } from './credentials/credential.ts'

/** Remembers when each credential was last used, and from where if its kind keeps that. */
export interface LastUse {
  note(rows: LastUseRows, tenantId: number, id: number, use: Use): void
  /** Writes what is remembered, then stops. */
  close(): Promise<void>
}

/** One use of a credential. */
export interface Use {
  readonly at: Date
  readonly ip: string | undefined
}

/** The last uses of one kind of credential, by tenant and id. */
type Uses = Map<number, Map<number, Use>>

const EVERY_MS = 2_000

/** Last uses are written every two seconds, one statement a tenant and kind: not one for each request. */
export function createLastUse(db: Database, onError: (error: unknown) => void): LastUse {
  let noted = new Map<LastUseRows, Uses>()

  async function write(): Promise<void> {
    const written = noted
    noted = new Map()
    for (const [rows, byTenant] of written)
      for (const [tenantId, uses] of byTenant)
        await transact(db, tenantId, ({ query }) =>
          query(updateOf(rows), valuesOf(rows, tenantId, uses)),
        ).catch(onError)
  }

  const timer = setInterval(() => void write(), EVERY_MS)
  timer.unref()
  return {
    note(rows, tenantId, id, use) {
      const byTenant: Uses = noted.get(rows) ?? new Map()
      const uses = byTenant.get(tenantId) ?? new Map<number, Use>()
      noted.set(rows, byTenant.set(tenantId, uses.set(id, use)))
    },
    async close() {
      clearInterval(timer)
      await write()
    },
  }
}

const valuesOf = (
  { withAddress }: LastUseRows,
  tenantId: number,
  noted: ReadonlyMap<number, Use>,
) => {
  const uses = [...noted.values()]
  const times = [tenantId, [...noted.keys()], uses.map(({ at }) => at)]
  return withAddress ? [...times, uses.map(({ ip }) => ip ?? null)] : times
}

// One order for several processes; an earlier use never overwrites a later one.
const updateOf = ({ table, withAddress }: LastUseRows) => `
  update ${table} k set last_used_at = u.at${withAddress ? ', last_used_ip = u.ip' : ''}
  from (
    select id from ${table} where tenant_id = $1::bigint and id = any($2::bigint[]) order by id for update
  ) locked
  join unnest($2::bigint[], $3::timestamptz[]${withAddress ? ', $4::text[]' : ''})
    as u(id, at${withAddress ? ', ip' : ''}) on u.id = locked.id
  where k.tenant_id = $1::bigint and k.id = locked.id
    and (k.last_used_at is null or k.last_used_at < u.at)`
