import { createHash, timingSafeEqual } from 'node:crypto'
import type { ApiKey } from '@mobieus/domain'
import { problem } from '@mobieus/domain'
import type { Directory, KeyEntry, Partitions, TenantEntry } from '../directory.ts'

const BEARER = /^Bearer +(mc_(live|test)_[A-Za-z0-9_-]{20,100}) *$/i

/** Why a key is refused is not told: a stranger learns nothing about keys that exist. */
const invalidKey = () =>
  problem(
    'invalid_api_key',
    'Send a valid API key of this tenant: Authorization: Bearer mc_live_…',
    {
      headers: { 'WWW-Authenticate': 'Bearer' },
    },
  )

/** The partition and the key that a request acts with. */
export interface Caller {
  readonly tenant: TenantEntry
  readonly key: ApiKey
}

/**
 * Who calls. Keys are kept as SHA-256 only; the digests are compared in constant time. Missing,
 * malformed, unknown, revoked, expired and another tenant's keys are the same `401`. On a bare
 * host (`host` undefined) the key's own tenant answers.
 */
export async function authenticate(
  authorization: string | undefined,
  host: Partitions | undefined,
  directory: Directory,
  now: Date,
  platformLimit: number,
): Promise<Caller> {
  const [, secret, environment] = BEARER.exec(authorization ?? '') ?? []
  if (!secret || !environment) throw invalidKey()
  const hash = createHash('sha256').update(secret).digest()
  const found = directory.key(hash)
  const entry = found instanceof Promise ? await found : found
  if (!entry || !timingSafeEqual(entry.hash, hash)) throw invalidKey()
  const partitions = host ?? (await directory.tenantOf(entry.tenantId))
  const tenant = partitions?.[environment.toLowerCase() as 'live' | 'test']
  if (tenant?.id !== entry.tenantId) throw invalidKey()
  if (entry.revokedAt || (entry.expiresAt && entry.expiresAt <= now)) throw invalidKey()
  return { tenant, key: toKey(entry, tenant, platformLimit) }
}

/** The key with its limit: its own, otherwise the tenant's, otherwise the platform's. */
function toKey(entry: KeyEntry, tenant: TenantEntry, platformLimit: number): ApiKey {
  const { id, label, prefix, scopes, user, expiresAt, createdAt } = entry
  const requestsPerMinute = entry.rateLimit ?? tenant.settings.requestsPerMinute ?? platformLimit
  return { id, label, prefix, scopes, user, expiresAt, createdAt, requestsPerMinute }
}
