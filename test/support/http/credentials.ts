import {
  securitySchemes,
  type OperationRow,
  type SecurityScheme,
} from '../../../packages/contract/src/index.ts'
import { scopes as allScopes } from '../../../packages/domain/src/platform/index.ts'
import { csrfTokensOf } from '../../../packages/server/src/credentials/csrf-token.ts'
import type { Services } from '../../../packages/server/src/services.ts'
import { inboundSecretOf } from './inbound-secret.ts'
import { scimTokenOf } from './scim-token.ts'
import { isOfManaged, type TestTenant } from './tenants.ts'

/** Credentials of every scheme of the contract, as tests mint and send them. */

/** The schemes that say who calls. */
type Scheme = {
  [S in SecurityScheme]: (typeof securitySchemes)[S]['caller'] extends null ? never : S
}[SecurityScheme]

/** A test's wishes of a credential; it has every scope and role but those that are lacking. */
export interface NewTestCredential {
  readonly lacking?: ReadonlySet<string>
  readonly environment?: 'live' | 'test'
  readonly rateLimit?: number
}

interface Sent {
  readonly headers?: Readonly<Record<string, string>>
  /** `name=value`. */
  readonly query?: string
}

interface TestCredential {
  /** One of the tenant's; answers its text. */
  mint(tenant: TestTenant, options: NewTestCredential): Promise<string>
  /** One of the right form that nobody has. */
  readonly nobodys: string
  readonly challenge: string
  send(text: string, method: string, services: Services): Sent
}

const MADE_UP = 'A'.repeat(43)

const testCredentials: Readonly<Record<Scheme, TestCredential>> = {
  basicAuth: {
    async mint(tenant, { lacking, ...options }) {
      const scopes = allScopes.filter((scope) => !lacking?.has(scope))
      const { id, secret } = await tenant.mint({ ...options, scopes })
      return `${id}:${secret}`
    },
    nobodys: `7:mc_live_${MADE_UP}`,
    challenge: 'Basic realm="mobieus"',
    send: (text) => ({ headers: { authorization: `Basic ${btoa(text)}` } }),
  },
  bearerAuth: {
    async mint(tenant, { lacking, ...options }) {
      const scopes = allScopes.filter((scope) => !lacking?.has(scope))
      return tenant.key({ ...options, scopes })
    },
    nobodys: `mc_live_${MADE_UP}`,
    challenge: 'Bearer',
    send: (text) => ({ headers: { authorization: `Bearer ${text}` } }),
  },
  inboundHeader: {
    mint: async (tenant, { environment = 'live' }) =>
      inboundSecretOf(tenant[environment].tenantId).secret,
    nobodys: `mh_in_${MADE_UP}`,
    challenge: 'Secret',
    send: (text) => ({ headers: { 'x-mobieus-inbound-secret': text } }),
  },
  inboundQuery: {
    mint: async (tenant, { environment = 'live' }) =>
      inboundSecretOf(tenant[environment].tenantId).secret,
    nobodys: `mh_in_${MADE_UP}`,
    challenge: 'Secret',
    send: (text) => ({ query: `secret=${text}` }),
  },
  scimToken: {
    mint: async (tenant, { environment = 'live' }) =>
      scimTokenOf(tenant[environment].tenantId).secret,
    nobodys: `ms_scim_${MADE_UP}`,
    challenge: 'Bearer',
    send: (text) => ({ headers: { authorization: `Bearer ${text}` } }),
  },
  sessionCookie: {
    async mint(tenant, { lacking, environment }) {
      const role = lacking?.has('admin') ? 3 : lacking?.has('super-admin') ? 4 : 5
      return bare(await tenant.session({ role, environment })).text
    },
    nobodys: MADE_UP,
    challenge: 'Cookie',
    send(text, method, { secrets }) {
      const cookie = `mobieus_session=${text}`
      const [csrf] = csrfTokensOf(text, secrets.for('csrf').signing)
      return { headers: { cookie, ...(method !== 'GET' && { 'x-csrf-token': csrf }) } }
    },
  },
}

export const schemes = Object.keys(testCredentials) as Scheme[]

/** A credential as `platform.call` takes it for a key: a key by itself, any other one behind its scheme. */
export const credentialOf = (scheme: Scheme, text: string): string =>
  scheme === 'bearerAuth' ? text : `${scheme} ${text}`

function bare(credential: string): { scheme: Scheme; text: string } {
  const [scheme, text] = credential.split(' ') as [Scheme, string | undefined]
  return text === undefined ? { scheme: 'bearerAuth', text: credential } : { scheme, text }
}

/** One of a tenant's own. */
export async function mintCredential(
  scheme: Scheme,
  tenant: TestTenant,
  options: NewTestCredential = {},
): Promise<string> {
  return credentialOf(scheme, await testCredentials[scheme].mint(tenant, options))
}

/** One of the right form that nobody has. */
export const nobodysCredential = (scheme: Scheme): string =>
  credentialOf(scheme, testCredentials[scheme].nobodys)

/** How a credential travels with a request. */
export function sentAs(credential: string, method: string, services: Services): Sent {
  const { scheme, text } = bare(credential)
  return testCredentials[scheme].send(text, method, services)
}

/** The schemes with which an operation may be called, those first that the contract writes first. */
export const schemesOf = ({ security }: OperationRow): Scheme[] => [
  ...new Set(security.flatMap((entry) => schemes.filter((scheme) => scheme in entry))),
]

/** The `WWW-Authenticate` of an operation's `401`: a cookie is asked for where nothing else is. */
export function challengesOf(row: OperationRow): string {
  const own = schemesOf(row)
  const sent = own.filter((scheme) => securitySchemes[scheme].in !== 'cookie')
  const asked = sent.length > 0 ? sent : own
  return [...new Set(asked.map((scheme) => testCredentials[scheme].challenge))].join(', ')
}

/**
 * One credential of each scheme, minted at once: what is minted later is a row of a list. Operations on
 * the session itself, which may end it, have one of their own.
 */
export async function mintOneOfEach(
  tenant: TestTenant,
  options: NewTestCredential = {},
): Promise<(row: OperationRow) => Promise<string>> {
  const minted = await Promise.all(
    schemes.map(async (scheme) => [scheme, await mintCredential(scheme, tenant, options)] as const),
  )
  const credentials = new Map(minted)
  return async (row) => {
    // Public operations are called with a key as well.
    const [scheme = 'bearerAuth'] = schemesOf(row)
    const isOwn = row.resource === 'session' || isOfManaged(row)
    const shared = isOwn ? undefined : credentials.get(scheme)
    return shared ?? tenant.credential(row, options)
  }
}
