import { count, emit, type SystemWriting } from '@mobieus/domain/kit'
import {
  findPage,
  noteDeletion,
  revisionList,
  enlistPage,
  trashList,
  wordsOf,
} from '@mobieus/domain/know'
import type { Insert } from './cast.ts'
import { readGuides } from './guides.ts'
import { insertTalk } from './wiki-talk.ts'
import { DELETED_PAGES, PAGES, type DemoPage, type DemoRevision } from './wiki-pages.ts'

const DAY_MS = 24 * 60 * 60 * 1000

/** Members who write pages, and the one who has published the guides. */
const names: Readonly<Record<number, string>> = {
  ...{ 4: 'admin_ann', 7: 'pixel_pia', 9: 'mod_ben', 312: 'retroseller' },
}
const PUBLISHER = 4
/** The ids of the guides' pages and of their revisions, whose order is that of the guides. */
const [GUIDE_ID, GUIDE_REVISION_ID] = [101, 8501] as const

/** The wiki of the demo: the guides of the API, what the examples speak of, and pages of the community. */
export async function insertWiki(ctx: SystemWriting, insert: Insert): Promise<void> {
  for (const page of [...guides(), ...PAGES]) await insertPage(ctx, insert, page)
  for (const page of DELETED_PAGES) await insertDeleted(ctx, insert, page)
  await insertTalk(ctx, insert)
}

const guides = (): DemoPage[] =>
  readGuides().map(({ slug, title, text }, i) => ({
    ...{ id: GUIDE_ID + i, slug, title, tags: ['api'] },
    revisions: [{ id: GUIDE_REVISION_ID + i, by: PUBLISHER, daysAgo: 30 - i, text }],
  }))

/** A page with its revisions, put where lists, searches and links find it. */
async function insertPage(ctx: SystemWriting, insert: Insert, page: DemoPage): Promise<void> {
  const shown = await insertRows(ctx, insert, page, { status: 'published' })
  await insert('know_slugs', [
    { slug: page.slug, page_id: page.id, is_current: true },
    ...(page.former ?? []).map((slug) => ({ slug, page_id: page.id, is_current: false })),
  ])
  const row = await findPage(ctx, page.slug)
  if (!row) throw new Error(`no page ${page.slug}`)
  await enlistPage(ctx, row)
  const [first = shown] = page.revisions
  emit(ctx, 'page.created', {
    ...{ page_id: page.id, slug: page.slug, title: page.title, revision_id: first.id },
    author: { id: first.by, username: names[first.by] as string },
  })
}

async function insertDeleted(ctx: SystemWriting, insert: Insert, page: DemoPage): Promise<void> {
  const deleted = { status: 'deleted', deleted_at: ctx.now, deleted_by: 9 }
  const purge_at = noteDeletion(ctx)
  await insertRows(ctx, insert, page, { ...deleted, purge_at })
  count(ctx, trashList, 1)
}

/** The rows of a page and its revisions; answers the revision that it shows. */
async function insertRows(
  ctx: SystemWriting,
  insert: Insert,
  { id, slug, title, tags, revisions }: DemoPage,
  state: object,
): Promise<DemoRevision> {
  const approved = revisions.filter(({ status = 'approved' }) => status === 'approved')
  const [first, shown] = [approved[0], approved.at(-1)]
  if (!first || !shown) throw new Error(`${slug} has no text`)
  const at = ({ daysAgo }: DemoRevision) => new Date(ctx.now.getTime() - daysAgo * DAY_MS)
  await insert('know_pages', [
    {
      ...{ id, slug, title, tags, author_id: first.by, current_revision_id: shown.id },
      ...{ word_count: wordsOf(shown.text), revision_count: revisions.length },
      ...{ version: revisions.length, created_at: at(first), updated_at: at(shown) },
      ...{ deleted_at: null, deleted_by: null, purge_at: null, ...state },
    },
  ])
  for (const [i, each] of revisions.entries()) {
    const status = each.status ?? 'approved'
    const base = revisions.slice(0, i).findLast((one) => approved.includes(one))
    const review = { reviewer_id: each.reviewer ?? each.by, reviewed_at: at(each) }
    await insert('know_revisions', [
      {
        ...{ id: each.id, page_id: id, base_id: base?.id ?? null, status },
        ...{ summary: each.summary ?? null, author_id: each.by, content_markdown: each.text },
        ...{ submitted_at: at(each), reject_reason: each.reason ?? null },
        ...(status === 'pending' ? { reviewer_id: null, reviewed_at: null } : review),
      },
    ])
    count(ctx, revisionList, 1, { page_id: id, status })
  }
  await insertContributors(insert, id, approved, at)
  return shown
}

async function insertContributors(
  insert: Insert,
  page_id: number,
  approved: readonly DemoRevision[],
  at: (revision: DemoRevision) => Date,
): Promise<void> {
  const members = new Map<number, DemoRevision[]>()
  for (const each of approved) members.set(each.by, [...(members.get(each.by) ?? []), each])
  await insert(
    'know_contributors',
    [...members].map(([user_id, written]) => ({
      ...{ page_id, user_id, revisions: written.length },
      last_at: at(written.at(-1) as DemoRevision),
    })),
  )
}
