import type { Handlers } from '../kit/context.ts'
import * as events from '../platform/events.ts'
import * as fileAreas from './file-areas.ts'
import * as files from './files.ts'
import * as forums from './forums.ts'
import * as listingCategories from './listing-categories.ts'
import * as listings from './listings.ts'
import * as me from './me.ts'
import * as moderation from './moderation.ts'
import * as posts from './posts.ts'
import * as reports from './reports.ts'
import * as users from './users.ts'
import * as webhookDeliveries from '../platform/webhook-deliveries.ts'
import * as webhookReplays from '../platform/webhook-replays.ts'
import * as webhooks from '../platform/webhooks.ts'

export const core = {
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
