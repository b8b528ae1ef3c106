import type { Handlers } from '../context.ts'
import * as events from './events.ts'
import * as files from './files.ts'
import * as listings from './listings.ts'
import * as me from './me.ts'
import * as posts from './posts.ts'
import * as users from './users.ts'

export const core = {
  ...events,
  ...files,
  ...listings,
  ...me,
  ...posts,
  ...users,
} satisfies Handlers<'core'>
