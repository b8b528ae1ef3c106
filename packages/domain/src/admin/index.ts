import type { Handlers } from '../kit/context.ts'
import { surface } from '../kit/surface.ts'
import * as aiSettings from './ai-settings.ts'
import * as aiUsage from './ai-usage.ts'
import * as apiKeys from './api-keys.ts'
import { apiKeyList } from './api-keys.store.ts'
import * as auditLog from './audit-log.ts'
import * as fileAreas from './file-areas.ts'
import * as forums from './forums.ts'
import * as listingCategories from './listing-categories.ts'
import * as session from './session.ts'
import { signInPurge } from './sign-in.ts'

export { apiKeyList } from './api-keys.store.ts'
export { appointSuperAdmin } from './administrators.ts'
export {
  createKey,
  listKeys,
  type MintedKey,
  type NewKey,
  revokeKey,
  rotateKey,
} from './api-key-lifecycle.ts'
export {
  createSignIn,
  environmentOf,
  hashToken,
  openSession,
  purgeSignIns,
  SESSION_MS,
  signIn,
} from './sign-in.ts'
export { type CreatedTenant, findTenant, listTenants, type NewTenant, setPlan } from './tenants.ts'

const handlers = {
  ...aiSettings,
  ...aiUsage,
  ...apiKeys,
  ...auditLog,
  ...fileAreas,
  ...forums,
  ...listingCategories,
  ...session,
} satisfies Handlers<'admin'>

export const admin = surface('admin', {
  handlers,
  lists: [apiKeyList],
  purges: [signInPurge],
})
