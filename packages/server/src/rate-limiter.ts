import { transact, type Database } from '@mobieus/db'

const WINDOW_MS = 60_000

/** The rest of a key's quota. Times are Unix seconds. */
export interface Quota {
  readonly allowed: boolean
  readonly limit: number
  readonly remaining: number
  readonly resetAt: number
}

/** The subject of a count: the requests of a credential, all of them or those of one rate class. */
export interface Counted {
  readonly tenantId: number
  readonly id: number
  /** The table of its windows. */
  readonly windows: string
  /** The class that the table of windows tells apart. */
  readonly rateClass?: string
}

/** Counts requests per credential, over all processes. */
export interface RateLimiter {
  take(counted: Counted, limit: number, now: Date): Promise<Quota> | Quota
}

/** The part of a credential's current window that this process has leased. */
interface Lease {
  readonly limit: number
  window: number
  /** Requests that it may still let through without asking the database. */
  left: number
  /** Requests that no process had leased when this one last asked. */
  unleased: number
  spent: boolean
  asking: Promise<void> | undefined
}

/**
 * Fixed windows of a minute, exact over any number of processes without asking the database for every
 * request. A process leases an eighth of the rest of a key's budget from the key's one row, towards the
 * end single requests. Leases that a process does not use are lost to the others, so `remaining` may
 * understate. The sum of requests that are let through never exceeds the limit.
 */
export function createRateLimiter(db: Database): RateLimiter {
  const leases = new Map<string, Lease>()

  function leaseOf(name: string, limit: number, window: number): Lease {
    const held = leases.get(name)
    if (held?.limit === limit && held.window >= window) return held
    if (leases.size > 100_000) leases.clear()
    const fresh = { limit, window, left: 0, unleased: limit, spent: false, asking: undefined }
    leases.set(name, fresh)
    return fresh
  }

  async function ask(lease: Lease, { tenantId, id, windows, rateClass }: Counted): Promise<void> {
    const values = [tenantId, id, new Date(lease.window * WINDOW_MS), lease.limit]
    const [row] = await transact(db, tenantId, async ({ query }) => {
      const { rows } = await (rateClass === undefined
        ? query<LeaseRow>(leaseFrom(windows, '', ''), values)
        : query<LeaseRow>(leaseFrom(windows, ', class', ', $5'), [...values, rateClass]))
      return rows
    })
    const { granted, used, window_start: start } = row as LeaseRow
    lease.window = start.getTime() / WINDOW_MS
    lease.left += granted
    lease.unleased = Math.max(lease.limit - used, 0)
    lease.spent = granted === 0
  }

  const quota = (lease: Lease, allowed: boolean): Quota => ({
    allowed,
    limit: lease.limit,
    remaining: allowed ? lease.left + lease.unleased : 0,
    resetAt: endOf(lease.window),
  })

  async function takeAfterAsking(lease: Lease, counted: Counted): Promise<Quota> {
    while (lease.left === 0 && !lease.spent) {
      lease.asking ??= ask(lease, counted).finally(() => {
        lease.asking = undefined
      })
      await lease.asking
    }
    if (lease.left === 0) return quota(lease, false)
    lease.left--
    return quota(lease, true)
  }

  return {
    take(counted, limit, now) {
      if (limit === 0) return unlimited(now)
      const { tenantId, id, windows, rateClass = '' } = counted
      const lease = leaseOf(`${windows}:${tenantId}:${id}:${rateClass}`, limit, windowOf(now))
      if (lease.left === 0) return takeAfterAsking(lease, counted)
      lease.left--
      return quota(lease, true)
    },
  }
}

const windowOf = (now: Date) => Math.floor(now.getTime() / WINDOW_MS)
const endOf = (window: number) => (window + 1) * (WINDOW_MS / 1000)

/** The quota of a caller whose requests nothing limits. */
export const unlimited = (now: Date): Quota => ({
  allowed: true,
  limit: 0,
  remaining: 0,
  resetAt: endOf(windowOf(now)),
})

interface LeaseRow {
  granted: number
  used: number
  window_start: Date
}

// A process whose clock is behind leases from the window that the others are in already.
const FREE = `case when w.window_start < excluded.window_start then $4 else greatest($4 - w.used, 0) end`
const GRANT = `least(${FREE}, greatest(1, (${FREE}) / 8))`
const leaseFrom = (table: string, more: string, value: string) => `
  insert into ${table} as w (tenant_id, key_id${more}, window_start, used, granted)
  values ($1::bigint, $2::bigint${value}, $3::timestamptz, greatest(1, $4::integer / 8), greatest(1, $4::integer / 8))
  on conflict (tenant_id, key_id${more}) do update set
    used = case when w.window_start < excluded.window_start then 0 else w.used end + ${GRANT},
    granted = ${GRANT},
    window_start = greatest(w.window_start, excluded.window_start)
  returning granted, used, window_start`
