import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { count, type Outbox } from '../../packages/domain/src/index.ts'
import type { Platform } from './platform.ts'
import type { Insert } from './world.ts'

/** What of the documentation world can be brought back. */

const CONTENT = 'The same manual, with all revisions.\n'
const sha256 = createHash('sha256').update(CONTENT).digest('hex')
const DAY_MS = 24 * 60 * 60 * 1000

/** Where it is put, and what is added to ids and slugs there. */
interface Place {
  readonly platform: Platform
  readonly tenantId: number
  readonly insert: Insert
  readonly outbox: Outbox
  readonly created_at: Date
  readonly at: (id: number) => number
  readonly slugAt: (slug: string) => string
}

/**
 * A member who is leaving, 8, one who is banned, suspended and shadow-banned, 11, and what the moderator
 * has removed just now: the post 4503, the listing 45 and the file 78.
 */
export async function furnishRemoved(place: Place): Promise<void> {
  const { insert, outbox, created_at, at, slugAt } = place
  const lou = { username: 'leaving_lou', display_name: 'Lou', email: 'lou@example.com', role: 2 }
  await insert('users', [{ id: at(8), ...lou, post_count: 0, deletion_scheduled_at: created_at }])
  const bob = { username: 'barred_bob', display_name: 'Bob', email: 'bob@example.com', role: 1 }
  const barred = { suspended_until: '2999-01-01T00:00:00Z', shadow_banned_at: created_at }
  await insert('users', [{ id: at(11), ...bob, post_count: 0, role_before_ban: 2, ...barred }])
  count({ outbox }, 'users', 1)

  const by = { deleted_at: created_at, deleted_by: at(9), delete_reason: 'spam' }
  const where = { thread_id: at(118), forum_id: at(12), parent_post_id: at(4501) }
  const post = { ...where, author_id: at(7), is_opener: false, body: 'Buy them here.', created_at }
  await insert('posts', [{ id: at(4503), ...post, ...by }])
  await insert('listings', [
    {
      ...{ id: at(45), slug: slugAt('sixer-boxed'), title: 'Sixer, boxed' },
      ...{ description: 'As on the photos.', price_cents: 12500, condition_rating: 'good' },
      ...{ quantity: 3, quantity_remaining: 1, country: 'DE', region: 'Berlin', city: 'Berlin' },
      ...{ category_id: at(6), seller_id: at(312), created_at, status: 'withdrawn', hidden: true },
      expires_at: new Date(created_at.getTime() + 30 * DAY_MS),
      ...{ removed_at: created_at, removed_by: at(9), removed_from: 'active' },
      hidden_before_removal: false,
    },
  ])
  await removeFile(place, by)
}

async function removeFile(
  { platform, tenantId, insert, created_at, at }: Place,
  by: object,
): Promise<void> {
  const storage_key = `files/${tenantId}/removed-manual`
  const source = path.join(platform.dataFolder, `removed-${tenantId}`)
  await writeFile(source, CONTENT)
  await platform.storage.put(storage_key, source, { size: CONTENT.length, sha256 })
  await insert('files', [
    {
      ...{ id: at(78), area_id: at(17), uploader_id: at(312), title: 'Manual', description: '' },
      ...{ original_name: 'manual.txt', mime_type: 'text/plain', size_bytes: CONTENT.length },
      ...{ sha256, storage_key, status: 'deleted', created_at, ...by },
    },
  ])
}
