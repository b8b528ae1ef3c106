import type { SecurityScheme } from '@mobieus/contract'
import { bearerAuth } from './bearer-auth.ts'
import type { Credential } from './credential.ts'
import { csrfToken } from './csrf-token.ts'
import { sessionCookie } from './session-cookie.ts'

/** Every security scheme of the contract: one that nothing here reads does not compile. */
export const credentials = {
  bearerAuth,
  csrfToken,
  sessionCookie,
} satisfies Record<SecurityScheme, Credential>
