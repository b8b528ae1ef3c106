import type { Acting } from '../../core/acting-user.ts'
import type { Emitting } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { defer } from '../../kit/defer.ts'
import { emit } from '../../kit/emit.ts'
import { conflict } from '../../kit/problem.ts'
import { insertFirstRevision, revisionList } from '../revisions/revisions.store.ts'
import { enlistPage, type Changing } from './changes.ts'
import { distinctTags, wordsOf } from './pages.rules.ts'
import * as store from './pages.store.ts'
import { claimFormerSlugs, claimSlug } from './slugs.store.ts'

/** A page that there is not yet. */
interface NewPage {
  readonly slug: string
  readonly title: string
  readonly tags?: readonly string[] | undefined
  readonly content_markdown: string
  readonly summary?: string | null | undefined
  /** Slugs that lead to it as well, as far as they are free. */
  readonly former_slugs?: readonly string[]
}

/** Publishes a page with a first revision that is approved; `409 conflict` where another page has the slug. */
export async function publishPage(
  ctx: Changing & Emitting<'page.created'>,
  { slug, title, tags = [], content_markdown, summary = null, former_slugs = [] }: NewPage,
  by: Acting,
): Promise<store.PageRow> {
  const times = { created_at: ctx.now, updated_at: ctx.now }
  const { id, current_revision_id: revisionId } = await store.insertPage(ctx, {
    ...{ slug, title, tags: distinctTags(tags), author_id: by.user.id },
    ...{ word_count: wordsOf(content_markdown), hidden: by.shadowBanned, ...times },
  })
  if (!(await claimSlug(ctx, slug, id))) throw slugTaken()
  await claimFormerSlugs(ctx, former_slugs, id)
  const revision = { id: revisionId, page_id: id, base_id: null, summary, content_markdown }
  const review = { status: 'approved', reviewer_id: by.user.id, reviewed_at: ctx.now }
  const whose = { author_id: by.user.id, submitted_at: ctx.now }
  await insertFirstRevision(ctx, { ...revision, ...review, ...whose })
  count(ctx, revisionList, 1, { page_id: id, status: 'approved' })
  defer(ctx, store.noteContributor(ctx, id, by.user.id, ctx.now))
  const row = await store.findPageThatIs(ctx, id)
  await enlistPage(ctx, row)
  if (!row.hidden)
    emit(ctx, 'page.created', {
      ...{ page_id: id, slug, title, revision_id: revisionId, author: by.user },
    })
  return row
}

export const slugTaken = () => conflict('Another page has this slug.', 'slug')
