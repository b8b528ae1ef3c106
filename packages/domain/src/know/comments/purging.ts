import type { Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { commentList, deleteComments } from './comments.store.ts'

/** Removes a batch of the comments of a page that is purged; answers how many there were. */
export async function purgeComments(ctx: Writing, pageId: number, limit: number): Promise<number> {
  const removed = await deleteComments(ctx, pageId, limit)
  for (const { page_id, parent_id, status, hidden } of removed)
    if (parent_id === null && !hidden) count(ctx, commentList, -1, { page_id, status })
  return removed.length
}
