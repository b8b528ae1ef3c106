import type { Acting } from '../../core/acting-user.ts'
import type { Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { conflict } from '../../kit/problem.ts'
import { audit, type Audited } from '../../platform/audit.ts'
import { isHeard } from '../pages/changes.ts'
import * as store from './comments.store.ts'

/** Counts a comment, with its replies, or a reply, where it is shown. */
export function countComment(ctx: Writing, row: store.CountedRow, n: 1 | -1, replies = 0): void {
  const { page_id, parent_id, status, hidden } = row
  if (hidden) return
  store.deferPageCounts(ctx, row, { all: n * (1 + replies), open: status === 'open' ? n : 0 })
  if (parent_id !== null) store.deferReplyCount(ctx, parent_id, n)
  else count(ctx, store.commentList, n, { page_id, status })
}

/** Counts a comment that is gone with its replies, or a reply. */
export function countRemoved(
  ctx: Writing,
  row: store.CommentRow,
  removed: readonly store.CountedRow[],
): void {
  // Replies to a hidden comment are shown to nobody, and not counted.
  if (row.hidden) return
  const all = removed.filter(({ hidden }) => !hidden).length
  store.deferPageCounts(ctx, row, { all: -all, open: row.status === 'open' ? -1 : 0 })
  if (row.parent_id !== null) store.deferReplyCount(ctx, row.parent_id, -1)
  else count(ctx, store.commentList, -1, row)
}

/**
 * Resolves or reopens a comment that is locked, and answers it as it is then. The audit log tells it where it is another
 * member's.
 */
export async function settle(
  ctx: Audited,
  row: store.CommentRow,
  status: 'open' | 'resolved',
  by: Acting,
): Promise<store.CommentRow> {
  if (row.status === null) throw conflict('Replies are neither open nor resolved.')
  if (row.status === status) return row
  const isResolved = status === 'resolved'
  const how = isResolved ? { resolved_at: ctx.now, resolved_by: by.user.id } : UNSETTLED
  const settled = { ...row, status, ...how, resolver_name: isResolved ? by.user.username : null }
  if (!isHeard(by, row)) return settled
  await store.updateComment(ctx, row.id, { status, ...how })
  if (!row.hidden) {
    const { page_id } = row
    store.deferPageCounts(ctx, row, { all: 0, open: isResolved ? -1 : 1 })
    count(ctx, store.commentList, -1, { page_id, status: row.status })
    count(ctx, store.commentList, 1, { page_id, status })
  }
  if (by.user.id === row.author_id) return settled
  const action = isResolved ? 'know_comment.resolved' : 'know_comment.reopened'
  const told = { before: { status: row.status }, after: { status }, actor: by.user }
  audit(ctx, action, { kind: 'know_comment', id: row.id }, told)
  return settled
}

const UNSETTLED = { resolved_at: null, resolved_by: null }
