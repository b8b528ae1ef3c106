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
const propose = (content_markdown: string, more: object = {}) =>
  wiki.ok('/pages/p/revisions', { content_markdown, ...more })

test('a proposed revision changes the page when it is approved, and not before', async () => {
  await wiki.page('p', 'one')
  const { id, ...revision } = await propose('two', { summary: 'Two' })
  expect(revision).toMatchObject({ status: 'pending', summary: 'Two', reviewer: null })
  expect(await text('p')).toBe('one')
  expect(await wiki.found('two')).toEqual([])
  const approved = await wiki.ok(`/revisions/${id}/approve`)
  expect(approved).toMatchObject({ status: 'approved', approvals: 1, content_markdown: 'two' })
  expect([await text('p'), await wiki.found('two')]).toEqual(['two', ['p']])
  expect((await wiki.read('/pages/p/revisions?status=pending')).body.total_count).toBe(0)
  expect((await wiki.read('/pages/p')).body.data).toMatchObject({ revision_count: 2 })
})

test('a revision over another base is 409 unless it is overridden', async () => {
  await wiki.page('p', 'one')
  const { id } = await propose('two')
  await wiki.ok('/pages/p', { content_markdown: 'three' })
  expect((await wiki.write(`/revisions/${id}/approve`)).status).toBe(409)
  expect(await text('p')).toBe('three')
  await wiki.ok(`/revisions/${id}/approve`, { override: true })
  expect(await text('p')).toBe('two')
})

test('a rejection says why, and nothing is approved after it', async () => {
  await wiki.page('p', 'one')
  const { id } = await propose('two')
  for (const body of [{}, { reason: ' \n' }])
    expect((await wiki.write(`/revisions/${id}/reject`, body)).status).toBe(422)
  expect(await wiki.ok(`/revisions/${id}/reject`, { reason: 'No.' })).toMatchObject({
    ...{ status: 'rejected', reject_reason: 'No.' },
  })
  expect((await wiki.write(`/revisions/${id}/approve`)).status).toBe(409)
})

test('where two have to approve, nobody counts twice, and the author not at all', async () => {
  await wiki.tenant.setIni('[know]\napprovals = 2\n')
  await wiki.page('p', 'one')
  const [author, first, second] = [await wiki.member(), await wiki.member(), await wiki.member()]
  const { id } = await propose('two', { author_id: author })
  const approve = (actor_id: number) => wiki.write(`/revisions/${id}/approve`, { actor_id })
  expect(await approve(author)).toMatchObject({
    ...{ status: 409, body: { error: { details: [{ field: 'actor_id' }] } } },
  })
  for (const n of [1, 2]) {
    const { body } = await approve(first)
    expect([n, body.data]).toMatchObject([n, { status: 'pending', approvals: 1, reviewer: null }])
  }
  expect([await text('p'), await events()]).toEqual(['one', ['page.created']])
  expect((await approve(second)).body.data).toMatchObject({
    ...{ status: 'approved', approvals: 2, reviewer: { id: second } },
  })
  expect(await text('p')).toBe('two')
  expect(await events()).toEqual(['page.created', 'page.updated'])
})

const events = async (): Promise<string[]> => {
  const call = { key: await wiki.tenant.key(), host: wiki.tenant.url }
  const { body } = await platform.call('/api/v1/events?order=asc', call)
  const types = body.data.map(({ type }: Json) => type)
  return types.filter((type: string) => type.startsWith('page.'))
}

test('one of several approvals and rejections at once is heard, and the page shows its outcome', async () => {
  await wiki.page('p', 'one')
  for (const round of [1, 2, 3]) {
    const { id } = await propose(`proposal ${round}`, { summary: 'x' })
    const answers = await Promise.all(
      [0, 1, 2, 3].map((n) =>
        n % 2
          ? wiki.write(`/revisions/${id}/reject`, { reason: 'No.' })
          : wiki.write(`/revisions/${id}/approve`, { override: true }),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    const { data } = (await wiki.read(`/revisions/${id}`)).body
    const winner = answers.findIndex(({ status }) => status === 200)
    expect(data.status).toBe(winner % 2 ? 'rejected' : 'approved')
    expect((await text('p')) === `proposal ${round}`).toBe(data.status === 'approved')
  }
  const { body } = await wiki.read('/pages/p/revisions')
  const approved = body.data.filter(({ status }: Json) => status === 'approved')
  const updated = (await events()).filter((type) => type === 'page.updated')
  expect(updated).toHaveLength(approved.length - 1)
  expect(await findDrift(platform, wiki.tenant.live.tenantId)).toEqual([])
})

test('going back makes a revision of the old text; an edit at the same time loses nothing', async () => {
  const { current_revision_id: first } = await wiki.page('p', 'one')
  await wiki.ok('/pages/p', { content_markdown: 'two' })
  const etag = (await wiki.read('/pages/p')).headers.get('etag') as string
  const match = { 'if-match': etag }
  const both = await Promise.all([
    wiki.write(`/revisions/${first}/restore`, {}, match),
    wiki.write('/pages/p', { content_markdown: 'three' }, match),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
  expect(await text('p')).toBe(both[0].status === 200 ? 'one' : 'three')
  const { body } = await wiki.read('/pages/p/revisions')
  expect(body.data).toHaveLength(3)
  const again = await wiki.ok(`/revisions/${body.data[0].id}/restore`)
  expect(again.id).toBe(body.data[0].id)
})

test('a diff splits no character, and tells ends of lines apart from words', async () => {
  const { current_revision_id: first } = await wiki.page('p', 'Hi 👩‍👩‍👧 <b>café\nend')
  await wiki.ok('/pages/p', { content_markdown: 'Hi 👩‍👩‍👦 <b>cafe\u0301\r\nend\r\n' })
  const { body: listed } = await wiki.read('/pages/p/revisions')
  const { id } = listed.data[0]
  const { body } = await wiki.read(`/revisions/${id}/diff`)
  expect(body.data).toMatchObject({ from_id: first, line_ends_differ: true })
  expect(body.data).toMatchObject({ removed_words: ['café'], added_words: ['cafe\u0301'] })
  expect(body.data).toMatchObject({ changed_lines: 1, last_line_end_differs: true })
  expect(body.data).toMatchObject({ is_coarse: false })
  const kinds = body.data.parts.map(({ kind, text: part }: Json) => [kind, part])
  expect(kinds).toContainEqual(['removed', '👩‍👩‍👧'])
  expect(kinds).toContainEqual(['added', '👩‍👩‍👦'])
  const html = (await wiki.read(`/revisions/${id}/diff?format=html&by=lines`)).body.data
  expect([html.parts, html.html]).toEqual([[], expect.stringContaining('<del>Hi ')])
  expect(html.html).toContain('&lt;b&gt;')
  const whole = (await wiki.read(`/revisions/${first}/diff`)).body.data
  expect(whole).toMatchObject({ from_id: null, changed_lines: 2 })
})

test('texts that have nothing in common are compared in bounded time', async () => {
  const lines = (seed: string) =>
    Array.from({ length: 20_000 }, (_, i) => `${seed} ${(i * 7919) % 10_007}`).join('\n')
  await wiki.page('p', lines('a'))
  await wiki.ok('/pages/p', { content_markdown: lines('b') })
  const { body } = await wiki.read('/pages/p/revisions')
  const { status, body: diff } = await wiki.read(`/revisions/${body.data[0].id}/diff`)
  expect([status, diff.data.changed_lines]).toEqual([200, 20_000])
  expect(diff.data).toMatchObject({ is_coarse: true })
})

test('many blocks that each take long to compare are told in coarser parts, as the answer says', async () => {
  // Every line but the ruled ones has the same words in another order.
  const shuffled = (seed: number) =>
    Array.from({ length: 60 }, (_, line) =>
      Array.from({ length: 1200 }, (__, i) => ((i + line) * seed) % 1201).join(' '),
    ).join('\n---\n')
  await wiki.page('p', shuffled(7))
  await wiki.ok('/pages/p', { content_markdown: shuffled(811) })
  const { body } = await wiki.read('/pages/p/revisions')
  const [{ id }] = body.data
  const { data } = (await wiki.read(`/revisions/${id}/diff`)).body
  expect(data).toMatchObject({ is_coarse: true, changed_lines: 60 })
  const page = await platform.call(`/know/p/history/${id}`, { key: null, host: wiki.tenant.url })
  expect(page.text).toContain('differ too much')
})
