import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { writeCourse } from '../support/http/course-rows.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'

let platform: Platform
let tenant: TestTenant
let session: string
beforeAll(async () => {
  platform = await startPlatform()
  tenant = await platform.addTenant()
  // A member without any other right signs in.
  session = await tenant.session({ role: 2 })
  await writeCourse(
    platform,
    {
      slug: 'soldering',
      title: 'Soldering & <gluing>',
      lessons: [
        { title: 'Tin', activities: [{ title: 'Read this' }, { title: 'Ask', kind: 'quiz' }] },
        { title: 'Glue', activities: [{ title: 'More', is_required: false }] },
      ],
    },
    tenant,
  )
  await writeCourse(platform, { slug: 'drawing', title: '100% drawing' }, tenant)
  for (const status of ['draft', 'in_review', 'archived'])
    await writeCourse(platform, { slug: `unseen-${status}`, status }, tenant)
  await writeCourse(platform, { slug: 'unseen-shadow', hidden: true }, tenant)
})
afterAll(() => platform.close())

const get = (path: string, key: string | null = null, headers: object = {}) =>
  platform.call(path, { key, host: tenant.url, headers: { ...headers } })
const csrf = async (path = '/learn/courses/soldering') =>
  / name="csrf" value="([^"]+)"/.exec((await get(path, session)).text)?.[1] ?? ''
const send = (
  path: string,
  fields: Readonly<Record<string, string>>,
  call: { key?: null; headers?: object } = {},
) =>
  platform.call(`/learn/courses/${path}`, {
    ...{ key: session, host: tenant.url, ...call },
    body: new URLSearchParams(fields).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...call.headers },
  })

describe('the catalogue', () => {
  test('shows what is published, and finds it by its words', async () => {
    const { status, text, headers } = await get('/learn/courses')
    expect([status, headers.get('cache-control')]).toEqual([200, 'public, no-cache'])
    expect(text).toContain('href="/learn/courses/soldering">Soldering &amp; &lt;gluing&gt;</a>')
    expect(text).toContain('/learn/courses/drawing"')
    expect(text).not.toMatch(/unseen|<script/)
    const known = await get('/learn/courses', null, { 'If-None-Match': headers.get('etag') })
    expect(known.status).toBe(304)
    for (const [asked, slugs] of [
      ['DRAW', ['drawing']],
      ['gluing solder', ['soldering']],
      ['100%', ['drawing']],
      ['1%0', []],
      ['unseen', []],
    ] as const) {
      const found = (await get(`/learn/courses?q=${encodeURIComponent(asked)}`)).text
      const shown = [...found.matchAll(/<h2><a href="\/learn\/courses\/([^"]+)"/g)]
      expect([asked, shown.map(([, slug]) => slug)]).toEqual([asked, slugs])
    }
  })

  test('goes on where its first page ends', async () => {
    const large = await platform.addTenant()
    for (let i = 0; i < 50; i++) await writeCourse(platform, { slug: `course-${i}` }, large)
    const at = async (path: string) =>
      (await platform.call(path, { key: null, host: large.url })).text
    for (const q of ['', '?q=course']) {
      const first = await at(`/learn/courses${q}`)
      const [, next = ''] = /href="(\/learn\/courses\?[^"]*after=[^"]*)"/.exec(first) ?? []
      const second = await at(next.replaceAll('&amp;', '&'))
      const slugs = [...(first + second).matchAll(/<h2><a href="\/learn\/courses\/([^"]+)"/g)]
      expect(new Set(slugs.map(([, slug]) => slug)).size).toBe(50)
      expect(second).not.toContain('after=')
    }
  })
})

describe('a course', () => {
  test('is shown with its outline, by one query', async () => {
    await get('/learn/courses/soldering', session)
    const { pool } = platform.server.services.db
    let asked = 0
    const counted = () => void asked++
    pool.on('acquire', counted)
    const { text } = await get('/learn/courses/soldering')
    pool.off('acquire', counted)
    expect(asked).toBe(1)
    const parts = [
      '<h3>Module',
      '<h4>Tin',
      '>Read this<',
      '>Ask<',
      '>Quiz<',
      '<h4>Glue',
      'optional',
    ]
    const places = parts.map((part) => text.indexOf(part))
    expect(places).toEqual(places.filter((at) => at >= 0).sort((a, b) => a - b))
    expect(text).not.toContain('<form method="post"')
  })

  test.each([
    ...['unseen-draft', 'unseen-in_review', 'unseen-archived', 'unseen-shadow', 'none', '%00'],
    ...['soldering/a/b/c', 'Soldering'],
  ])('is none at %s, which a page says', async (path) => {
    const { status, text } = await get(`/learn/courses/${path}`, session)
    expect([status, text]).toEqual([404, expect.stringContaining('There is no such page')])
  })

  test('is taken by a member through a form, which is the operation’s own call', async () => {
    for (const [status, fields, call] of [
      [403, {}, { key: null }],
      [403, {}, { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' } }],
      [403, { csrf: '' }, {}],
    ] as const) {
      const answer = await send('soldering/enroll', { csrf: await csrf(), ...fields }, call)
      expect([answer.status, fields]).toEqual([status, fields])
    }
    expect((await send('unseen-draft/enroll', { csrf: await csrf() })).status).toBe(404)
    expect((await get('/learn/my', session)).text).toContain('You have not begun a course')
    const token = await csrf()
    const enrolled = await send('soldering/enroll', { csrf: token })
    expect([enrolled.status, enrolled.headers.get('location')]).toEqual([
      ...[303, '/learn/courses/soldering'],
    ])
    const again = await send('soldering/enroll', { csrf: token })
    expect([again.status, again.text]).toEqual([
      ...[409, expect.stringContaining('The member is enrolled in the course.')],
    ])
    expect((await get('/learn/courses/soldering', session)).text).toContain('<progress max="100"')
    expect((await get('/learn/courses', session)).text).toContain('You are taking this course')
    const own = await get('/learn/my', session)
    expect(own.text).toContain('Soldering &amp; &lt;gluing&gt;')
    expect(own.headers.get('cache-control')).toBe('private, no-cache')
    const closed = await get('/learn/my')
    expect([closed.status, closed.headers.get('cache-control'), closed.text]).toEqual([
      ...[403, 'private, no-cache', expect.stringContaining('Sign in first')],
    ])
  })
})

test('where members alone may read, nobody else learns what there is', async () => {
  const closed = await platform.addTenant()
  await writeCourse(platform, { slug: 'inside' }, closed)
  await closed.setIni('[learn]\nweb_pages = members\n')
  const at = (path: string, key: string | null = null) =>
    platform.call(path, { key, host: closed.url })
  for (const path of [
    '/learn/courses',
    '/learn/courses/inside',
    '/learn/courses/no',
    '/learn/my',
  ]) {
    const { status, text } = await at(path, await closed.key())
    expect([path, status]).toEqual([path, 403])
    expect(text).not.toMatch(/inside/)
  }
  const shown = await at('/learn/courses/inside', await closed.session({ role: 2 }))
  expect([shown.status, shown.headers.get('cache-control')]).toEqual([200, 'private, no-cache'])
})

describe('the player', () => {
  let ids: number[]
  let token: string
  beforeAll(async () => {
    const { activities } = await writeCourse(
      platform,
      {
        slug: 'walking',
        lessons: [
          {
            title: 'First',
            text: '# Steps\n\nOne **foot**.',
            activities: [
              { title: 'Left', content_markdown: 'Then the other.' },
              {
                title: 'Right',
                content_markdown: 'Secret.',
                kind: 'link',
                url: 'https://a.example/',
              },
            ],
          },
          { title: 'Rest', text: 'Sit *down*.' },
        ],
      },
      tenant,
    )
    ids = activities
    await platform.query(
      `update learn_activities set release_rule_kind = 'prerequisite', release_activity_id = $1 where id = $2`,
      ids,
    )
    token = await csrf('/learn/courses/walking')
  })
  const at = (step: unknown, key: string | null = session) =>
    get(`/learn/courses/walking/${step}`, key)
  const done = (id: unknown) => send(`walking/${id}/complete`, { csrf: token })

  test('shows nothing to those who do not take the course', async () => {
    for (const [key, said] of [
      [null, 'Sign in first'],
      [session, 'Enroll first'],
    ] as const) {
      const { status, text } = await at(ids[0], key)
      expect([status, text]).toEqual([403, expect.stringContaining(said)])
      expect(text).not.toContain('foot')
    }
    expect((await done(ids[0])).status).toBe(409)
  })

  test('leads a learner step by step to the certificate, past what is not open yet', async () => {
    expect((await send('walking/enroll', { csrf: token })).status).toBe(303)
    const lesson = `lesson-${/walking\/lesson-(\d+)"/.exec((await at('')).text)?.[1]}`
    const first = await at(ids[0])
    for (const part of ['One <strong>foot</strong>', 'Then the other.', '1 of 3', 'Mark as done'])
      expect(first.text).toContain(part)
    const second = await at(ids[1])
    expect(second.text).toContain('It opens when “Left” is completed.')
    expect(second.text).not.toMatch(/Secret|foot|a\.example/)
    const refused = await done(ids[1])
    expect([refused.status, refused.text]).toEqual([
      ...[409, expect.stringContaining('The activity is not open yet.')],
    ])
    const next = await done(ids[0])
    expect([next.status, next.headers.get('location')]).toEqual([
      ...[303, `/learn/courses/walking/${ids[1]}`],
    ])
    expect((await at(ids[1])).text).toContain('href="https://a.example/"')
    expect((await done(ids[1])).headers.get('location')).toBe(`/learn/courses/walking/${lesson}`)
    expect((await at(lesson)).text).toContain('Sit <em>down</em>')
    const own = (await get('/learn/my', session)).text
    const [, serial] = /href="\/learn\/certificates\/([^"]+)"/.exec(own) ?? []
    const { rows } = await platform.query('select serial from learn_certificates')
    expect(rows).toEqual([{ serial }])
    expect((await get('/learn/courses/walking', session)).text).toContain('Take it again')
  })

  test.each(['0', 'x', 'lesson-1', '999999999', '%00'])('has no step %s', async (step) => {
    const course = step === 'lesson-1' ? 'drawing' : 'walking'
    expect((await get(`/learn/courses/${course}/${step}`, session)).status).toBeGreaterThan(402)
    expect((await send(`walking/${step}/complete`, { csrf: token })).status).toBe(404)
  })
})
