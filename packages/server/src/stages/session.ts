import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { OperationRow } from '@mobieus/contract'
import type { OfSecrets } from '@mobieus/db'
import {
  hashToken,
  MODERATOR,
  problem,
  roleNames,
  scopesOfRole,
  type Session,
} from '@mobieus/domain'
import type { ServerConfig } from '../config.ts'
import type { SessionEntry } from '../directory.ts'
import { readCookies } from '../http/cookies.ts'

/** The cookie of a session; in production one that only this host can have set, over HTTPS. */
export const cookieName = ({ production }: Pick<ServerConfig, 'production'>): string =>
  production ? '__Host-mobieus_session' : 'mobieus_session'

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

/** The session's token in the request; a cross-origin request has none, whatever cookie it carries. */
export function sessionToken(req: IncomingMessage, config: ServerConfig): string | undefined {
  const token = readCookies(req.headers.cookie).get(cookieName(config))
  return token !== undefined && isSameOrigin(req, config) ? token : undefined
}

/** The CSRF tokens of a session: they follow from the session's token, and lead back to nothing. */
export const csrfTokensOf = (token: string, csrfKeys: OfSecrets<Buffer>): OfSecrets<string> => {
  const hash = hashToken(token)
  const [present, ...older] = csrfKeys
  return [csrfTokenOf(hash, present), ...older.map((key) => csrfTokenOf(hash, key))]
}

const csrfTokenOf = (hash: Buffer, csrfKey: Buffer): string =>
  createHmac('sha256', csrfKey).update(hash).digest('base64url')

/** A stored session as a caller, unless it is over or its member may not be here any more. */
export function toSession(
  entry: SessionEntry,
  token: string,
  now: Date,
  csrfKeys: OfSecrets<Buffer>,
): Session | undefined {
  const { id, user, role, suspendedUntil, createdAt, expiresAt } = entry
  if (expiresAt <= now || role < MODERATOR) return undefined
  if (suspendedUntil && suspendedUntil > now) return undefined
  const [csrfToken, ...olderCsrfTokens] = csrfTokensOf(token, csrfKeys)
  const scopes = new Set([...roleNames(role), ...scopesOfRole(role)])
  const tokens = { csrfToken, olderCsrfTokens }
  return { id, user, role, scopes, ...tokens, createdAt, expiresAt, requestsPerMinute: 0 }
}

/**
 * `403 insufficient_scope` unless a write sends the session's own CSRF token: a foreign page may
 * make a browser send the cookie, but cannot read the token.
 */
export function requireCsrfToken(
  req: IncomingMessage,
  session: Session,
  operation: OperationRow,
): void {
  if (operation.method === 'get' || operation.method === 'head') return
  const sent = Buffer.from(String(req.headers['x-csrf-token'] ?? ''))
  for (const token of [session.csrfToken, ...session.olderCsrfTokens]) {
    const own = Buffer.from(token)
    if (sent.length === own.length && timingSafeEqual(sent, own)) return
  }
  throw problem('insufficient_scope', 'Send the CSRF token of the session: X-CSRF-TOKEN.')
}
