import type { Acting } from '../../core/acting-user.ts'
import type { Writing } from '../../kit/context.ts'
import { defer } from '../../kit/defer.ts'
import * as store from './votes.store.ts'

/** Keeps a member's vote on a page in place of the one before, or takes it back; answers it with the counts of all. */
export async function castVote(
  ctx: Writing & { readonly now: Date },
  pageId: number,
  { user, shadowBanned }: Acting,
  helpful: boolean | null,
): Promise<{ vote: store.VoteRow | undefined; counts: store.VoteCounts }> {
  const before = await store.lockCounts(ctx, pageId)
  const former = await store.findVote(ctx, pageId, user.id)
  if ((former?.is_helpful ?? null) === helpful) return { vote: former, counts: before }
  const vote =
    helpful === null
      ? undefined
      : {
          page_id: pageId,
          user_id: user.id,
          is_helpful: helpful,
          ...castAt(ctx.now, !shadowBanned),
        }
  const counts = {
    helpful_count: before.helpful_count + countOf(vote, true) - countOf(former, true),
    unhelpful_count: before.unhelpful_count + countOf(vote, false) - countOf(former, false),
  }
  if (vote) await store.upsertVote(ctx, vote)
  else await store.deleteVote(ctx, pageId, user.id)
  defer(ctx, store.setCounts(ctx, pageId, counts))
  return { vote, counts }
}

const castAt = (voted_at: Date, is_counted: boolean) => ({ voted_at, is_counted })

const countOf = (vote: store.VoteRow | undefined, helpful: boolean): number =>
  vote?.is_counted && vote.is_helpful === helpful ? 1 : 0
