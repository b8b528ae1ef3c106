import type { components } from '@mobieus/contract'
import { findMember } from '../../core/users.store.ts'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { noSuch, notFound } from '../../kit/problem.ts'
import { audit } from '../../platform/audit.ts'
import { instantOf } from '../../platform/events.rules.ts'
import { editorOf, isHeard } from '../pages/changes.ts'
import { authorOf } from '../pages/pages.rules.ts'
import { findPage, lockPage, type PageRow } from '../pages/pages.store.ts'
import { countReview, noteDue, tellDue } from './reviewing.ts'
import * as store from './reviews.store.ts'

const DAY_MS = 24 * 60 * 60 * 1000

export const listKnowReviews: Handler<'listKnowReviews'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listReviews(ctx, query, page), presentReview)
}

export const getKnowReview: Handler<'getKnowReview'> = async (ctx, { path }) => {
  const page = await findPage(ctx, path.slug)
  const row = page && (await store.findReview(ctx, page.id))
  if (!row) throw notFound()
  return { data: presentReview(row) }
}

export const setKnowReview: Handler<'setKnowReview'> = async (ctx, { path, body }) => {
  const by = await editorOf(ctx, 'actor_id', body.actor_id)
  const page = await lockPage(ctx, path.slug)
  if (!page) throw notFound()
  const { owner_id = null, interval_days } = body
  const owner = owner_id === null ? undefined : await findMember(ctx, owner_id)
  if (owner_id !== null && !owner) throw noSuch('owner_id')
  const due_at = body.due_at ? instantOf(body.due_at) : dueAfter(ctx.now, interval_days)
  const is_due = due_at <= ctx.now
  const before = await store.lockReview(ctx, page.id)
  const plan = { owner_id, interval_days, due_at, is_due, paused: page.hidden }
  if (!isHeard(by, page)) {
    const owner_name = owner?.username ?? null
    return { data: presentReview({ ...newReviewOf(page), ...before, ...plan, owner_name }) }
  }
  await store.upsertReview(ctx, { page_id: page.id, ...plan })
  if (before) countReview(ctx, before, -1)
  const row = await loadReview(ctx, page.id)
  countReview(ctx, row, 1)
  if (is_due && !before?.is_due && !row.paused) tellDue(ctx, row)
  if (!is_due) noteDue(ctx, due_at)
  tellReview(ctx, 'know_review.updated', page, before, row, by.user)
  return { data: presentReview(row) }
}

export const deleteKnowReview: Handler<'deleteKnowReview'> = async (ctx, { path, body }) => {
  const by = await editorOf(ctx, 'actor_id', body?.actor_id)
  const [page, row] = await lockReviewed(ctx, path.slug)
  if (!isHeard(by, page)) return { data: { id: page.id, deleted: true } }
  await store.deleteReview(ctx, page.id)
  countReview(ctx, row, -1)
  tellReview(ctx, 'know_review.deleted', page, row, undefined, by.user)
  return { data: { id: page.id, deleted: true } }
}

export const reviewKnowPage: Handler<'reviewKnowPage'> = async (ctx, { path, body }) => {
  const by = await editorOf(ctx, 'actor_id', body?.actor_id)
  const [page, before] = await lockReviewed(ctx, path.slug)
  const due_at = dueAfter(ctx.now, before.interval_days)
  const done = { is_due: false, due_at, reviewed_at: ctx.now, reviewed_by: by.user.id }
  if (!isHeard(by, page))
    return { data: presentReview({ ...before, ...done, reviewer_name: by.user.username }) }
  await store.updateReview(ctx, page.id, done)
  const row = await loadReview(ctx, page.id)
  countReview(ctx, before, -1)
  countReview(ctx, row, 1)
  noteDue(ctx, due_at)
  return { data: presentReview(row) }
}

/** A review that nobody has made yet. */
const newReviewOf = ({ id, slug, title }: PageRow) => ({
  ...{ page_id: id, slug, title, reviewed_at: null, reviewed_by: null, reviewer_name: null },
})

const dueAfter = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS)

const loadReview = async (ctx: AnyContext, pageId: number) =>
  (await store.findReview(ctx, pageId)) as store.ReviewRow

/** A page that is to be reviewed, and when; both are locked. */
async function lockReviewed(ctx: AnyContext, slug: string) {
  const page = await lockPage(ctx, slug)
  const row = page && (await store.lockReview(ctx, page.id))
  if (!row) throw notFound()
  return [page, row] as const
}

/** Tells in the audit log what a member has set for another one's page. */
function tellReview(
  ctx: AnyContext,
  action: 'know_review.updated' | 'know_review.deleted',
  page: PageRow,
  before: store.ReviewRow | undefined,
  after: store.ReviewRow | undefined,
  by: { readonly id: number },
): void {
  if (by.id === page.author_id) return
  const told = { before: toldOf(before), after: toldOf(after), actor: by }
  audit(ctx, action, { kind: 'know_page', id: page.id }, told)
}

const toldOf = (row: store.ReviewRow | undefined) =>
  row && { owner_id: row.owner_id, interval_days: row.interval_days, due_at: timestamp(row.due_at) }

const presentReview = (row: store.ReviewRow): components['schemas']['KnowReview'] => ({
  page: { id: row.page_id, slug: row.slug, title: row.title },
  owner: row.owner_id === null ? null : authorOf(row.owner_id, row.owner_name),
  interval_days: row.interval_days,
  due_at: timestamp(row.due_at),
  is_due: row.is_due,
  reviewed_at: nullableTimestamp(row.reviewed_at),
  reviewed_by: row.reviewed_by === null ? null : authorOf(row.reviewed_by, row.reviewer_name),
})
