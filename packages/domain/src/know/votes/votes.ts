import type { components } from '@mobieus/contract'
import { actingMember } from '../../core/acting-user.ts'
import type { Handler } from '../../kit/context.ts'
import { nullableTimestamp } from '../../kit/present.ts'
import { notFound } from '../../kit/problem.ts'
import { findPage } from '../pages/pages.store.ts'
import * as store from './votes.store.ts'
import { castVote } from './voting.ts'

export const getKnowVote: Handler<'getKnowVote'> = async (ctx, { path, query }) => {
  const row = await findPage(ctx, path.slug)
  if (!row) throw notFound()
  const vote = await store.findVote(ctx, row.id, query.user_id ?? ctx.caller.user.id)
  return { data: presentVote(vote, row) }
}

export const voteKnowPage: Handler<'voteKnowPage'> = async (ctx, { path, body }) => {
  const by = await actingMember(ctx, 'user_id', body.user_id)
  const row = await findPage(ctx, path.slug)
  if (!row) throw notFound()
  const { vote, counts } = await castVote(ctx, row.id, by, body.helpful)
  return { data: presentVote(vote, counts) }
}

const presentVote = (
  vote: store.VoteRow | undefined,
  { helpful_count, unhelpful_count }: store.VoteCounts,
): components['schemas']['KnowVote'] => ({
  helpful: vote?.is_helpful ?? null,
  voted_at: nullableTimestamp(vote?.voted_at ?? null),
  helpful_count,
  unhelpful_count,
})
