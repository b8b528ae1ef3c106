import { transact, type Database } from '@mobieus/db'

/** Remembers when and from where each key was last used, and when each token. */
export interface LastUse {
  note(tenantId: number, keyId: number, at: Date, ip: string | undefined): void
  noteToken(tenantId: number, tokenId: number, at: Date): void
  /** Writes what is remembered, then stops. */
  close(): Promise<void>
}

interface Use {
  readonly at: Date
  readonly ip: string | undefined
}

const EVERY_MS = 2_000

/** Last uses are written every two seconds, one statement a tenant: not one for each request. */
export function createLastUse(db: Database, onError: (error: unknown) => void): LastUse {
  let byTenant = new Map<number, Map<number, Use>>()

  let tokens = new Map<number, Map<number, Date>>()

  async function writeTokens(): Promise<void> {
    const noted = tokens
    tokens = new Map()
    for (const [tenantId, uses] of noted) {
      const values = [tenantId, [...uses.keys()], [...uses.values()]]
      await transact(db, tenantId, ({ query }) => query(UPDATE_TOKENS, values)).catch(onError)
    }
  }

  async function write(): Promise<void> {
    await writeTokens()
    const noted = byTenant
    byTenant = new Map()
    for (const [tenantId, uses] of noted) {
      const values = [
        tenantId,
        [...uses.keys()],
        [...uses.values()].map((use) => use.at),
        [...uses.values()].map((use) => use.ip ?? null),
      ]
      await transact(db, tenantId, (transaction) => transaction.query(UPDATE, values)).catch(
        onError,
      )
    }
  }

  const timer = setInterval(() => void write(), EVERY_MS)
  timer.unref()
  return {
    note(tenantId, keyId, at, ip) {
      const uses = byTenant.get(tenantId) ?? new Map<number, Use>()
      byTenant.set(tenantId, uses.set(keyId, { at, ip }))
    },
    noteToken(tenantId, tokenId, at) {
      const uses = tokens.get(tenantId) ?? new Map<number, Date>()
      tokens.set(tenantId, uses.set(tokenId, at))
    },
    async close() {
      clearInterval(timer)
      await write()
    },
  }
}

// One order for several processes; an earlier use never overwrites a later one.
const UPDATE = `
  update api_keys k set last_used_at = u.at, last_used_ip = u.ip
  from (
    select id from api_keys where tenant_id = $1::bigint and id = any($2::bigint[]) order by id for update
  ) locked
  join unnest($2::bigint[], $3::timestamptz[], $4::text[]) as u(id, at, ip) on u.id = locked.id
  where k.tenant_id = $1::bigint and k.id = locked.id
    and (k.last_used_at is null or k.last_used_at < u.at)`

const UPDATE_TOKENS = `
  update scim_tokens t set last_used_at = u.at
  from (
    select id from scim_tokens where tenant_id = $1::bigint and id = any($2::bigint[]) order by id for update
  ) locked
  join unnest($2::bigint[], $3::timestamptz[]) as u(id, at) on u.id = locked.id
  where t.tenant_id = $1::bigint and t.id = locked.id
    and (t.last_used_at is null or t.last_used_at < u.at)`
