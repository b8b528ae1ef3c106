import type { SecurityScheme } from '@mobieus/contract'
import { basicAuth } from './basic-auth.ts'
import { bearerAuth } from './bearer-auth.ts'
import type { Credential } from './credential.ts'
import { csrfToken } from './csrf-token.ts'
import { inboundHeader, inboundQuery } from './inbound-secret.ts'
import { scimToken } from './scim-token.ts'
import { sessionCookie } from './session-cookie.ts'

/**
 * The credential of every security scheme of the contract; a scheme without one does not compile.
 */
export const credentials = {
  basicAuth,
  bearerAuth,
  csrfToken,
  inboundHeader,
  inboundQuery,
  scimToken,
  sessionCookie,
} satisfies Record<SecurityScheme, Credential>
