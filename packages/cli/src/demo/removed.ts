import { count } from '@mobieus/domain/kit'
import { userList } from '@mobieus/domain/core'
import type { Audited } from '@mobieus/domain/platform'
import type { Insert, Row } from './cast.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const MODERATOR = 9

/**
 * Things that can be brought back: member 8, who is leaving, and member 11, who is banned, suspended and
 * shadow-banned. The moderator has just removed the post 4503, the listing 45 and the file 78.
 */
export async function insertRemoved(ctx: Audited, insert: Insert, bytes: Row): Promise<void> {
  const common = { joined_at: ctx.now }
  const lou = { id: 8, username: 'leaving_lou', display_name: 'Lou', email: 'lou@example.com' }
  await insert('users', [{ ...common, ...lou, role: 2, deletion_scheduled_at: ctx.now }])
  const bob = { id: 11, username: 'barred_bob', display_name: 'Bob', email: 'bob@example.com' }
  const barred = { suspended_until: '2999-01-01T00:00:00Z', shadow_banned_at: ctx.now }
  await insert('users', [{ ...common, ...bob, ...barred, role: 1, role_before_ban: 2 }])
  count(ctx, userList, 1)

  const by = { deleted_at: ctx.now, deleted_by: MODERATOR, delete_reason: 'spam' }
  const created_at = ctx.now
  const reply = { thread_id: 118, forum_id: 12, parent_post_id: 4501, is_opener: false }
  await insert('posts', [
    { ...reply, ...by, id: 4503, author_id: 7, body: 'Buy them here.', created_at },
  ])
  await insert('listings', [
    {
      ...{ id: 45, slug: 'sixer-boxed', title: 'Sixer, boxed', description: 'As on the photos.' },
      ...{ price_cents: 12500, condition_rating: 'good', quantity: 3, quantity_remaining: 1 },
      ...{ country: 'DE', region: 'Berlin', city: 'Berlin', category_id: 6, seller_id: 312 },
      ...{ status: 'withdrawn', hidden: true, removed_at: created_at, removed_by: MODERATOR },
      ...{ removed_from: 'active', hidden_before_removal: false, created_at },
      expires_at: new Date(ctx.now.getTime() + 30 * DAY_MS),
    },
  ])
  const file = { id: 78, area_id: 17, uploader_id: 312, title: 'Manual', description: '' }
  const facts = { original_name: 'manual.txt', mime_type: 'text/plain', status: 'deleted' }
  await insert('files', [{ ...bytes, ...file, ...facts, ...by, created_at }])
}
