import type { Acting } from '../../core/acting-user.ts'
import type { AnyContext, Partition } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { defer } from '../../kit/defer.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { settingOf } from '../../kit/settings.ts'
import { audit } from '../../platform/audit.ts'
import { isHeard, type Changing } from '../pages/changes.ts'
import { lockPublished, noteContributor, type PageRow } from '../pages/pages.store.ts'
import { approvals } from '../settings.ts'
import * as store from './revisions.store.ts'

/**
 * The page of a revision, locked until the transaction ends, and the revision as it is under the lock. The later
 * of two reviews at once sees the decision of the first.
 */
export async function lockReviewed(
  ctx: Partition,
  id: number,
): Promise<readonly [PageRow, store.RevisionRow]> {
  const found = await store.findRevision(ctx, id)
  const page = found && (await lockPublished(ctx, found.page_id))
  const revision = page && (await store.findRevision(ctx, id))
  if (!revision) throw notFound()
  return [page, revision]
}

/** Notes an approval; answers whether it was the last that the revision needs. */
export async function settleApproval(
  ctx: AnyContext & Changing,
  page: PageRow,
  revision: store.RevisionRow,
  by: Acting,
  override: boolean,
): Promise<boolean> {
  requirePending(revision)
  if (revision.base_id !== page.current_revision_id && !override)
    throw conflict('The page has another revision by now than this one was written from.')
  const needed = settingOf(ctx.tenant.settings, approvals)
  if (needed > 1 && by.user.id === revision.author_id)
    throw conflict('Others than its author approve a revision.', 'actor_id')
  if (!isHeard(by, page)) return false
  const given = await store.approve(ctx, revision.id, by.user.id, ctx.now)
  const isLast = given >= needed
  const review = { status: 'approved', reviewer_id: by.user.id, reviewed_at: ctx.now }
  await store.updateRevision(ctx, revision.id, { approvals: given, ...(isLast && review) })
  if (!isLast) return false
  move(ctx, revision, 'approved')
  if (revision.author_id !== null)
    defer(ctx, noteContributor(ctx, page.id, revision.author_id, ctx.now))
  tellReview(ctx, 'know_revision.approved', revision, by, {})
  return true
}

/** Rejects a pending revision, for a reason. */
export async function settleRejection(
  ctx: Changing,
  page: PageRow,
  revision: store.RevisionRow,
  by: Acting,
  reason: string,
): Promise<void> {
  requirePending(revision)
  if (!isHeard(by, page)) return
  const review = { reviewer_id: by.user.id, reviewed_at: ctx.now, reject_reason: reason }
  await store.updateRevision(ctx, revision.id, { status: 'rejected', ...review })
  move(ctx, revision, 'rejected')
  tellReview(ctx, 'know_revision.rejected', revision, by, { reason })
}

function requirePending({ status }: store.RevisionRow): void {
  if (status !== 'pending') throw conflict(`The revision is ${status}.`)
}

function move(ctx: Changing, { page_id, status }: store.RevisionRow, to: string): void {
  count(ctx, store.revisionList, -1, { page_id, status })
  count(ctx, store.revisionList, 1, { page_id, status: to })
}

/** Tells in the audit log what a member has made of another one's revision. */
function tellReview(
  ctx: Changing,
  action: 'know_revision.approved' | 'know_revision.rejected',
  { id, page_id, author_id }: store.RevisionRow,
  by: Acting,
  after: object,
): void {
  if (author_id === by.user.id) return
  audit(
    ctx,
    action,
    { kind: 'know_revision', id },
    { after: { page_id, ...after }, actor: by.user },
  )
}
