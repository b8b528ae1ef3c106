import type { Emitting, Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { emit } from '../../kit/emit.ts'
import { timestamp } from '../../kit/present.ts'
import type { Chore } from '../../kit/surface.ts'
import { noteChore } from '../../platform/work.ts'
import * as store from './reviews.store.ts'

const BATCH = 200

/** Tells of pages whose time has come, each once. */
export const reviewClock: Chore = {
  name: 'know-reviews',
  async run(ctx) {
    const ids = await store.makeDue(ctx, ctx.now, BATCH)
    if (ids.length === 0) return 0
    for (const row of await store.listReviewsOf(ctx, ids)) {
      countReview(ctx, { ...row, is_due: false }, -1)
      countReview(ctx, row, 1)
      tellDue(ctx, row)
    }
    return ids.length
  },
  next: store.firstDue,
}

/** Notes that the clock looks at a page. */
export const noteDue = (ctx: Pick<Writing, 'outbox' | 'tenantId'>, dueAt: Date): void =>
  noteChore(ctx, reviewClock, dueAt)

/** Counts when a page is reviewed in the lists that show it. */
export function countReview(
  ctx: Writing,
  { paused, owner_id, is_due }: Pick<store.ReviewRow, 'paused' | 'owner_id' | 'is_due'>,
  n: 1 | -1,
): void {
  if (!paused) count(ctx, store.reviewList, n, { owner_id, is_due })
}

export const tellDue = (ctx: Emitting<'page.review_due'>, row: store.ReviewRow): void =>
  emit(ctx, 'page.review_due', {
    ...{ page_id: row.page_id, slug: row.slug, title: row.title },
    due_at: timestamp(row.due_at),
    owner: row.owner_id === null ? null : { id: row.owner_id, username: row.owner_name as string },
  })

/** Takes a page that is deleted out of the lists of reviews, or puts it back; it is not told again that it is due. */
export async function pauseReview(ctx: Writing, pageId: number, paused: boolean): Promise<void> {
  const row = await store.lockReview(ctx, pageId)
  if (!row || row.paused === paused) return
  await store.updateReview(ctx, pageId, { paused })
  countReview(ctx, row, -1)
  countReview(ctx, { ...row, paused }, 1)
  if (!paused && !row.is_due) noteDue(ctx, row.due_at)
}
