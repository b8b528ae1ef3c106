import type { Handlers } from '../kit/context.ts'
import * as apiKeys from './api-keys.ts'
import * as auditLog from './audit-log.ts'
import * as fileAreas from './file-areas.ts'
import * as forums from './forums.ts'
import * as listingCategories from './listing-categories.ts'
import * as session from './session.ts'

export const admin = {
  ...apiKeys,
  ...auditLog,
  ...fileAreas,
  ...forums,
  ...listingCategories,
  ...session,
} satisfies Handlers<'admin'>
