import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { openWiki, type Wiki } from '../support/http/wiki.ts'
import { until } from '../support/until.ts'

let platform: Platform
let wiki: Wiki
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  wiki = await openWiki(platform)
})

const member = (name: string) => wiki.member(name)
const counts = async (slug: string) => {
  const { helpful_count, unhelpful_count } = (await wiki.read(`/pages/${slug}`)).body.data
  return [helpful_count, unhelpful_count]
}

test('each member has one vote, which is changed and taken back', async () => {
  await wiki.page('rated')
  const [ann, bob] = [await member('ann'), await member('bob')]
  const vote = (user_id: number, helpful: boolean | null) =>
    wiki.ok('/pages/rated/vote', { user_id, helpful })
  expect(await vote(ann, true)).toMatchObject({ helpful: true, helpful_count: 1 })
  expect(await vote(ann, true)).toMatchObject({ helpful: true, helpful_count: 1 })
  await vote(bob, false)
  expect(await counts('rated')).toEqual([1, 1])
  expect(await vote(ann, false)).toMatchObject({ helpful_count: 0, unhelpful_count: 2 })
  expect(await vote(bob, null)).toMatchObject({ helpful: null, voted_at: null, unhelpful_count: 1 })
  expect((await wiki.read(`/pages/rated/vote?user_id=${ann}`)).body.data).toEqual({
    ...{ helpful: false, voted_at: expect.any(String), helpful_count: 0, unhelpful_count: 1 },
  })
  expect(await counts('rated')).toEqual([0, 1])
})

test('votes that come at once are all counted', async () => {
  await wiki.page('crowd')
  const members = await Promise.all(Array.from({ length: 12 }, (_, i) => member(`member-${i}`)))
  await Promise.all(
    [...members, ...members].map((user_id, i) =>
      wiki.ok('/pages/crowd/vote', { user_id, helpful: i % 2 === 0 }),
    ),
  )
  expect(await counts('crowd')).toEqual([6, 6])
})

test('the vote of a shadow-banned member counts for the member alone', async () => {
  await wiki.page('shade')
  const user_id = await member('ghost')
  await platform.query('update users set shadow_banned_at = now() where id = $1', [user_id])
  expect(await wiki.ok('/pages/shade/vote', { user_id, helpful: false })).toMatchObject({
    ...{ helpful: false, unhelpful_count: 0 },
  })
  await wiki.ok('/pages/shade/vote', { user_id, helpful: null })
  expect(await counts('shade')).toEqual([0, 0])
})

test('views of the web page are counted, and nothing else is', async () => {
  const { id } = await wiki.page('seen')
  await wiki.page('old-name')
  await wiki.ok('/pages/old-name', { slug: 'new-name' })
  const get = (path: string, headers: Record<string, string> = {}) =>
    platform.call(path, { key: null, host: wiki.tenant.url, headers })
  const etag = (await get('/know/seen')).headers.get('etag') ?? ''
  await get('/know/seen', { 'If-None-Match': etag })
  await get('/know/seen', { 'Sec-Purpose': 'prefetch' })
  await get('/know/seen/history')
  await get('/know/old-name')
  await wiki.read('/pages/seen')
  const views = async (slug: string) => (await wiki.read(`/pages/${slug}`)).body.data.view_count
  await until(async () => (await views('seen')) >= 2)
  expect([await views('seen'), await views('new-name')]).toEqual([2, 0])
  const { version } = (await platform.query('select version from know_pages where id = $1', [id]))
    .rows[0] as { version: number }
  expect(version).toBe(1)
})

test('the help desk hears of the pages that members found unhelpful lately', async () => {
  await wiki.page('weak', 'Text.', { title: 'Weak' })
  await wiki.page('good')
  await wiki.page('trashed')
  for (const [i, slug] of ['weak', 'weak', 'trashed', 'good'].entries())
    await wiki.ok(`/pages/${slug}/vote`, {
      ...{ user_id: await member(`voter-${i}`), helpful: slug === 'good' },
    })
  await wiki.ok('/pages/trashed/delete')
  const weak = async (since: string) => {
    const { rows } = await platform.query(
      'select slug, unhelpful_votes, unhelpful_count from weak_know_pages($1, $2, 20)',
      [wiki.tenant.live.tenantId, since],
    )
    return rows
  }
  expect(await weak('2000-01-01')).toEqual([
    { slug: 'weak', unhelpful_votes: 2, unhelpful_count: 2 },
  ])
  expect(await weak('2100-01-01')).toEqual([])
})
