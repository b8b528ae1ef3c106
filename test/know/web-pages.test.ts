import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createKept } from '../../packages/server/src/pages/kept.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'
import { writePage } from '../support/http/wiki-rows.ts'

let platform: Platform
let ids: number[]
beforeAll(async () => {
  platform = await startPlatform()
  ids = await writePage(platform, {
    slug: 'first-steps',
    title: 'First steps',
    text: '# Cable\n\nPlug it **in**.\n\n## Power\n\nSwitch it on, see [next](next-steps).',
    before: ['Plug it out.'],
    tags: ['Getting started'],
    summary: 'In, not out',
    former: ['old-steps', 'older-steps'],
  })
  await writePage(platform, { slug: 'next-steps', title: 'Next & last' })
  await writePage(platform, { slug: 'gone', status: 'deleted' })
  await writePage(platform, { slug: 'shadow', hidden: true })
})
afterAll(() => platform.close())

const get = (path: string, headers: Record<string, string> = {}) =>
  platform.call(path, { key: null, headers })

describe('a page of the wiki', () => {
  test('shows its text, its contents and what is known of it', async () => {
    const { status, text, headers } = await get('/know/first-steps')
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
    for (const part of [
      '<h1>First steps</h1>',
      '<h2 id="h-cable">Cable',
      '<li class="l3"><a href="#h-power">Power</a></li>',
      '1 min read · 11 words · 2 revisions · Updated <time',
      'href="/know/index?tag=Getting%20started">#Getting started</a>',
      'Last edited by system · In, not out',
      '<a href="/know/next-steps">next</a>',
      '<title>First steps · ',
      '<meta property="og:title" content="First steps">',
      '<meta property="og:description" content="Plug it in. Switch it on, see next.">',
      `<link rel="canonical" href="${platform.url}/know/first-steps">`,
    ])
      expect(text).toContain(part)
    expect(text).not.toContain('<script')
  })

  test('is asked for with one query', async () => {
    await get('/know/next-steps')
    const { length } = platform.logged
    const asked = await queriesOf(() => get('/know/next-steps'))
    expect(asked).toBe(1)
    expect(platform.logged.slice(length)).toEqual([])
  })

  test('is not sent again while it is as it was', async () => {
    const first = await get('/know/first-steps')
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]{22}"$/)
    const again = await get('/know/first-steps', { 'If-None-Match': tag })
    expect([again.status, again.text]).toEqual([304, ''])
    await platform.query(`update know_pages set title = 'First steps!' where slug = 'first-steps'`)
    expect((await get('/know/first-steps', { 'If-None-Match': tag })).status).toBe(200)
    for (const content_markdown of ['Another text.', 'A third one.']) {
      const path = '/api/v1/know/pages/next-steps'
      expect((await platform.call(path, { body: { content_markdown } })).status).toBe(200)
      for (const time of [1, 2])
        expect([time, (await get('/know/next-steps')).text]).toEqual([
          ...[time, expect.stringContaining(`<p>${content_markdown}</p>`)],
        ])
    }
  })

  test.each(['old-steps', 'older-steps', 'First-Steps'])(
    'is found by %s in one hop',
    async (slug) => {
      for (const rest of ['', '/history', `/history/${ids[1]}`]) {
        const { status, headers } = await get(`/know/${slug}${rest}`)
        expect([status, headers.get('location')]).toEqual([301, `/know/first-steps${rest}`])
      }
    },
  )

  test.each([
    ...['/know/gone', '/know/shadow', '/know/none', '/know/none/history', '/know/a%2fb'],
    ...['/know/first-steps/history/1', '/know/first-steps/history/x', '/know/a/b/c/d', '/know/%00'],
  ])('is none at %s, which a page says', async (path) => {
    const { status, text } = await get(path)
    expect(status).toBe(404)
    expect(text).toContain('<h1>There is no such page')
  })

  test('of another tenant is not shown', async () => {
    const other = await platform.addTenant()
    await writePage(platform, { slug: 'theirs' }, other)
    expect((await get('/know/theirs')).status).toBe(404)
    const { status } = await platform.call('/know/theirs', { key: null, host: other.url })
    expect(status).toBe(200)
  })
})

test('the history leads to every revision, and a revision shows its changes', async () => {
  const history = await get('/know/first-steps/history')
  expect(history.text).toContain(`href="/know/first-steps/history/${ids[0]}">#${ids[0]}</a>`)
  expect(history.text).toContain('· current')
  const revision = await get(`/know/first-steps/history/${ids[1]}`)
  expect(revision.status).toBe(200)
  expect(revision.text).toContain('<dd>In, not out</dd>')
  expect(revision.text).toMatch(/<del>[^]*<ins>/)
})

test('a revision that is not approved is not shown', async () => {
  await platform.query(`update know_revisions set status = 'rejected' where id = $1`, [ids[0]])
  expect((await get(`/know/first-steps/history/${ids[0]}`)).status).toBe(404)
  const { text } = await get('/know/first-steps/history')
  expect(text).not.toContain(`#${ids[0]}<`)
})

describe('the lists', () => {
  test('name the pages that have changed last, and those of a tag', async () => {
    for (const path of ['/know', '/know/index', '/know/feed.atom']) {
      const { text } = await get(path)
      expect(text).toContain('/know/next-steps"')
      expect(text).toContain('Next &amp; last')
      expect(text).not.toMatch(/gone|shadow/)
    }
    const { text } = await get('/know/index?tag=getting%20STARTED')
    expect(text).toContain('/know/first-steps"')
    expect(text).not.toContain('/know/next-steps"')
  })

  test('go on where the first page of the index ends', async () => {
    const tenant = await platform.addTenant()
    for (let i = 0; i < 102; i++) await writePage(platform, { slug: `page-${i}` }, tenant)
    const at = (path: string) => platform.call(path, { key: null, host: tenant.url })
    const { text } = await at('/know/index')
    const [, next = ''] = /href="(\/know\/index\?after=[^"]*)"/.exec(text) ?? []
    const second = await at(next)
    const slugs = [...(text + second.text).matchAll(/<li><a href="\/know\/(page-\d+)"/g)]
    expect(new Set(slugs.map(([, slug]) => slug)).size).toBe(102)
    expect(slugs).toHaveLength(102)
    expect(second.text).not.toContain('after=')
  })

  test('tell search engines of every page', async () => {
    const { text } = await get('/sitemap.xml')
    const [, part = ''] = /<loc>(.*)<\/loc>/.exec(text) ?? []
    const places = await get(new URL(part).pathname)
    expect(places.headers.get('content-type')).toContain('xml')
    expect(places.text).toContain(`<loc>${platform.url}/know/first-steps</loc>`)
    expect(places.text).not.toMatch(/gone|shadow/)
  })
})

test('where members alone may read, nobody else learns what there is', async () => {
  const tenant = await platform.addTenant()
  await writePage(platform, { slug: 'inside', title: 'Inside' }, tenant)
  await tenant.setIni('[know]\nweb_pages = members\n')
  const at = (path: string, key: string | null = null) =>
    platform.call(path, { key, host: tenant.url })
  for (const path of [
    ...['/know', '/know/inside', '/know/none', '/know/inside/history', '/know/index'],
    ...['/know/search?q=inside', '/know/feed.atom', '/sitemap.xml'],
  ]) {
    const { status, text, headers } = await at(path, await tenant.key())
    expect([path, status, headers.get('cache-control')]).toEqual([path, 403, 'private, no-cache'])
    expect(text).not.toMatch(/inside/i)
    expect((await at(path)).text).toBe(text)
  }
  const shown = await at('/know/inside', await tenant.session({ role: 2 }))
  expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
  expect(shown.text).toContain('name="robots" content="noindex"')
  const other = await platform.addTenant()
  expect((await at('/know/inside', await other.session())).status).toBe(403)
})

describe('a discussion and votes', () => {
  let tenant: TestTenant
  let session: string
  beforeAll(async () => {
    tenant = await platform.addTenant()
    // A member without any other right signs in.
    session = await tenant.session({ role: 2 })
    await writePage(platform, { slug: 'talk', former: ['chat'] }, tenant)
  })
  const show = (key: string | null, path = '/know/talk', headers = {}) =>
    platform.call(path, { key, host: tenant.url, headers })
  const csrf = async () =>
    / name="csrf" value="([^"]+)"/.exec((await show(session)).text)?.[1] ?? ''
  const send = async (path: string, fields: object, call: { key?: null; headers?: object } = {}) =>
    platform.call(`/know/${path}`, {
      ...{ key: session, host: tenant.url, ...call },
      body: new URLSearchParams({ csrf: await csrf(), ...fields }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...call.headers },
    })

  test('are shown to everybody, and go on by the forms of those who are signed in', async () => {
    expect((await show(null)).text).not.toContain('<form class="say"')
    expect((await show(session)).headers.get('cache-control')).toBe('private, no-cache')
    const said = await send('chat/comments', { body: 'One\r\n<b>two</b>', passage: 'text' })
    const [, id = ''] =
      /^\/know\/chat#comment-(\d+)$/.exec(said.headers.get('location') ?? '') ?? []
    expect([said.status, Number(id) > 0]).toEqual([303, true])
    await send('talk/comments', { body: 'A reply', parent: id })
    expect((await send('talk/vote', { helpful: 'true' })).headers.get('location')).toBe(
      '/know/talk#vote',
    )
    const { text } = await show(null)
    for (const part of [
      'One\n&lt;b&gt;two&lt;/b&gt;',
      '>A reply<',
      '>text</blockquote>',
      '1 of 1 found',
    ])
      expect(text).toContain(part)
    expect((await show(null, `/know/talk/discussion?before=${id}`)).text).not.toContain('A reply')
    expect((await show(null, `/know/chat/discussion`)).status).toBe(301)
    expect((await show(session)).text).toContain('value="null" aria-pressed="true"')
    await send('talk/vote', { helpful: 'null' })
    expect((await show(null)).text).toContain('Nobody has voted')
  })

  test('take nothing without a session, of another page’s form, or that the operation refuses', async () => {
    const before = (await show(null)).text
    const body = 'Kept <here>'
    for (const [status, fields, call] of [
      [403, {}, { key: null }],
      [403, {}, { headers: { origin: 'https://evil.example' } }],
      [403, {}, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } }],
      [403, { csrf: '' }, {}],
      [422, { passage: 'not there' }, {}],
      [422, { parent: '999999' }, {}],
    ] as const) {
      const answer = await send('talk/comments', { body, ...fields }, call)
      expect([answer.status, fields]).toEqual([status, fields])
      if (status === 422) expect(answer.text).toContain('Kept &lt;here&gt;')
    }
    expect((await send('none/vote', { helpful: 'true' })).status).toBe(404)
    expect((await show(null)).text).toBe(before)
  })

  test('are told to a member who comes by a link of another site, and to none of its scripts', async () => {
    const from = { 'sec-fetch-site': 'cross-site' }
    const link = { ...from, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
    expect((await show(session, '/know/talk', link)).text).toContain('<form class="say"')
    const script = { ...from, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }
    expect((await show(session, '/know/talk', script)).text).not.toContain('<form class="say"')
  })

  test('end the session of a member who signs out, and of nobody by another page’s form', async () => {
    const end = async (fields: object, headers = {}) =>
      (await send('sign-out', fields, { headers })).headers.get('set-cookie')?.split(';')[0]
    const isIn = async () => (await show(session)).text.includes('<button>Sign out</button>')
    const kept = [await end({ csrf: '' }), await end({}, { origin: 'https://x.example' })]
    expect([...kept, await isIn()]).toEqual([undefined, undefined, true])
    expect([await end({}), await isIn()]).toEqual(['mobieus_session=', false])
  })
})

test('a text that took too long is read again after a while', () => {
  let [now, made] = [0, 0]
  const kept = createKept<{ html: string; isPlain: boolean }>(() => new Date(now), 10)
  const ask = (name: string, isPlain = false) =>
    kept.get(name, () => ({ html: `${++made}`, isPlain })).html
  expect([ask('slow', true), ask('quick'), ask('slow', true)]).toEqual(['1', '2', '1'])
  now += 10 * 60_000
  expect([ask('quick'), ask('slow'), ask('slow')]).toEqual(['2', '3', '3'])
})

test('the style is kept for good, by its name, and nothing by another', async () => {
  const { text } = await get('/know')
  const [, path = ''] = /href="(\/know\/style-[^"]+)"/.exec(text) ?? []
  const style = await get(path)
  expect(style.headers.get('content-type')).toContain('text/css')
  expect(style.headers.get('cache-control')).toContain('immutable')
  const other = await get(path.replace(/-[^-]+$/, '-000000000000.css'))
  expect([other.status, other.headers.get('cache-control')]).toEqual([404, 'public, no-cache'])
})

test('a host without a tenant has no wiki', async () => {
  const { status } = await platform.call('/know', {
    key: null,
    host: platform.url.replace('demo', 'nobody'),
  })
  expect(status).toBe(404)
})

/** The queries that the server's database has begun during some work. */
async function queriesOf(work: () => Promise<unknown>): Promise<number> {
  const { pool } = platform.server.services.db
  let asked = 0
  const counted = () => void asked++
  pool.on('acquire', counted)
  await work()
  pool.off('acquire', counted)
  return asked
}
