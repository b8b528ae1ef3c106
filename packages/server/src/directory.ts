import { timingSafeEqual } from 'node:crypto'
import { listen, reader, directory as directoryOf, type Database, type Listener } from '@mobieus/db'
import { readSettings, settingOf, type Tenant } from '@mobieus/domain/kit'
import { allowedOrigins, BANNED, requestsPerMinute } from '@mobieus/domain/platform'
import { createCache } from './cache.ts'

/** A tenant as the pipeline needs it: the partition's row and its settings. */
export interface TenantEntry extends Tenant {
  /** Its settings that every request asks for, read once. */
  readonly allowedOrigins: readonly string[]
  readonly requestsPerMinute: number | undefined
}

/** A stored key of a member who is neither banned nor leaving, before the request's tenant and time are held against it. */
export interface KeyEntry {
  readonly tenantId: number
  readonly id: number
  readonly label: string
  readonly prefix: string
  readonly scopes: ReadonlySet<string>
  readonly user: { readonly id: number; readonly username: string }
  readonly rateLimit: number | null
  readonly expiresAt: Date | null
  readonly revokedAt: Date | null
  readonly createdAt: Date
  /** Until when the member whose it is is suspended. */
  readonly suspendedUntil: Date | null
  /** Until when this secret is valid: of a rotated key one that it had before. */
  readonly validUntil: Date | null
}

/** A stored session whose member is not leaving. */
export interface SessionEntry {
  readonly tenantId: number
  readonly id: number
  readonly user: { readonly id: number; readonly username: string }
  readonly role: number
  readonly suspendedUntil: Date | null
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** Both partitions of a tenant. */
export type Partitions = Readonly<Record<'live' | 'test', TenantEntry>>

/** Tenants and keys, from memory as long as this process hears of every change. */
export interface Directory {
  tenant(slug: string): Promise<Partitions | undefined> | Partitions | undefined
  /** The tenant that a partition's id belongs to. */
  tenantOf(tenantId: number): Promise<Partitions | undefined>
  /** By the base64 of the secret's SHA-256. */
  key(hash: string): Promise<KeyEntry | undefined> | KeyEntry | undefined
  /** Never kept: a sign-out or a change of role holds from the next request on. */
  session(tokenHash: Buffer): Promise<SessionEntry | undefined>
  /** Resolves when everything that was committed before is known here; never fails. */
  caughtUp(): Promise<void>
  /** Whether changes are being heard; while they are not, nothing is kept. */
  readonly listening: boolean
  close(): Promise<void>
}

/** Told when changes can be heard, and when not any more, for what reason. */
export type OnListening = (listening: boolean, reason?: Error) => void

/**
 * Look-ups that every request makes. Answers are kept until PostgreSQL notifies of a change on
 * `mobieus_changed`: a revocation holds from the next request on, in every process. While changes
 * cannot be heard nothing is kept and each look-up is a query.
 */
export function openDirectory(db: Database, onListening: OnListening = () => {}): Directory {
  const tenants = createCache<Partitions>()
  const keys = createCache<KeyEntry>()
  let up = false
  const drop = () => {
    tenants.clear()
    keys.clear()
  }
  const listener: Listener = listen(
    db,
    'mobieus_changed',
    (payload) => {
      const [kind, ...rest] = payload.split(':')
      if (kind === 'tenant') tenants.clear()
      else if (kind === 'key') {
        const [tenantId, id] = rest.map(Number)
        keys.drop((key) => key.tenantId === tenantId && key.id === id)
      } else if (kind === 'member') {
        const [tenantId, id] = rest.map(Number)
        keys.drop((key) => key.tenantId === tenantId && key.user.id === id)
      } else drop()
    },
    {
      onUp: () => {
        drop()
        up = true
        onListening(true)
      },
      onDown: (error) => {
        up = false
        drop()
        onListening(false, error)
      },
    },
  )
  return {
    tenant: (slug) => tenants.get(slug, () => findTenant(db, slug), up),
    tenantOf: async (tenantId) => {
      const row = await directoryOf(db)
        .selectFrom('tenants')
        .select('slug')
        .where('id', '=', tenantId)
        .executeTakeFirst()
      return row && tenants.get(row.slug, () => findTenant(db, row.slug), up)
    },
    key: (hash) => keys.get(hash, () => findKey(db, Buffer.from(hash, 'base64')), up),
    async caughtUp() {
      if (!up) return
      // The change is committed by now, so an unheard one empties the memory instead of failing the
      // answer.
      if (!(await listener.caughtUp())) drop()
    },
    session: (tokenHash) => findSession(db, tokenHash),
    get listening() {
      return up
    },
    close: () => listener.close(),
  }
}

async function findTenant(db: Database, slug: string): Promise<Partitions | undefined> {
  const rows = await directoryOf(db)
    .selectFrom('tenants')
    .select(['id', 'slug', 'name', 'plan', 'environment', 'app_ini'])
    .where('slug', '=', slug)
    .execute()
  const entry = (environment: 'live' | 'test') => {
    const row = rows.find((each) => each.environment === environment)
    if (!row) return undefined
    const settings = readSettings(row.app_ini)
    const read = {
      settings,
      allowedOrigins: settingOf(settings, allowedOrigins),
      requestsPerMinute: settingOf(settings, requestsPerMinute),
    }
    return { ...row, ...read } as unknown as TenantEntry
  }
  const live = entry('live')
  const test = entry('test')
  return live && test && { live, test }
}

/** The stored digest is held against the request's in constant time, before anything is kept. */
async function findKey(db: Database, hash: Buffer): Promise<KeyEntry | undefined> {
  const place = await directoryOf(db)
    .selectFrom('api_key_directory')
    .select(['tenant_id', 'key_id', 'key_hash', 'valid_until'])
    .where('key_hash', '=', hash)
    .executeTakeFirst()
  if (!place || !timingSafeEqual(place.key_hash, hash)) return undefined
  const row = await reader(db, place.tenant_id)
    .selectFrom('api_keys as k')
    .innerJoin('users as u', (join) =>
      join.onRef('u.tenant_id', '=', 'k.tenant_id').onRef('u.id', '=', 'k.user_id'),
    )
    .leftJoin('api_key_scopes as s', (join) =>
      join.onRef('s.tenant_id', '=', 'k.tenant_id').onRef('s.key_id', '=', 'k.id'),
    )
    .select(['k.id', 'k.label', 'k.prefix', 'k.rate_limit', 'k.expires_at', 'k.revoked_at'])
    .select(['k.created_at', 'k.user_id', 'u.username', 'u.suspended_until'])
    .select((eb) => eb.fn.agg<string[]>('array_agg', ['s.scope']).as('scopes'))
    .where('k.tenant_id', '=', place.tenant_id)
    .where('k.id', '=', place.key_id)
    .where('u.role', '>', BANNED)
    .where('u.deletion_scheduled_at', 'is', null)
    .groupBy(['k.tenant_id', 'k.id', 'u.tenant_id', 'u.id'])
    .executeTakeFirst()
  return (
    row && {
      tenantId: place.tenant_id,
      id: row.id,
      label: row.label,
      prefix: row.prefix,
      scopes: new Set(row.scopes.filter((scope) => scope !== null)),
      user: { id: row.user_id, username: row.username },
      rateLimit: row.rate_limit,
      expiresAt: row.expires_at,
      revokedAt: row.revoked_at,
      createdAt: row.created_at,
      suspendedUntil: row.suspended_until,
      validUntil: place.valid_until,
    }
  )
}

async function findSession(db: Database, tokenHash: Buffer): Promise<SessionEntry | undefined> {
  const place = await directoryOf(db)
    .selectFrom('session_directory')
    .select(['tenant_id', 'session_id'])
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  if (!place) return undefined
  const row = await reader(db, place.tenant_id)
    .selectFrom('sessions as s')
    .innerJoin('users as u', (join) =>
      join.onRef('u.tenant_id', '=', 's.tenant_id').onRef('u.id', '=', 's.user_id'),
    )
    .select(['s.id', 's.created_at', 's.expires_at', 's.user_id'])
    .select(['u.username', 'u.role', 'u.suspended_until'])
    .where('s.tenant_id', '=', place.tenant_id)
    .where('s.id', '=', place.session_id)
    .where('s.ended_at', 'is', null)
    .where('u.deletion_scheduled_at', 'is', null)
    .executeTakeFirst()
  return (
    row && {
      tenantId: place.tenant_id,
      id: row.id,
      user: { id: row.user_id, username: row.username },
      role: row.role,
      suspendedUntil: row.suspended_until,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
    }
  )
}
