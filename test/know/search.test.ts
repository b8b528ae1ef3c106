import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { sql } from 'kysely'
import { transact } from '../../packages/db/src/index.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { openWiki, type Wiki } from '../support/http/wiki.ts'

let platform: Platform
let wiki: Wiki
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  wiki = await openWiki(platform)
})

test('a search is literal: signs, quotes, accents both ways, CJK, one letter', async () => {
  await wiki.page('percent', 'grew by 100% since')
  await wiki.page('other', 'grew by 1000 since a_b and "quoted" axb')
  await wiki.page('accent', 'a naïve reader, Ünïcödé')
  await wiki.page('plain', 'a naive reader, cafe\u0301')
  await wiki.page('city', '私は東京都に住んでいます')
  expect(await wiki.found('100%')).toEqual(['percent'])
  expect(await wiki.found('a_b')).toEqual(['other'])
  expect(await wiki.found('"quoted"')).toEqual(['other'])
  for (const q of ['naïve', 'naive', 'NAÏVE'])
    expect((await wiki.found(q)).sort()).toEqual(['accent', 'plain'])
  expect(await wiki.found('café')).toEqual(['plain'])
  for (const q of ['東京', '京', '住んで']) expect(await wiki.found(q)).toEqual(['city'])
  expect(await wiki.found('z')).toEqual([])
})

test('a blank text is refused, as the contract says', async () => {
  const refused = async (path: string) => {
    const { status, failure } = await wiki.read(path)
    return [status, failure?.code, failure?.details[0].field]
  }
  for (const q of ['', '%20', '%20+%E2%80%83'])
    expect(await refused(`/search?q=${q}`)).toEqual([422, 'validation_failed', 'q'])
  for (const path of [
    '/search',
    '/search?q=&limit=0',
    `/search?q=${'a'.repeat(201)}`,
    '/pages?q=+',
  ])
    expect(await refused(path)).toEqual([
      400,
      'invalid_request',
      expect.stringMatching(/^(?:q|limit)$/),
    ])
})

test('a title comes before a text, the title itself first, and a whole word before a part', async () => {
  await wiki.page('body', 'a controller')
  await wiki.page('part', 'microcontrollers')
  await wiki.page('has', 'x', { title: 'My controller' })
  await wiki.page('begins', 'x', { title: 'Controller care' })
  await wiki.page('is', 'x', { title: 'Controller' })
  expect(await wiki.found('controller')).toEqual(['is', 'begins', 'has', 'body', 'part'])
})

test('an excerpt shows the hit, escaped, in the text as it was written', async () => {
  await wiki.page('p', `${'word '.repeat(100)}<b>Cafe\u0301</b> & more${' word'.repeat(100)}`)
  const { body } = await wiki.read('/search?q=caf%C3%A9')
  const [{ excerpt }] = body.data
  expect(excerpt).toContain('&lt;b&gt;<mark>Café</mark>&lt;/b&gt; &amp; more')
  expect([excerpt.startsWith('… '), excerpt.endsWith(' …')]).toEqual([true, true])
})

test('hits are filtered by tag and author', async () => {
  const { author } = await wiki.page('tagged', 'same text', { tags: ['One Tag'] })
  await wiki.page('untagged', 'same text')
  expect(await wiki.found('same', '&tag=one-tag')).toEqual(['tagged'])
  expect(await wiki.found('same', `&author_id=${author.id}`)).toEqual(['untagged', 'tagged'])
  expect(await wiki.found('same', '&author_id=999999')).toEqual([])
})

test('pages that are edited while a caller pages through a search come once each', async () => {
  for (const n of [0, 1, 2, 3, 4, 5]) await wiki.page(`p${n}`, 'the needle')
  const first = await wiki.read('/search?q=needle&limit=2')
  const seen: string[] = first.body.data.map(({ slug }: Json) => slug)
  // One that was seen falls behind the cursor, and one that was not rises above it.
  await wiki.ok('/pages/p5', { content_markdown: 'needles' })
  await wiki.ok('/pages/p0', { title: 'Needle' })
  await wiki.page('late', 'a needle', { title: 'Needle, too' })
  for (let cursor = first.body.next_cursor; cursor;) {
    const { body } = await wiki.read(`/search?q=needle&limit=2&cursor=${cursor}`)
    seen.push(...body.data.map(({ slug }: Json) => slug))
    cursor = body.next_cursor
  }
  expect(seen).toEqual(['p5', 'p4', 'p3', 'p2', 'p1', 'p0'])
  expect((await wiki.found('needle')).slice(0, 2)).toEqual(['p0', 'late'])
})

test.each(['search_know', 'find_know_titles'])('%s reads no other tenant', async (name) => {
  const seen = name === 'search_know' ? ', null' : ''
  const { live } = platform.tenant
  const call = sql.raw(
    `select * from ${name}(${wiki.tenant.live.tenantId}, 'a', '{1}', 9, null, null${seen})`,
  )
  const asked = transact(platform.db, live.tenantId, ({ tx }) => sql`${call}`.execute(tx))
  await expect(asked).rejects.toThrow('a search of another tenant')
})
