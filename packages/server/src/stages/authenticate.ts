import { hash as digest } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { OperationRow } from '@mobieus/contract'
import {
  hashToken,
  problem,
  requestsPerMinute,
  settingOf,
  type ApiKey,
  type Session,
} from '@mobieus/domain'
import type { KeyEntry, Partitions, TenantEntry } from '../directory.ts'
import type { Services } from '../services.ts'
import { whenKnown } from '../when-known.ts'
import { demandsOf } from './demands.ts'
import { sessionToken, toSession } from './session.ts'

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

/** The same of sessions. */
const notSignedIn = () =>
  problem('invalid_api_key', 'Sign in to the console first.', {
    headers: { 'WWW-Authenticate': 'Cookie' },
  })

/** The partition and the credential that a request acts with. */
export interface Admitted {
  readonly tenant: TenantEntry
  readonly key?: ApiKey
  readonly session?: Session
}

/**
 * Who calls: an API key, or a member's session in the console. What the operation asks for decides:
 * one for sessions takes no key, one that needs a scope takes a session in place of a key unless a
 * key is sent, and one that needs none describes a key. On a bare host (`host` undefined) the
 * credential's own tenant answers. Answers at once when all that it looks up is in memory.
 */
export function authenticate(
  req: IncomingMessage,
  operation: OperationRow,
  host: Partitions | undefined,
  services: Services,
  now: Date,
): Promise<Admitted> | Admitted {
  const { takesKey, asksForScope } = demandsOf(operation)
  const { authorization } = req.headers
  if (takesKey && (authorization !== undefined || !asksForScope))
    return byKey(authorization, host, services, now)
  return bySession(req, host, services, now).then((admitted) => {
    if (!admitted) throw takesKey ? invalidKey() : notSignedIn()
    return admitted
  })
}

/**
 * Keys are kept as SHA-256 only, and found by it. Missing, malformed,
 * unknown, revoked, expired and another tenant's keys, and those of members who are banned or
 * leaving, are the same `401`.
 */
function byKey(
  authorization: string | undefined,
  host: Partitions | undefined,
  { directory, config }: Services,
  now: Date,
): Promise<Admitted> | Admitted {
  const [, secret, environment] = BEARER.exec(authorization ?? '') ?? []
  if (!secret || !environment) throw invalidKey()
  const hash = digest('sha256', secret, 'base64')
  return whenKnown(directory.key(hash), (entry) => {
    if (!entry) throw invalidKey()
    return whenKnown(host ?? directory.tenantOf(entry.tenantId), (partitions) => {
      const tenant = partitions?.[environment.toLowerCase() as 'live' | 'test']
      if (tenant?.id !== entry.tenantId || !isInForce(entry, now)) throw invalidKey()
      return { tenant, key: toKey(entry, tenant, config.requestsPerMinute) }
    })
  })
}

const isInForce = ({ revokedAt, expiresAt, validUntil }: KeyEntry, now: Date): boolean =>
  !revokedAt && !(expiresAt && expiresAt <= now) && !(validUntil && validUntil <= now)

/** Sessions are kept as SHA-256 too; one of another tenant is none. */
async function bySession(
  req: IncomingMessage,
  host: Partitions | undefined,
  { directory, config, csrfKeys }: Services,
  now: Date,
): Promise<Admitted | undefined> {
  const token = sessionToken(req, config)
  const entry = token && (await directory.session(hashToken(token)))
  if (!entry) return undefined
  const session = toSession(entry, token, now, csrfKeys)
  const { live, test } = host ?? (await directory.tenantOf(entry.tenantId)) ?? {}
  const tenant = [live, test].find((each) => each?.id === entry.tenantId)
  return session && tenant && { tenant, session }
}

/** The key with its limit: its own, otherwise the tenant's, otherwise the platform's. */
function toKey(entry: KeyEntry, tenant: TenantEntry, platformLimit: number): ApiKey {
  const { id, label, prefix, scopes, user, expiresAt, createdAt, suspendedUntil } = entry
  const limit = entry.rateLimit ?? settingOf(tenant.settings, requestsPerMinute) ?? platformLimit
  const rest = { expiresAt, createdAt, suspendedUntil, requestsPerMinute: limit }
  return { id, label, prefix, scopes, user, ...rest }
}
