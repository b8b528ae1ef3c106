import { hash as digest } from 'node:crypto'
import type { ApiKey } from '@mobieus/domain/kit'
import type { KeyEntry, TenantEntry } from '../directory.ts'
import { whenKnown } from '../when-known.ts'
import type { Identified, Identifying, Place } from './credential.ts'
import { bearerOf } from './sent.ts'

const OURS = /^mc_/i
const KEY = /^mc_(live|test)_[A-Za-z0-9_-]{20,100}$/i

/** An API key: `Authorization: Bearer mc_live_…`. */
export const bearerAuth: Identifying = {
  read(req) {
    const sent = bearerOf(req)
    return sent !== undefined && OURS.test(sent) ? sent : undefined
  },
  identify: findKey,
  meter: {
    ...{ windows: 'rate_windows', classWindows: 'rate_class_windows' },
    ...{ isPerMember: false, lastUse: { table: 'api_keys', withAddress: true } },
  },
  refusal: {
    message: 'Send a valid API key of this tenant: Authorization: Bearer mc_live_…',
    challenge: 'Bearer',
  },
}

/**
 * The key of a bearer token. Keys are kept as SHA-256 only, and found by it. A stranger cannot tell
 * malformed, unknown, revoked, expired and another tenant's keys apart, nor those of members who are
 * banned or leaving.
 */
function findKey(
  secret: string,
  { host, services, now }: Place,
): Promise<Identified | undefined> | Identified | undefined {
  const environment = KEY.exec(secret)?.[1]?.toLowerCase() as 'live' | 'test' | undefined
  if (!environment) return undefined
  const { directory, config } = services
  return whenKnown(directory.key(digest('sha256', secret, 'base64')), (entry) => {
    if (!entry) return undefined
    return whenKnown(host ?? directory.tenantOf(entry.tenantId), (partitions) => {
      const tenant = partitions?.[environment]
      if (tenant?.id !== entry.tenantId || !isInForce(entry, now)) return undefined
      return { tenant, caller: toKey(entry, tenant, config.requestsPerMinute) }
    })
  })
}

const isInForce = ({ revokedAt, expiresAt, validUntil }: KeyEntry, now: Date): boolean =>
  !revokedAt && !(expiresAt && expiresAt <= now) && !(validUntil && validUntil <= now)

/** The key with its limit: its own, otherwise the tenant's, otherwise the platform's. */
function toKey(entry: KeyEntry, tenant: TenantEntry, platformLimit: number): ApiKey {
  const { id, label, prefix, scopes, user, expiresAt, createdAt, suspendedUntil } = entry
  return {
    kind: 'key',
    id,
    label,
    prefix,
    scopes,
    user,
    expiresAt,
    createdAt,
    suspendedUntil,
    requestsPerMinute: entry.rateLimit ?? tenant.requestsPerMinute ?? platformLimit,
  }
}
