import { hash as digest } from 'node:crypto'
import { settingOf } from '@mobieus/domain/kit'
import { findToken, requestsPerMinute } from '@mobieus/domain/scim'
import type { Identified, Identifying, Place } from './credential.ts'
import { bearerOf } from './sent.ts'

const OURS = /^ms_/i
const TOKEN = /^ms_scim_[A-Za-z0-9_-]{20,100}$/

const scopes: ReadonlySet<string> = new Set()

/** The token of an identity provider: `Authorization: Bearer ms_scim_…`. */
export const scimToken: Identifying = {
  read(req) {
    const sent = bearerOf(req)
    return sent !== undefined && OURS.test(sent) ? sent : undefined
  },
  identify: identifyToken,
  meter: {
    ...{ windows: 'scim_token_windows', classWindows: undefined },
    ...{ isPerMember: false, lastUse: { table: 'scim_tokens', withAddress: false } },
  },
  refusal: {
    message: 'Send a valid SCIM token of this tenant: Authorization: Bearer ms_scim_…',
    challenge: 'Bearer',
  },
}

/**
 * The token by its SHA-256, in its own tenant's live partition. It is never kept in memory: a revocation holds from
 * the next request on.
 */
async function identifyToken(
  secret: string,
  { host, services, now }: Place,
): Promise<Identified | undefined> {
  if (!TOKEN.test(secret)) return undefined
  const found = await findToken(services.db, digest('sha256', secret, 'buffer'), now)
  const tenant = found && (host ?? (await services.directory.tenantOf(found.tenantId)))?.live
  if (!found || tenant?.id !== found.tenantId) return undefined
  const { id, label } = found
  const limit = settingOf(tenant.settings, requestsPerMinute)
  return { tenant, caller: { kind: 'token', id, label, scopes, requestsPerMinute: limit } }
}
