import { answerHeaders } from '@mobieus/contract'
import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'
import type pg from 'pg'
import { inTransaction } from './store.ts'
import { BASE_DOMAIN, type Author } from './setup.ts'

/**
 * The checks that every request has to pass before it is read, for the frameworks to call from their
 * hooks. They are tenant by host, key by SHA-256, its last use, plan, rate limit, scope. Tenants and
 * keys are kept in memory.
 */

/** A refused request. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export interface Caller {
  readonly tenantId: number
  readonly user: Author
  /** The rate limit's headers. */
  readonly headers: Readonly<Record<string, string | number>>
}

interface Tenant {
  readonly id: number
  readonly plan: string
}

interface Key {
  readonly id: number
  readonly tenantId: number
  readonly hash: Buffer
  readonly scopes: ReadonlySet<string>
  readonly user: Author
  readonly limit: number
  readonly revoked: boolean
  readonly expiresAt: Date | null
}

/** The headers of every answer that do not depend on the request. */
export const HEADERS = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Allow-Methods': 'GET, POST, PUT, PATCH, DELETE, OPTIONS',
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, X-CSRF-TOKEN',
  'Access-Control-Expose-Headers': answerHeaders.join(', '),
}

export const createRequestId = () => `req_${randomUUID().replaceAll('-', '').slice(0, 26)}`

const PLANS = ['pro', 'creator_plus', 'sovereign']
const BEARER = /^Bearer +(mc_(?:live|test)_[A-Za-z0-9_-]{20,100}) *$/i
const invalidKey = () => new Refusal(401, 'invalid_api_key', 'Send a valid API key of this tenant.')

export function createChecks(pool: pg.Pool) {
  const tenants = new Map<string, Tenant>()
  const keys = new Map<string, Key>()
  const take = createLimiter()
  const note = createLastUse(pool)

  async function tenantOf(host: string): Promise<Tenant> {
    const name = host.toLowerCase().replace(/:\d+$/, '')
    const slug = name.endsWith(`.${BASE_DOMAIN}`) ? name.slice(0, -BASE_DOMAIN.length - 1) : ''
    const tenant = tenants.get(slug) ?? (await findTenant(pool, slug))
    if (!tenant) throw new Refusal(404, 'tenant_not_found', 'No tenant has this host.')
    tenants.set(slug, tenant)
    return tenant
  }

  async function keyOf(authorization: string, now: Date): Promise<Key> {
    const [, secret] = BEARER.exec(authorization) ?? []
    if (!secret) throw invalidKey()
    const hash = createHash('sha256').update(secret).digest()
    const name = hash.toString('base64')
    const key = keys.get(name) ?? (await findKey(pool, hash))
    if (!key || !timingSafeEqual(key.hash, hash)) throw invalidKey()
    keys.set(name, key)
    if (key.revoked || (key.expiresAt && key.expiresAt <= now)) throw invalidKey()
    return key
  }

  return async function admit(
    host: string,
    authorization: string,
    scope: string,
    ip: string | undefined,
  ): Promise<Caller> {
    const now = new Date()
    const tenant = await tenantOf(host)
    const key = await keyOf(authorization, now)
    if (key.tenantId !== tenant.id) throw invalidKey()
    note(key, now, ip)
    if (!PLANS.includes(tenant.plan)) throw new Refusal(403, 'plan_gated', 'Upgrade your plan.')
    const headers = take(key.id, key.limit, now)
    if (!headers) throw new Refusal(429, 'rate_limited', 'Wait a moment.')
    if (!key.scopes.has(scope))
      throw new Refusal(403, 'insufficient_scope', `This operation needs the scope ${scope}.`)
    return { tenantId: tenant.id, user: key.user, headers }
  }
}

const WINDOW_MS = 60_000

/** Fixed windows in memory. */
function createLimiter() {
  const used = new Map<number, { window: number; n: number }>()
  return (key: number, limit: number, now: Date) => {
    const window = Math.floor(now.getTime() / WINDOW_MS)
    let at = used.get(key)
    if (at?.window !== window) used.set(key, (at = { window, n: 0 }))
    if (at.n++ >= limit) return undefined
    const reset = ((window + 1) * WINDOW_MS) / 1000
    const remaining = limit - at.n
    return {
      'X-RateLimit-Limit': limit,
      'X-RateLimit-Remaining': remaining,
      'X-RateLimit-Reset': reset,
      'RateLimit-Policy': `"default";q=${limit};w=60`,
      RateLimit: `"default";r=${remaining};t=${Math.ceil(reset - now.getTime() / 1000)}`,
    }
  }
}

const LAST_USE_MS = 2_000

/** When and from where each key was last used, written in batches. */
function createLastUse(pool: pg.Pool) {
  let uses = new Map<Key, { at: Date; ip: string | undefined }>()
  async function write(): Promise<void> {
    const noted = uses
    uses = new Map()
    for (const [key, { at, ip }] of noted)
      await inTransaction(pool, key.tenantId, (client) =>
        client.query(
          'update api_keys set last_used_at = $3, last_used_ip = $4 where tenant_id = $1 and id = $2',
          [key.tenantId, key.id, at, ip],
        ),
      )
  }
  setInterval(() => void write(), LAST_USE_MS).unref()
  return (key: Key, at: Date, ip: string | undefined) => void uses.set(key, { at, ip })
}

async function findTenant(pool: pg.Pool, slug: string): Promise<Tenant | undefined> {
  const { rows } = await pool.query<Tenant>(
    `select id, plan from tenants where slug = $1 and environment = 'live'`,
    [slug],
  )
  return rows[0]
}

async function findKey(pool: pg.Pool, hash: Buffer): Promise<Key | undefined> {
  const found = await pool.query<{ tenant_id: number; key_id: number }>(
    'select tenant_id, key_id from api_key_directory where key_hash = $1',
    [hash],
  )
  const [place] = found.rows
  if (!place) return undefined
  return inTransaction(pool, place.tenant_id, async (client) => {
    const { rows } = await client.query<KeyRow>(
      `select k.rate_limit, k.expires_at, k.revoked_at, u.id as user_id, u.username,
         array(select scope from api_key_scopes s where s.tenant_id = k.tenant_id and s.key_id = k.id) as scopes
       from api_keys k join users u on u.tenant_id = k.tenant_id and u.id = k.user_id
       where k.tenant_id = $1 and k.id = $2`,
      [place.tenant_id, place.key_id],
    )
    const row = rows[0] as KeyRow
    return {
      id: place.key_id,
      tenantId: place.tenant_id,
      hash,
      scopes: new Set(row.scopes),
      user: { id: row.user_id, username: row.username },
      limit: row.rate_limit,
      revoked: row.revoked_at !== null,
      expiresAt: row.expires_at,
    }
  })
}

interface KeyRow {
  rate_limit: number
  expires_at: Date | null
  revoked_at: Date | null
  user_id: number
  username: string
  scopes: string[]
}
