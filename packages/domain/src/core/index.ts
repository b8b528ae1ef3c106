import type { Handlers } from '../context.ts'
import * as events from './events.ts'
import * as me from './me.ts'
import * as posts from './posts.ts'
import * as users from './users.ts'
import * as webhookDeliveries from './webhook-deliveries.ts'
import * as webhooks from './webhooks.ts'

export const core = {
  ...events,
  ...me,
  ...posts,
  ...users,
  ...webhookDeliveries,
  ...webhooks,
} satisfies Handlers<'core'>
