import { foldedOf, gramsOf, targetsOf } from '../../../packages/domain/src/know/index.ts'
import { grownId, type Part, type Place } from '../part.ts'

const AUTHOR = 312
const MODERATOR = 9
const PAGE = { id: 81, slug: 'getting-started', title: 'Getting started' }
const LINKING = { id: 82, slug: 'cables', title: 'Cables' }
const TRASHED = { id: 83, slug: 'old-notes', title: 'Old notes' }
const PURGED = { id: 84, slug: 'older-notes', title: 'Older notes' }
const REVISION = 8102
const PENDING = [8103, 8104] as const
const TEXT = 'Plug the controller into the left port.'
const LINKS = 'See [the first steps](/know/getting-started) and [labels](/know/labels).'

/** A page with two revisions and two that are pending, one that links to it, and two in the trash. */
export const part: Part = {
  ids: {
    ...{ revisions: REVISION, restoreKnowRevision: 8101 },
    ...{ approveKnowRevision: PENDING[0], rejectKnowRevision: PENDING[1] },
    ...{ restoreKnowPage: TRASHED.id, purgeKnowPage: PURGED.id },
  },
  furnish(place) {
    const { at } = place
    // Comments that come with a grown world are counted beforehand.
    const talk = { comment_count: 1000, open_comment_count: 500 }
    const votes = { view_count: 480, helpful_count: 12, unhelpful_count: 3 }
    const counts = { revision_count: 4, ...talk, ...votes }
    insertPage(place, PAGE, REVISION, TEXT, counts)
    insertRevision(place, 8101, PAGE.id, 'Plug the controller in.', { base_id: null })
    for (const id of PENDING)
      insertRevision(place, id, PAGE.id, `${TEXT} Then switch it on.`, {
        ...{ status: 'pending', reviewer_id: null, reviewed_at: null, base_id: at(REVISION) },
      })
    insertPage(place, LINKING, 8201, LINKS, {})
    insertLinks(place, LINKING.id, LINKS)
    const gone = { status: 'deleted', deleted_at: place.now, deleted_by: at(MODERATOR) }
    const purge_at = new Date(place.now.getTime() + 30 * 86_400_000)
    insertPage(place, TRASHED, 8301, 'Old.', { ...gone, purge_at })
    insertPage(place, PURGED, 8401, 'Older.', { ...gone, purge_at })
  },
  grow(place, numbers) {
    for (const i of numbers) {
      const page = { id: grownId(10 * i), slug: `started-${i}`, title: `Started ${i}` }
      const grown = { ...place, at: (id: number) => (id >= 1_000_000_000 ? id : place.at(id)) }
      insertPage(grown, page, grownId(10 * i), TEXT, {})
      insertLinks(grown, page.id, LINKS)
      insertRevision(grown, grownId(10 * i + 1), PAGE.id, TEXT, {
        ...{ status: 'pending', reviewer_id: null, reviewed_at: null },
      })
      const purge_at = new Date(place.now.getTime() + 30 * 86_400_000)
      const trashed = { id: grownId(10 * i + 5), slug: `gone-${i}`, title: 'Gone' }
      insertPage(grown, trashed, grownId(10 * i + 5), 'Gone.', {
        ...{ status: 'deleted', deleted_at: place.now, deleted_by: place.at(MODERATOR), purge_at },
      })
    }
  },
}

const UNSEEN = {
  ...{ comment_count: 0, open_comment_count: 0 },
  ...{ view_count: 0, helpful_count: 0, unhelpful_count: 0 },
}

interface Named {
  readonly id: number
  readonly slug: string
  readonly title: string
}

function insertPage(place: Place, page: Named, revisionId: number, text: string, more: object) {
  const { at, slugAt, insert, now, tenantId } = place
  const row = { id: at(page.id), slug: slugAt(page.slug), title: page.title }
  insert('know_pages', [
    {
      ...row,
      ...{ tags: ['basics'], author_id: at(AUTHOR), current_revision_id: at(revisionId) },
      ...{
        word_count: 7,
        revision_count: 1,
        ...UNSEEN,
        created_at: now,
        updated_at: now,
      },
      ...{ status: 'published', deleted_at: null, deleted_by: null, purge_at: null },
      ...more,
    },
  ])
  insertRevision(place, revisionId, page.id, text, {
    base_id: revisionId === REVISION ? at(8101) : null,
  })
  if ('status' in more) return
  insert('know_slugs', [{ slug: row.slug, page_id: row.id, is_current: true }])
  insert('know_page_tags', [{ tag_key: 'basics', page_id: row.id, author_id: at(AUTHOR) }])
  const [title_key, body_key] = [foldedOf(row.title), foldedOf(text)]
  insert('know_texts', [
    {
      ...{ page_id: row.id, slug: row.slug, title_key, body_key },
      title_grams: gramsOf(tenantId, title_key, row.slug),
      grams: gramsOf(tenantId, title_key, body_key),
    },
  ])
}

function insertRevision(place: Place, id: number, pageId: number, text: string, more: object) {
  const { at, insert, now } = place
  insert('know_revisions', [
    {
      ...{ id: at(id), page_id: at(pageId), content_markdown: text, status: 'approved' },
      ...{ author_id: at(AUTHOR), reviewer_id: at(MODERATOR), submitted_at: now },
      ...{ reviewed_at: now, base_id: null },
      ...more,
    },
  ])
}

function insertLinks({ at, slugAt, insert }: Place, pageId: number, text: string) {
  insert(
    'know_links',
    targetsOf(text).map((slug) => ({
      ...{ page_id: at(pageId), target_slug: slugAt(slug) },
      target_page_id: slug === PAGE.slug ? at(PAGE.id) : null,
    })),
  )
}
