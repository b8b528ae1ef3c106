import type { IncomingMessage } from 'node:http'
import type { OfSecrets } from '@mobieus/db'
import { scopesOfRole } from '@mobieus/domain'
import type { Session } from '@mobieus/domain/kit'
import { MODERATOR, REGISTERED, roleNames } from '@mobieus/domain/platform'
import { hashToken } from '@mobieus/domain/admin'
import type { ServerConfig } from '../config.ts'
import type { SessionEntry } from '../directory.ts'
import { readCookies } from '../http/cookies.ts'
import type { Identified, Identifying, Place } from './credential.ts'
import { csrfTokensOf } from './csrf-token.ts'

/**
 * A member's session. A cookie that a page of another origin makes a browser send does
 * not count.
 */
export const sessionCookie: Identifying = {
  read: (req, { services }) => sessionToken(req, services.config),
  identify: findSession,
  meter: {
    ...{ windows: 'member_windows', classWindows: undefined },
    ...{ isPerMember: true, lastUse: undefined },
  },
  refusal: { message: 'Sign in first.', challenge: 'Cookie' },
}

/** The cookie of a session; in production one that only this host can have set, over HTTPS. */
export const cookieName = ({ production }: Pick<ServerConfig, 'production'>): string =>
  production ? '__Host-mobieus_session' : 'mobieus_session'

/** The attributes of the cookie, which a browser compares before it drops one. */
export const cookieOf = ({ production }: Pick<ServerConfig, 'production'>) =>
  ({ httpOnly: true, secure: production, sameSite: 'lax', path: '/' }) as const

/**
 * Whether a request comes from a page of its own host, or from no page at all. Browsers say so in
 * `Sec-Fetch-Site`; older ones at least name the origin of what is not a plain read.
 */
export function isSameOrigin({ headers }: IncomingMessage, { production }: ServerConfig): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const { origin, host } = headers
  if (origin === undefined) return true
  try {
    const url = new URL(origin)
    return url.host === host?.toLowerCase() && (!production || url.protocol === 'https:')
  } catch {
    return false
  }
}

/** The session's token that a request carries, wherever it comes from. */
export const sentSession = (req: IncomingMessage, config: ServerConfig): string | undefined =>
  readCookies(req.headers.cookie).get(cookieName(config))

function sessionToken(req: IncomingMessage, config: ServerConfig): string | undefined {
  const token = sentSession(req, config)
  return token !== undefined && isSameOrigin(req, config) ? token : undefined
}

/** The session of a cookie, found by its SHA-256, as keys are; another tenant's is not found. */
async function findSession(
  token: string,
  { host, services, now }: Place,
): Promise<Identified | undefined> {
  const { directory } = services
  const entry = await directory.session(hashToken(token))
  if (!entry) return undefined
  const { live, test } = host ?? (await directory.tenantOf(entry.tenantId)) ?? {}
  const tenant = [live, test].find((each) => each?.id === entry.tenantId)
  const limit = tenant?.requestsPerMinute ?? services.config.requestsPerMinute
  const caller = toSession({ ...entry, limit }, token, now, services.secrets.for('csrf').signing)
  return caller && tenant && { tenant, caller }
}

/**
 * A stored session as a caller; `undefined` when it has expired or its member may not sign in any more.
 */
function toSession(
  entry: SessionEntry & { readonly limit: number },
  token: string,
  now: Date,
  csrfKeys: OfSecrets<Buffer>,
): Session | undefined {
  const { id, user, role, suspendedUntil, createdAt, expiresAt } = entry
  if (expiresAt <= now || role < REGISTERED) return undefined
  if (suspendedUntil && suspendedUntil > now) return undefined
  const [csrfToken, ...olderCsrfTokens] = csrfTokensOf(token, csrfKeys)
  const scopes = new Set([...roleNames(role), ...scopesOfRole(role)])
  const tokens = { csrfToken, olderCsrfTokens }
  const requestsPerMinute = role < MODERATOR ? entry.limit : 0
  const own = { id, user, role, scopes, requestsPerMinute, createdAt, expiresAt }
  return { kind: 'session', ...own, ...tokens }
}
