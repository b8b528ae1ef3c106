import type { Acting } from '../../core/acting-user.ts'
import { count } from '../../kit/count.ts'
import { defer } from '../../kit/defer.ts'
import { conflict } from '../../kit/problem.ts'
import type { Changing } from '../pages/changes.ts'
import { noteContributor, updatePage, type PageRow } from '../pages/pages.store.ts'
import * as store from './revisions.store.ts'

interface Added {
  readonly text: string
  readonly by: Acting
  readonly summary?: string | undefined
  /** The revision that it was written from; the current one when left out. */
  readonly baseId?: number | undefined
  /** Whether the page shows it at once, which is for the caller to change. */
  readonly isApproved?: boolean
}

/** The most pending revisions of a page. */
const MOST_PENDING = 100

/** Adds a revision to a page that is locked, `pending` unless it is approved at once; `409` beyond so many of these. */
export async function addRevision(
  ctx: Changing,
  row: PageRow,
  { text, by, summary = null as never, baseId = row.current_revision_id, isApproved }: Added,
) {
  if (!isApproved && (await store.hasPending(ctx, row.id, MOST_PENDING)))
    throw conflict(`The page has ${MOST_PENDING} pending revisions.`)
  const status = isApproved ? 'approved' : 'pending'
  const review = isApproved ? { reviewer_id: by.user.id, reviewed_at: ctx.now } : {}
  const revision = await store.insertRevision(ctx, {
    ...{ page_id: row.id, base_id: baseId, status, summary, ...review },
    ...{ author_id: by.user.id, content_markdown: text, submitted_at: ctx.now },
  })
  count(ctx, store.revisionList, 1, { page_id: row.id, status })
  if (isApproved) defer(ctx, noteContributor(ctx, row.id, by.user.id, ctx.now))
  else await updatePage(ctx, row.id, { revision_count: row.revision_count + 1 })
  return revision
}
