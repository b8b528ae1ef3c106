import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { exportWiki, importZip, sendZip, zipOf } from '../support/http/wiki-files.ts'
import { openWiki, type Wiki } from '../support/http/wiki.ts'
import { hasKnowCases, knowBytes } from '../support/know-cases.ts'
import { workOnFiles } from '../support/process/file-work.ts'
import { purge } from '../support/process/purge.ts'
import { zipped } from '../support/zipped.ts'
import { findDrift } from '../world/recount.ts'

const DAY_MS = 24 * 60 * 60 * 1000

let platform: Platform
let wiki: Wiki
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  wiki = await openWiki(platform)
})

const tenantId = () => wiki.tenant.live.tenantId
const work = (by: Platform = platform) => workOnFiles(by, tenantId())
const imported = (zip: Buffer, options?: Record<string, string>) =>
  importZip(platform, wiki, zip, options)
const page = async (slug: string): Promise<Json> => (await wiki.read(`/pages/${slug}`)).body.data
const told = async (type: string): Promise<string[]> => {
  const call = { key: await wiki.tenant.key(), host: wiki.tenant.url }
  const { body } = await platform.call(`/api/v1/events?type=${type}&limit=100`, call)
  return body.data.map(({ data }: Json) => data.slug).sort()
}
/** A file without what no import keeps. */
const kept = (file: string) => file.replaceAll(/^(?:author|created|updated|revision): .*\n/gm, '')

const TEXTS = [
  '# One\r\n\r\n---\n\ntitle: no\n---\n',
  '',
  '\uFEFF---\nfront: matter\n---\n\tcafe\u0301 東京 🜚 no end',
]

test('an export that is imported into another wiki and exported again is the same, and nothing is new twice', async () => {
  for (const [i, text] of TEXTS.entries())
    await wiki.page(`page-${i}`, text, { title: `No. ${i}: "a" #b`, tags: ['2024', 'yes'] })
  await wiki.page('links', '[a](page-1.md) [b](/know/page-1) `[c](page-2.md)`')
  await wiki.ok('/pages/page-0', { slug: 'first' })
  const [before, zip] = await exportWiki(platform, wiki)
  wiki = await openWiki(platform)
  const { shown, results } = await imported(zip)
  expect(shown).toMatchObject({ status: 'finished', total: 4, created: 4, failed: 0 })
  expect(results.map(({ outcome, slug }) => `${outcome} ${slug}`)).toEqual([
    ...['created first', 'created page-1', 'created page-2', 'created links'],
  ])
  expect(await told('page.created')).toEqual(['first', 'links', 'page-1', 'page-2'])
  const { headers } = await wiki.read('/pages/page-0')
  expect(headers.get('location')).toBe('/api/v1/know/pages/first')
  const [after] = await exportWiki(platform, wiki)
  const all = (files: Record<string, string>) =>
    Object.entries(files).map(([name, file]) => [name, kept(file)])
  expect(all(after)).toEqual(all(before))
  expect((await wiki.found('page-1')).length).toBeGreaterThan(0)
  expect((await wiki.read('/pages/page-1/backlinks')).body.total_count).toBe(1)
  expect((await imported(zip)).shown).toMatchObject({ unchanged: 4, created: 0, updated: 0 })
  expect((await page('first')).revision_count).toBe(1)
  expect(await findDrift(platform, tenantId())).toEqual([])
})

test('a file with a name that leads out, or that is broken, fails by name, and the rest goes through', async () => {
  const [huge, deep] = ['x'.repeat(2_100_001), '['.repeat(9_000)]
  const bomb = `a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]`
  const front = (yaml: string) => `---\n${yaml}\n---\nText.\n`
  const { shown, of } = await imported(
    zipped([
      ...[{ name: 'good.md', bytes: 'Good.' }, { name: 'dir/' }, { name: '../out.md', bytes: 'x' }],
      ...[
        { name: '/abs.md', bytes: 'x' },
        { name: 'C:\\win.md', bytes: 'x' },
      ],
      ...[
        { name: 'back\\slash.md', bytes: 'x' },
        { name: 'link.md', bytes: '/etc/passwd', mode: 0o120777 },
      ],
      ...[
        { name: 'locked.md', bytes: 'x', flags: 1 },
        { name: 'good.md', bytes: 'Twice.' },
      ],
      ...[
        { name: 'huge.md', bytes: huge },
        { name: 'longer.md', bytes: 'xxxxx', size: 2 },
      ],
      ...[
        { name: 'crc.md', bytes: 'x', crc: 7 },
        { name: 'lzma.md', bytes: 'x', method: 0 + 14 },
      ],
      ...[
        { name: 'nested.zip', bytes: zipOf({ 'a.md': 'x' }) },
        { name: '__MACOSX/._good.md', bytes: 'x' },
      ],
      ...[{ name: Buffer.from([0x81, 0x2e, 0x6d, 0x64]), bytes: 'cp437' }],
      ...[
        { name: 'latin.md', bytes: Buffer.from([0xfc]) },
        { name: 'null.md', bytes: 'a\0b' },
      ],
      ...[
        { name: 'list.md', bytes: front('- a\n- b') },
        { name: 'bomb.md', bytes: front(bomb) },
      ],
      ...[
        { name: 'deep.md', bytes: front(deep) },
        { name: 'yaml.md', bytes: front('a: "b') },
      ],
      ...[
        { name: 'title.md', bytes: front('title: ""') },
        { name: 'slug.md', bytes: front('slug: A b') },
      ],
      ...[
        { name: 'index.md', bytes: front('slug: index') },
        { name: 'same.md', bytes: front('slug: good') },
      ],
      ...[
        { name: 'tags.md', bytes: front('tags: {a: b}') },
        { name: 'long.md', bytes: 'y'.repeat(500_001) },
      ],
      ...[
        {
          name: 'bom.md',
          bytes: `\uFEFF${front('title: 2024\ntags: a, b\nauthor: root\nstatus: draft').replaceAll('\n', '\r\n')}`,
        },
      ],
    ]),
  )
  const codeOf = ([path, { outcome, error }]: [string, Json]) => [
    path,
    error ? `${outcome} ${error.field ?? '-'} ${error.code}` : outcome,
  ]
  expect(Object.fromEntries([...of].map(codeOf))).toEqual({
    // The second one of this name; the first is asked for below.
    'good.md': 'failed - duplicate',
    '../out.md': 'failed - unsafe_path',
    '/abs.md': 'failed - unsafe_path',
    'C:/win.md': 'failed - unsafe_path',
    'back/slash.md': 'created',
    'link.md': 'failed - link',
    'locked.md': 'failed - encrypted',
    'huge.md': 'failed - too_large',
    'longer.md': 'failed - damaged',
    'crc.md': 'failed - damaged',
    'lzma.md': 'failed - compression',
    'nested.zip': 'skipped - not_markdown',
    '__MACOSX/._good.md': 'skipped - not_markdown',
    'ü.md': 'created',
    'latin.md': 'failed file not_utf8',
    'null.md': 'failed file character',
    'list.md': 'failed front_matter no_mapping',
    'bomb.md': 'failed front_matter yaml',
    'deep.md': 'failed front_matter yaml',
    'yaml.md': 'failed front_matter yaml',
    'title.md': 'failed title too_short',
    'slug.md': 'failed slug pattern',
    'index.md': 'failed slug not',
    'same.md': 'failed slug duplicate',
    'tags.md': 'failed tags type',
    'long.md': 'failed content_markdown too_long',
    'bom.md': 'created',
  })
  expect(shown).toMatchObject({ total: 28, created: 4, skipped: 2, failed: 22 })
  expect((await page('good')).content_markdown).toBe('Good.')
  const { title, tags, author, content_markdown } = await page('bom')
  expect([title, tags, content_markdown]).toEqual(['2024', ['a', 'b'], 'Text.\r\n'])
  expect(author.username).not.toBe('root')
  const broken = await imported(zipOf({ 'a.md': 'x' }).subarray(0, -30))
  expect(broken.shown).toMatchObject({ status: 'failed', total: 0, error: { code: 'no_zip' } })
  const { rows } = await platform.query(
    'select count(*)::int as n from know_import_results where tenant_id = $1 and page is not null',
    [tenantId()],
  )
  expect(rows).toEqual([{ n: 0 }])
})

test('a page that there is, is brought to its file, kept, or proposed as it was asked for', async () => {
  for (const slug of ['a', 'b', 'same']) await wiki.page(slug, `${slug}, before`, { tags: ['old'] })
  await wiki.ok('/pages/b', { slug: 'b-now' })
  const zip = zipOf({
    'a.md': '---\ntitle: A\n---\na, after',
    'b.md': 'b, after',
    'same.md': '---\ntitle: same\n---\nsame, before',
    'new.md': 'new',
  })
  const outcomes = async (options: Record<string, string>) =>
    (await imported(zip, options)).results.map(({ outcome }) => outcome)
  const dry = { dry_run: 'true' }
  expect(await outcomes(dry)).toEqual(['updated', 'updated', 'unchanged', 'created'])
  expect(await outcomes({ on_conflict: 'skip', ...dry })).toEqual([
    'skipped',
    'skipped',
    'skipped',
    'created',
  ])
  expect((await wiki.read('/pages')).body.total_count).toBe(3)
  expect(await outcomes({ on_conflict: 'fail' })).toEqual(['failed', 'failed', 'failed', 'created'])
  expect(await outcomes({ propose: 'true' })).toEqual([
    'proposed',
    'proposed',
    'unchanged',
    'unchanged',
  ])
  expect(await outcomes({ propose: 'true' })).toEqual([
    'unchanged',
    'unchanged',
    'unchanged',
    'unchanged',
  ])
  expect(await page('a')).toMatchObject({
    title: 'A',
    content_markdown: 'a, before',
    revision_count: 2,
  })
  const { body } = await wiki.read('/pages/a/revisions?status=pending')
  expect(body.data).toMatchObject([{ status: 'pending' }])
  expect(await outcomes({})).toEqual(['updated', 'updated', 'unchanged', 'unchanged'])
  expect(await page('b-now')).toMatchObject({
    title: 'b',
    content_markdown: 'b, after',
    tags: ['old'],
  })
  expect(await findDrift(platform, tenantId())).toEqual([])
})

test('an import goes on after a kill, makes no page twice, and is removed 30 days after its end', async () => {
  const zip = zipOf(Object.fromEntries([1, 2, 3].map((n) => [`p-${n}.md`, `Page ${n}`])))
  const { body } = await sendZip(wiki, zip)
  expect((await sendZip(wiki, zip)).body.error).toMatchObject({
    code: 'conflict',
    running_id: body.data.id,
  })
  const { storage } = platform
  const unread = { ...storage, remove: () => Promise.reject(new Error('killed')) }
  await expect(work({ ...platform, storage: unread })).rejects.toThrow('killed')
  platform.clock.advance(DAY_MS)
  await Promise.all([work(), work()])
  const { body: shown } = await wiki.read(`/imports/${body.data.id}`)
  expect(shown.data).toMatchObject({ status: 'finished', created: 3, failed: 0 })
  expect(await told('page.created')).toEqual(['p-1', 'p-2', 'p-3'])
  const rejected = await sendZip(wiki, zip)
  await workOnFiles(platform, tenantId(), async () => false)
  expect((await wiki.read(`/imports/${rejected.body.data.id}`)).body.data).toMatchObject({
    ...{ status: 'failed', error: { code: 'rejected' }, total: 0 },
  })
  platform.clock.advance(31 * DAY_MS)
  await purge(platform)
  expect((await wiki.read('/imports')).body.total_count).toBe(0)
  const { rows } = await platform.query(
    'select count(*)::int as n from know_import_results where tenant_id = $1',
    [tenantId()],
  )
  expect(rows).toEqual([{ n: 0 }])
  expect(await findDrift(platform, tenantId())).toEqual([])
})

const withCases = hasKnowCases ? test : test.skip
withCases(
  '18: files of another tool get titles, slugs and links, and what is not taken is told',
  async () => {
    const { results, of } = await imported(knowBytes('18-import.zip'))
    const pages = results.filter(({ page_id }) => page_id !== null)
    const titles = await Promise.all(
      pages.map(async ({ slug }) => [slug, (await page(slug)).title]),
    )
    expect(titles).toEqual([
      ...[
        ['guide', 'Guide'],
        ['first-steps', 'Setup: first steps'],
      ],
      ...[
        ['api', 'Calls'],
        ['api-read-me', 'Read me'],
      ],
    ])
    expect(await page('guide')).toMatchObject({ tags: ['start', 'guide'] })
    expect((await page('guide')).content_markdown).toContain(
      'See [setup](/know/first-steps), [api](/know/api#calls), [logo](img/logo.png) and [web](https://example.com/setup.md).',
    )
    expect(of.get('guide/setup.md').broken_links).toEqual(['guide/gone.md'])
    expect(of.get('guide/img/logo.png')).toMatchObject({
      ...{ outcome: 'skipped', error: { code: 'not_markdown' } },
    })
    const again = await imported(knowBytes('18-import.zip'))
    expect(again.shown).toMatchObject({
      total: 5,
      unchanged: 4,
      skipped: 1,
      created: 0,
      updated: 0,
    })
    expect((await page('guide')).revision_count).toBe(1)
  },
)
