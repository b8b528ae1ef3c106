import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { openWiki, type Wiki } from '../support/http/wiki.ts'
import { findDrift } from '../world/recount.ts'

let platform: Platform
let wiki: Wiki
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  wiki = await openWiki(platform)
})

const text = async (slug: string) => (await wiki.read(`/pages/${slug}`)).body.data.content_markdown
const slugs = async (path: string) => {
  const { body } = await wiki.read(path)
  expect(body.total_count).toBe(body.data.length)
  return body.data.map(({ slug }: Json) => slug) as string[]
}

test.each(['a\r\nb\rc\n', '  trailing  \n\n', 'cafe\u0301 caf\u00e9', '', '👩‍👩‍👧 \u200d end'])(
  'a text is kept as it was sent: %j',
  async (content_markdown) => {
    const { current_revision_id: id } = await wiki.page('kept', content_markdown)
    expect(await text('kept')).toBe(content_markdown)
    const { body } = await wiki.read(`/revisions/${id}`)
    expect(body.data).toMatchObject({ content_markdown, status: 'approved', page_slug: 'kept' })
  },
)

test('pages are listed by tag in any form, by author and by a part of title or slug', async () => {
  await wiki.page('first', 'A', { title: 'Über uns', tags: ['Getting Started', 'getting-started'] })
  const { author } = await wiki.page('second-one', 'B', { tags: ['c++'] })
  expect((await wiki.read('/pages/first')).body.data.tags).toEqual(['Getting Started'])
  expect(await slugs('/pages')).toEqual(['second-one', 'first'])
  expect(await slugs('/pages?tag=getting-started')).toEqual(['first'])
  expect(await slugs('/pages?tag=GETTING%20STARTED')).toEqual(['first'])
  expect(await slugs('/pages?tag=c')).toEqual([])
  expect(await slugs('/pages?q=uber')).toEqual(['first'])
  expect(await slugs('/pages?q=ond-o')).toEqual(['second-one'])
  expect(await slugs('/pages?q=%25')).toEqual([])
  expect(await slugs(`/pages?author_id=${author.id}`)).toEqual(['second-one', 'first'])
  expect(await slugs('/pages?author_id=999999')).toEqual([])
  expect(await slugs(`/pages?tag=c%2B%2B&author_id=${author.id}`)).toEqual(['second-one'])
  expect(await slugs('/pages?tag=c%2B%2B&author_id=999999')).toEqual([])
  await wiki.ok('/pages/first', { tags: ['c++', 'New'] })
  expect(await slugs('/pages?tag=C%2B%2B')).toEqual(['second-one', 'first'])
  expect(await slugs('/pages?tag=getting-started')).toEqual([])
  await wiki.ok('/pages/second-one/delete')
  expect(await slugs('/pages?tag=c%2B%2B')).toEqual(['first'])
  expect(await findDrift(platform, wiki.tenant.live.tenantId)).toEqual([])
})

test('a former slug is 301 straight to the present one, and a new page takes it over', async () => {
  await wiki.page('a', 'old page')
  await wiki.ok('/pages/a', { slug: 'b' })
  await wiki.ok('/pages/b', { slug: 'c' })
  const leads = async (slug: string) => {
    const { status, headers } = await wiki.read(`/pages/${slug}`)
    return [status, headers.get('location')]
  }
  expect(await leads('a')).toEqual([301, '/api/v1/know/pages/c'])
  await wiki.page('a', 'new page')
  expect([await text('a'), await text('c')]).toEqual(['new page', 'old page'])
  expect(await leads('b')).toEqual([301, '/api/v1/know/pages/c'])
  expect((await wiki.write('/pages/c', { slug: 'a' })).status).toBe(409)
  await wiki.ok('/pages/b', { title: 'By its former slug' })
  expect((await wiki.read('/pages/c')).body.data.title).toBe('By its former slug')
})

test('an edit that changes nothing makes no revision, no event and no other tag', async () => {
  await wiki.page('same', 'one\n', { tags: ['x'] })
  const before = await wiki.read('/pages/same')
  const { status, headers } = await wiki.write('/pages/same', {
    ...{ content_markdown: 'one\n', title: 'same', tags: ['x'], slug: 'same' },
  })
  expect([status, headers.get('etag')]).toEqual([200, before.headers.get('etag')])
  expect((await wiki.read('/pages/same/revisions')).body.total_count).toBe(1)
})

test('the second of two editors loses nothing: 412 has the current revision and what was sent', async () => {
  await wiki.page('race', 'one')
  const etag = (await wiki.read('/pages/race')).headers.get('etag') as string
  const edits = await Promise.all(
    ['two by A', 'two by B'].map((content_markdown) =>
      wiki.write('/pages/race', { content_markdown }, { 'if-match': etag }),
    ),
  )
  expect(edits.map(({ status }) => status).sort()).toEqual([200, 412])
  const lost = edits.find(({ status }) => status === 412) as Json
  const now = await text('race')
  expect(lost.body.error.current_revision.content_markdown).toBe(now)
  expect([now, lost.body.error.sent_markdown].sort()).toEqual(['two by A', 'two by B'])
})

test('a deleted page is in the trash, its slug is free, and it comes back unless it is taken', async () => {
  await wiki.page('old', 'See [other](/know/other).')
  await wiki.ok('/pages/old', { slug: 'kept' })
  const { id } = await wiki.ok('/pages/kept/delete')
  expect((await wiki.read('/pages/kept')).status).toBe(404)
  expect([await slugs('/pages'), await slugs('/trash')]).toEqual([[], ['kept']])
  expect(await wiki.found('other')).toEqual([])
  expect((await wiki.read('/broken-links')).body.total_count).toBe(0)
  const other = await wiki.page('kept', 'another')
  expect((await wiki.write(`/trash/${id}/restore`)).status).toBe(409)
  await wiki.ok('/pages/kept', { slug: 'renamed' })
  expect((await wiki.write(`/trash/${id}/restore`)).status).toBe(200)
  expect(await wiki.found('other')).toEqual(['kept', 'renamed'])
  expect((await wiki.read('/pages/old')).status).toBe(301)
  expect((await wiki.read('/broken-links')).body.total_count).toBe(1)
  await wiki.ok('/pages/renamed/delete')
  await wiki.ok(`/trash/${other.id}/purge`)
  expect((await wiki.write(`/trash/${other.id}/restore`)).status).toBe(404)
})

test('links follow what happens to the pages that they lead to', async () => {
  await wiki.page(
    'from',
    '[a](/know/target), [b](target#part), `[c](/know/code)`, [d](//x.example)',
  )
  expect((await wiki.read('/broken-links')).body.data).toMatchObject([
    { page: { slug: 'from' }, target_slug: 'target' },
  ])
  await wiki.page('target')
  const backlinks = async (slug: string) => (await wiki.read(`/pages/${slug}/backlinks`)).body
  expect((await wiki.read('/broken-links')).body.total_count).toBe(0)
  expect(await backlinks('target')).toMatchObject({ total_count: 1 })
  await wiki.ok('/pages/target', { slug: 'moved' })
  expect(await backlinks('moved')).toMatchObject({ total_count: 1 })
  await wiki.page('target')
  expect(await backlinks('moved')).toMatchObject({ total_count: 0 })
  expect(await backlinks('target')).toMatchObject({ total_count: 1 })
  await wiki.ok('/pages/target/delete')
  expect((await wiki.read('/broken-links')).body.total_count).toBe(1)
  await wiki.ok('/pages/from', { content_markdown: 'none' })
  expect((await wiki.read('/broken-links')).body.total_count).toBe(0)
})

const called = async (path: string, body?: object): Promise<Json> => {
  const call = { key: await wiki.tenant.key(), host: wiki.tenant.url, body }
  return (await platform.call(path, { ...call, method: body ? 'POST' : 'GET' })).body
}
const told = async (): Promise<string[]> => {
  const session = await wiki.tenant.session()
  const call = { key: session, host: wiki.tenant.url }
  const { body } = await platform.call('/api/admin/audit-log?limit=100', call)
  const entries = body.data.filter(({ action }: Json) => action.startsWith('know_'))
  return entries.map(({ action, actor }: Json) => `${action} ${actor.id}`).toReversed()
}

test('the audit log has what a member does to the pages and revisions of another, and each purge', async () => {
  const [author, other] = [await wiki.member(), await wiki.member()]
  const { id } = await wiki.page('p', 'one', { author_id: author })
  const propose = () => wiki.ok('/pages/p/revisions', { content_markdown: 'x', author_id: author })
  await wiki.ok('/pages/p', { title: 'Mine', author_id: author })
  await wiki.ok(`/revisions/${(await propose()).id}/reject`, { reason: 'No', actor_id: author })
  expect(await told()).toEqual([])

  await wiki.ok('/pages/p', { title: 'Ours', author_id: other })
  await wiki.ok(`/revisions/${(await propose()).id}/reject`, { reason: 'No', actor_id: other })
  await wiki.ok(`/revisions/${(await propose()).id}/approve`, { actor_id: other })
  await wiki.ok('/pages/p/delete', { actor_id: other })
  await wiki.ok(`/trash/${id}/restore`, { actor_id: other })
  await wiki.ok('/pages/p/delete', { actor_id: author })
  await wiki.ok(`/trash/${id}/purge`, { actor_id: author })
  expect(await told()).toEqual([
    `know_page.updated ${other}`,
    `know_revision.rejected ${other}`,
    ...[`know_revision.approved ${other}`, `know_page.updated ${other}`],
    ...[`know_page.deleted ${other}`, `know_page.restored ${other}`],
    `know_page.purged ${author}`,
  ])
})

test('a page of a shadow-banned member is found by its slug alone, and an edit of others’ waits', async () => {
  const banned = await wiki.member()
  const mine = await wiki.page('mine', 'clean text')
  const body = { action: 'shadow_ban', target_user_id: banned }
  await called('/api/v1/moderation/actions', body)
  const events = async () =>
    (await called('/api/v1/events')).data.filter(({ type }: Json) => type.startsWith('page.'))
      .length
  const before = await events()
  const spamText = '[mine](/know/mine), [gone](/know/nowhere) spam'
  const spam = await wiki.page('spam', spamText, { author_id: banned, tags: ['spam'] })
  await wiki.ok('/pages/spam', { content_markdown: `${spamText}!`, author_id: banned })
  expect((await wiki.read('/pages/spam')).body.data.content_markdown).toBe(`${spamText}!`)
  for (const path of ['/pages', '/pages?q=spam', '/pages?tag=spam', `/pages?author_id=${banned}`])
    expect(await slugs(path)).toEqual(path === '/pages' ? ['mine'] : [])
  expect(await wiki.found('spam')).toEqual([])
  for (const path of ['/pages/mine/backlinks', '/broken-links'])
    expect((await wiki.read(path)).body).toMatchObject({ data: [], total_count: 0 })
  const web = await platform.call('/know/spam', { key: null, host: wiki.tenant.url })
  expect(web.status).toBe(404)

  const edit = { content_markdown: 'spam', title: 'Spam', author_id: banned }
  expect(await wiki.ok('/pages/mine', edit)).toMatchObject({ title: 'mine' })
  expect(await text('mine')).toBe('clean text')
  const [held] = (await wiki.read('/pages/mine/revisions?status=pending')).body.data
  const decisions = { approve: {}, reject: { reason: 'No.' } }
  for (const [decision, more] of Object.entries(decisions))
    expect(
      await wiki.ok(`/revisions/${held.id}/${decision}`, { actor_id: banned, ...more }),
    ).toMatchObject({ status: 'pending', approvals: 0 })
  await wiki.ok('/pages/mine/delete', { actor_id: banned })
  const { data } = (await wiki.read('/pages/mine/revisions?status=pending')).body
  expect(data).toMatchObject([
    { author: { id: banned }, base_revision_id: mine.current_revision_id },
  ])
  await wiki.ok('/pages/spam/delete', { actor_id: banned })
  await wiki.ok(`/trash/${spam.id}/restore`)
  expect([await slugs('/pages'), await events()]).toEqual([['mine'], before])
  const { id: gone } = await wiki.ok('/pages/mine/delete')
  const asked = () => wiki.write(`/trash/${gone}/restore`, { actor_id: banned })
  expect((await asked()).body.data).toMatchObject({ slug: 'mine', status: 'published' })
  expect((await wiki.read('/pages/mine')).status).toBe(404)
  await wiki.ok(`/trash/${gone}/purge`, { actor_id: banned })
  await wiki.page('mine', 'another')
  expect((await asked()).status).toBe(409)
  await wiki.ok('/pages/mine/delete')
  await wiki.ok(`/trash/${gone}/restore`)
  expect(await findDrift(platform, wiki.tenant.live.tenantId)).toEqual([])
})

test('a slug that several ask for at once goes to one of them, and an edit beside it is kept', async () => {
  const created = await Promise.all(
    ['one', 'two', 'three'].map((content_markdown) =>
      wiki.write('/pages', { slug: 'same', title: 'Same', content_markdown }),
    ),
  )
  expect(created.map(({ status }) => status).sort()).toEqual([201, 409, 409])
  expect(await slugs('/pages')).toEqual(['same'])
  const renamed = await wiki.page('other')
  const both = await Promise.all([
    wiki.write('/pages/other', { slug: 'wanted' }),
    wiki.write('/pages/same', { slug: 'wanted' }),
    wiki.write('/pages/other', { title: 'Late' }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 200, 409])
  const { body } = await wiki.read(`/pages?author_id=${renamed.author.id}`)
  expect(new Set(body.data.map(({ slug }: Json) => slug)).size).toBe(2)
})
