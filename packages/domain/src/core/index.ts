import type { Handlers } from '../kit/context.ts'
import { surface } from '../kit/surface.ts'
import * as events from '../platform/events.ts'
import * as fileAreas from './file-areas.ts'
import { purgeFile } from './file-purge.ts'
import { scanFile } from './file-scan.ts'
import * as files from './files.ts'
import { FILES } from './files.rules.ts'
import { fileList, isQuarantined } from './files.store.ts'
import * as forums from './forums.ts'
import { furnish } from './furnish.ts'
import * as listingCategories from './listing-categories.ts'
import { listingExpiry } from './listing-expiry.ts'
import * as listings from './listings.ts'
import { listingList } from './listings.store.ts'
import * as me from './me.ts'
import { memberPurge } from './member-purge.ts'
import * as moderation from './moderation.ts'
import { actionList } from './moderation.store.ts'
import * as posts from './posts.ts'
import { postList } from './posts.store.ts'
import * as reports from './reports.ts'
import { reportList } from './reports.store.ts'
import * as users from './users.ts'
import { userList } from './users.store.ts'
import * as webhookDeliveries from '../platform/webhook-deliveries.ts'
import * as webhookReplays from '../platform/webhook-replays.ts'
import * as webhooks from '../platform/webhooks.ts'

export { FILES } from './files.rules.ts'
export { fileList } from './files.store.ts'
export { expireListings } from './listing-expiry.ts'
export { slugOf } from './listings.rules.ts'
export { insertListing, listingList } from './listings.store.ts'
export { BODY_LIMIT_BYTES } from './me.ts'
export { purgeLeftUsers } from './member-purge.ts'
export { actionList } from './moderation.store.ts'
export { presentPost } from './posts.ts'
export { postList } from './posts.store.ts'
export { reportList } from './reports.store.ts'
export { userList } from './users.store.ts'

const handlers = {
  ...events,
  ...fileAreas,
  ...files,
  ...forums,
  ...listingCategories,
  ...listings,
  ...me,
  ...moderation,
  ...posts,
  ...reports,
  ...users,
  ...webhookDeliveries,
  ...webhookReplays,
  ...webhooks,
} satisfies Handlers<'core'>

export const core = surface('core', {
  handlers,
  lists: [actionList, fileList, listingList, postList, reportList, userList],
  tasks: [scanFile, purgeFile],
  every: [{ minutes: 5, chore: listingExpiry }],
  purges: [memberPurge],
  furnish,
  storage: { folders: [FILES], awaits: isQuarantined },
  moderatorScopes: [
    'moderation:read',
    'moderation:write',
    'reports:read',
    'reports:write',
    'reports:manage',
  ],
})
