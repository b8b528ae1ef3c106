import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { fetchExport } from '../support/http/wiki-files.ts'
import { openWiki, type Wiki } from '../support/http/wiki.ts'
import { workOnFiles } from '../support/process/file-work.ts'
import { unzipped } from '../support/unzipped.ts'
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
const showExport = async (id: number): Promise<Json> =>
  (await wiki.read(`/exports/${id}`)).body.data
/** The keys of the tenant's exports. */
async function stored(): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of platform.storage.list('know-exports/'))
    if (key.startsWith(`know-exports/${tenantId()}/`)) keys.push(key)
  return keys
}
const fetched = (id: number, headers?: Record<string, string>) => fetchExport(wiki, id, headers)
/** The front matter of a file, and its text. */
function apart(file = ''): readonly [Json, string] {
  const [, front = '', text = ''] = /^---\n([^]*?\n)---\n([^]*)$/.exec(file) ?? []
  return [parse(front), text]
}

const TEXTS = [
  '# One\r\n\r\n---\n\ntitle: no\n---\n',
  '',
  '\uFEFF---\nfront: matter\n---\n\tcafe\u0301 東京 🜚 no end',
]

test('an export has each published page, its text byte for byte, and says how far it is', async () => {
  for (const [i, text] of TEXTS.entries())
    await wiki.page(`page-${i}`, text, { title: `No. ${i}: "a" #b`, tags: ['2024', 'yes, "x"'] })
  await wiki.ok('/pages/page-0', { slug: 'first', content_markdown: `${TEXTS[0]}!` })
  await wiki.page('gone')
  await wiki.ok('/pages/gone/delete')
  const asked = await wiki.ok('/exports')
  expect(asked).toMatchObject({ status: 'queued', total: 3, done: 0, url: null, expires_at: null })
  expect((await fetched(asked.id)).status).toBe(404)
  await work()
  const made = await showExport(asked.id)
  expect(made).toMatchObject({ status: 'finished', total: 3, done: 3, error: null })
  expect(Date.parse(made.expires_at) - Date.parse(made.finished_at)).toBe(7 * DAY_MS)
  const answer = await fetched(asked.id)
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect([answer.headers.get('content-type'), bytes.length]).toEqual([
    'application/zip',
    made.size_bytes,
  ])
  const etag = answer.headers.get('etag') as string
  expect((await fetched(asked.id, { 'if-none-match': etag })).status).toBe(304)
  const part = await fetched(asked.id, { range: 'bytes=2-5' })
  expect(part.status).toBe(206)
  expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(2, 6))
  const files = await unzipped(bytes)
  expect(Object.keys(files)).toEqual(['first.md', 'page-1.md', 'page-2.md'])
  const { body: page } = await wiki.read('/pages/first')
  const { current_revision_id: revision, author, created_at: created } = page.data
  const [front, text] = apart(files['first.md'])
  expect(front).toMatchObject({ title: 'No. 0: "a" #b', tags: ['2024', 'yes, "x"'], revision })
  expect(front).toMatchObject({ slug: 'first', former_slugs: ['page-0'], author: author.username })
  expect(front.created).toBe(created)
  expect(text).toBe(`${TEXTS[0]}!`)
  expect([1, 2].map((i) => apart(files[`page-${i}.md`])[1])).toEqual(TEXTS.slice(1))
  const { body: list } = await wiki.read('/exports')
  expect([list.total_count, list.data]).toEqual([1, [made]])
  expect(await findDrift(platform, tenantId())).toEqual([])
})

test('one export of a wiki is made at a time, and whoever asks for another is told which', async () => {
  const asked = await Promise.all([1, 2, 3].map(() => wiki.write('/exports')))
  const [{ id }] = asked.flatMap(({ status, body }) => (status === 202 ? [body.data] : [])) as [
    Json,
  ]
  const others = asked.filter(({ status }) => status !== 202)
  expect(others).toMatchObject([1, 2].map(() => refusal(409, 'conflict')))
  expect(others.map(({ body }) => body.error.running_id)).toEqual([id, id])
  const other = await openWiki(platform)
  expect((await other.write('/exports')).status).toBe(202)
  expect((await other.read(`/exports/${id}`)).status).toBe(404)
  await work()
  expect((await wiki.write('/exports')).status).toBe(202)
  const { rows } = await platform.query(
    `select count(*)::int as n from audit_log where tenant_id = $1 and action = 'know_export.created'`,
    [tenantId()],
  )
  expect(rows).toEqual([{ n: 2 }])
})

test('an export that is interrupted is made anew, and one that cannot be made fails', async () => {
  await wiki.page('a')
  const { id } = await wiki.ok('/exports')
  const { storage } = platform
  const put = (keeps: boolean) => async (key: string, from: string, facts: Json) => {
    if (keeps) await storage.put(key, from, facts)
    throw new Error('killed')
  }
  const failing = (keeps: boolean) => ({ ...platform, storage: { ...storage, put: put(keeps) } })
  await expect(work(failing(true))).rejects.toThrow('killed')
  expect(await showExport(id)).toMatchObject({ status: 'running', url: null })
  await wiki.page('b')
  platform.clock.advance(DAY_MS)
  await work()
  expect(await showExport(id)).toMatchObject({ status: 'finished', done: 2, total: 2 })
  expect(await stored()).toHaveLength(1)
  const hopeless = await wiki.ok('/exports')
  for (let i = 0; i < 5; i++) {
    await expect(work(failing(false))).rejects.toThrow('killed')
    platform.clock.advance(DAY_MS / 2)
  }
  await work()
  const { status, error, url } = await showExport(hopeless.id)
  expect([status, error.code, url]).toEqual(['failed', 'internal_error', null])
  platform.clock.advance(8 * DAY_MS)
  await work()
  expect((await wiki.read(`/exports/${id}`)).status).toBe(404)
  expect((await wiki.read('/exports')).body).toMatchObject({ total_count: 0, data: [] })
  expect(await stored()).toEqual([])
  expect(await findDrift(platform, tenantId())).toEqual([])
})

test('an export that is deleted is shown and kept no more, and a worker that makes it stops', async () => {
  for (let i = 0; i < 3; i++) await wiki.page(`page-${i}`)
  const first = await wiki.ok('/exports')
  await work()
  expect(await stored()).toHaveLength(1)
  const other = await wiki.member()
  expect(await wiki.ok(`/exports/${first.id}/delete`, { actor_id: other })).toEqual({
    ...{ id: first.id, deleted: true },
  })
  expect((await wiki.read(`/exports/${first.id}`)).status).toBe(404)
  expect((await fetched(first.id)).status).toBe(404)
  expect((await wiki.read('/exports')).body).toMatchObject({ total_count: 0, data: [] })
  await work()
  expect(await stored()).toEqual([])
  const { storage } = platform
  // It is deleted while its bytes are put in their place, and its worker lives or is killed then.
  for (const isKilled of [false, true]) {
    const { id } = await wiki.ok('/exports')
    const put = async (key: string, from: string, facts: Json) => {
      await wiki.ok(`/exports/${id}/delete`)
      await storage.put(key, from, facts)
      if (isKilled) throw new Error('killed')
    }
    const made = work({ ...platform, storage: { ...storage, put } })
    if (isKilled) await expect(made).rejects.toThrow('killed')
    else await made
    expect(await stored()).toHaveLength(isKilled ? 1 : 0)
    expect((await wiki.write(`/exports/${id}/delete`)).status).toBe(404)
    expect(await findDrift(platform, tenantId())).toEqual([])
    platform.clock.advance(DAY_MS)
    await work()
    expect(await stored()).toEqual([])
  }
  const { rows } = await platform.query(
    `select count(*)::int as n, (select count(*)::int from know_exports where tenant_id = $1) as kept
     from audit_log where tenant_id = $1 and action = 'know_export.deleted'`,
    [tenantId()],
  )
  expect(rows).toEqual([{ n: 1, kept: 0 }])
})
