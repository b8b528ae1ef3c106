import { count, type SystemWriting } from '@mobieus/domain/kit'
import { commentList, noteDue, reviewList } from '@mobieus/domain/know'
import { sql } from 'kysely'
import type { Insert } from './cast.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const [PAGE, REVISION, OPEN, REPLY, RESOLVED] = [81, 8102, 8501, 8503, 8502] as const
const [PIA, BEN, SELLER] = [7, 9, 312] as const

/** Comments on a page of the demo, votes, and when it is reviewed. */
export async function insertTalk(ctx: SystemWriting, insert: Insert): Promise<void> {
  const at = (daysAgo: number) => new Date(ctx.now.getTime() - daysAgo * DAY_MS)
  const whole = { exact: null, prefix: null, suffix: null, place: null, revision_id: null }
  const open = {
    page_id: PAGE,
    parent_id: null,
    status: 'open',
    resolved_at: null,
    resolved_by: null,
  }
  const passage = { exact: 'left port', prefix: 'Plug the controller into the ', place: 29 }
  await insert('know_comments', [
    {
      ...{ ...open, id: OPEN, author_id: SELLER, body: 'Which of the two?', reply_count: 1 },
      ...{ ...passage, suffix: '.\n\n## Before you switch it on', revision_id: REVISION },
      created_at: at(10),
    },
    {
      ...{ ...open, ...whole, id: RESOLVED, author_id: PIA, reply_count: 0 },
      ...{ body: 'The sticker is missing on mine.', status: 'resolved', created_at: at(11) },
      ...{ resolved_at: at(9), resolved_by: BEN },
    },
  ])
  await insert('know_comments', [
    {
      ...{ ...open, ...whole, id: REPLY, parent_id: OPEN, status: null, author_id: BEN },
      ...{ body: 'The one next to the power switch.', reply_count: 0, created_at: at(9) },
    },
  ])
  for (const status of ['open', 'resolved']) count(ctx, commentList, 1, { page_id: PAGE, status })
  const vote = { page_id: PAGE, is_counted: true, voted_at: at(3) }
  await insert('know_votes', [
    { ...vote, user_id: SELLER, is_helpful: true },
    { ...vote, user_id: BEN, is_helpful: true },
    { ...vote, user_id: PIA, is_helpful: false },
  ])
  await sql`update know_pages set comment_count = 3, open_comment_count = 1, view_count = 480,
      helpful_count = 2, unhelpful_count = 1
    where tenant_id = ${ctx.tenantId} and id = ${PAGE}`.execute(ctx.tx)
  const due_at = new Date(ctx.now.getTime() + 170 * DAY_MS)
  await insert('know_reviews', [
    {
      ...{ page_id: PAGE, owner_id: SELLER, interval_days: 182, due_at },
      ...{ reviewed_at: at(12), reviewed_by: BEN },
    },
  ])
  count(ctx, reviewList, 1, { owner_id: SELLER, is_due: false })
  noteDue(ctx, due_at)
}
