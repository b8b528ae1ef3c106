import type { OperationId } from '@mobieus/contract'
import type { ScaleTenant } from './scale-fill.ts'
import { get, list, nth, someMember, write, type ScaleRow } from './scale-requests.ts'

const know = '/api/v1/know'
const pages = `${know}/pages`
const page = (t: ScaleTenant, n: number) => `page-${nth('know_pages', t, n) - t.from.know_pages}`
/** A page that is in the trash, and not to be purged yet. */
const trashed = (t: ScaleTenant, n: number) => t.from.know_pages + t.rows + 31 + n
const revision = (t: ScaleTenant, n: number) => nth('know_revisions', t, n)
const comment = (t: ScaleTenant, n: number) => nth('know_comments', t, n)
const said = { body: 'The left one.' }
const text = (n: number) => `Clean the contacts of board ${n}. See [the first page](/know/page-1).`
const propose = (t: ScaleTenant, n: number) => ({
  path: `${pages}/${page(t, n)}/revisions`,
  body: { content_markdown: text(n) },
})

/** The wiki. */
export const KNOW_ROWS: readonly ScaleRow[] = [
  ...list(
    'listKnowPages',
    pages,
    {
      tag: { tag: 'tag-7' },
      author_id: (t) => ({ author_id: someMember(t) }),
      'q, all': { q: 'about' },
      'q, a few': { q: 'solder' },
      'author_id and tag': (t) => ({ author_id: someMember(t), tag: 'tag-7' }),
      'q and tag': { q: 'about', tag: 'rare' },
    },
    'know_pages',
  ),
  get('getKnowPage', (t) => `${pages}/${page(t, 0)}`),
  write('createKnowPage', pages, (_: ScaleTenant, n: number) => ({
    ...{ slug: `new-${n}`, title: `New ${n}`, content_markdown: text(n), tags: ['tag-7'] },
  })),
  write(
    'updateKnowPage',
    (t, n) => `${pages}/${page(t, n)}`,
    (_: ScaleTenant, n: number) => ({ content_markdown: text(n), summary: 'Contacts' }),
  ),
  write(
    'updateKnowPage',
    (t, n) => `${pages}/${page(t, n + 100)}`,
    (_: ScaleTenant, n: number) => ({ slug: `renamed-${n}`, title: 'Renamed' }),
    { name: 'updateKnowPage, renamed' },
  ),
  write('deleteKnowPage', (t, n) => `${pages}/${page(t, n + 200)}/delete`),
  get('listKnowBacklinks', () => `${pages}/page-1/backlinks`),
  ...list('listBrokenKnowLinks', `${know}/broken-links`, {}, 'know_links'),

  get('listKnowRevisions', () => `${pages}/page-1/revisions`),
  {
    ...get('listKnowRevisions', () => `${pages}/page-1/revisions?status=pending`),
    name: 'listKnowRevisions, status',
  },
  get('getKnowRevision', (t) => `${know}/revisions/${revision(t, 0)}`),
  get(
    'getKnowDiff',
    (t) => `${know}/revisions/${revision(t, 0)}/diff?from=${t.from.know_revisions + 1}`,
  ),
  write('proposeKnowRevision', (t, n) => propose(t, n + 300).path, {
    content_markdown: 'Plug it in.',
  }),
  write('approveKnowRevision', () => `${know}/revisions/{id}/approve`, {}, { before: propose }),
  write(
    'rejectKnowRevision',
    () => `${know}/revisions/{id}/reject`,
    { reason: 'It says nothing new.' },
    { before: propose },
  ),
  write(
    'restoreKnowRevision',
    (t, n) => `${know}/revisions/${revision(t, n + 400)}/restore`,
    {},
    {
      before: (t, n) => ({
        path: `${pages}/${page(t, n + 400)}`,
        body: { content_markdown: text(n) },
      }),
    },
  ),

  get('listKnowComments', () => `${pages}/page-1/comments`),
  {
    ...get('listKnowComments', () => `${pages}/page-1/comments?status=open`),
    name: 'listKnowComments, status',
  },
  {
    ...get('listKnowReplies', (t) => `${know}/comments/${t.from.know_comments + 1}/replies`),
    exempt: 'their total is counted on the index: a comment has at most 500',
  },
  get('getKnowComment', (t) => `${know}/comments/${comment(t, 0)}`),
  write('createKnowComment', (t, n) => `${pages}/${page(t, n + 600)}/comments`, {
    ...{ body: 'Which board?', anchor: { exact: 'a' } },
  }),
  write('updateKnowComment', () => `${know}/comments/{id}`, said, {
    before: (t, n) => ({ path: `${pages}/${page(t, n + 700)}/comments`, body: said }),
  }),
  write('resolveKnowComment', (t, n) => `${know}/comments/${comment(t, 2 * n)}/resolve`),
  write('reopenKnowComment', (t, n) => `${know}/comments/${comment(t, 2 * n + 1)}/reopen`),
  write(
    'deleteKnowComment',
    () => `${know}/comments/{id}/delete`,
    {},
    {
      before: (t, n) => ({ path: `${pages}/${page(t, n + 800)}/comments`, body: said }),
    },
  ),

  get('getKnowVote', (t) => `${pages}/${page(t, 0)}/vote`),
  write('voteKnowPage', (t, n) => `${pages}/${page(t, n + 900)}/vote`, { helpful: true }),

  ...list('listKnowReviews', `${know}/reviews`, {
    owner_id: (t) => ({ owner_id: someMember(t) }),
    is_due: { is_due: 'true' },
    'owner_id and is_due': (t) => ({ owner_id: someMember(t), is_due: 'true' }),
  }),
  get('getKnowReview', (t) => `${pages}/${page(t, 0)}/review`),
  write('setKnowReview', (t, n) => `${pages}/${page(t, n + 1000)}/review`, { interval_days: 30 }),
  write('reviewKnowPage', (t, n) => `${pages}/${page(t, n + 1100)}/review/done`),
  write('deleteKnowReview', (t, n) => `${pages}/${page(t, n + 1200)}/review/delete`),

  ...list('searchKnow', `${know}/search`, {
    'a hundred hits': { q: 'seldom' },
    'more hits than are ranked': { q: 'the' },
    'one letter': { q: 'x' },
    'no hit': { q: 'nothing at all' },
    'hits and tag': { q: 'seldom', tag: 'rare' },
    'hits and author_id': (t) => ({ q: 'seldom', author_id: someMember(t) }),
  }).slice(1),
  {
    ...get('searchKnow', () => `${know}/search?q=common`),
    name: 'searchKnow, a tenth of all',
    exempt: 'among a hundred times as many pages it has a hundred times as many hits',
  },

  ...list('listKnowExports', `${know}/exports`),
  get('getKnowExport', (t) => `${know}/exports/${nth('know_exports', t, 0)}`),
  write('deleteKnowExport', (t, n) => `${know}/exports/${nth('know_exports', t, n + 1)}/delete`),
  ...list('listKnowImports', `${know}/imports`),
  get('getKnowImport', (t) => `${know}/imports/${nth('know_imports', t, 0)}`),
  write('deleteKnowImport', (t, n) => `${know}/imports/${nth('know_imports', t, n + 1)}/delete`),
  get('listKnowImportResults', (t) => `${know}/imports/${t.from.know_imports + 1}/results`),

  ...list('listKnowTrash', `${know}/trash`),
  write(
    'restoreKnowPage',
    (t, n) => `${know}/trash/${trashed(t, 2 * n)}/restore`,
    {},
    {
      before: (t, n) => ({
        path: pages,
        body: { slug: `spare-${n}`, title: 'S', content_markdown: '' },
      }),
    },
  ),
  write(
    'purgeKnowPage',
    () => `${know}/trash/{id}/purge`,
    {},
    {
      before: (t, n) => ({ path: `${pages}/${page(t, n + 500)}/delete`, body: {} }),
    },
  ),
]

/** Operations that the table leaves out, and why. */
export const UNMEASURED_KNOW: Readonly<Partial<Record<OperationId, string>>> = {
  createKnowExport: 'writes one row and a task; of a wiki there is one at a time',
  createKnowImport: 'takes its time for the bytes; its rows are those of createKnowExport',
  downloadKnowExport: 'reads bytes, after the look-up of getKnowExport',
}
