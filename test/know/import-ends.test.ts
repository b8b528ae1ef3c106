import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { mkdir, mkdtemp, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { importZip, sendZip, zipOf } from '../support/http/wiki-files.ts'
import { openWiki, type Wiki } from '../support/http/wiki.ts'
import { workOnFiles } from '../support/process/file-work.ts'
import { zipped } from '../support/zipped.ts'
import { findDrift } from '../world/recount.ts'

/** The ends of exports and imports that are not the usual one. */

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
const begun = async (zip: Buffer): Promise<number> => (await sendZip(wiki, zip)).body.data.id

test('an import that cannot be read to its end fails, with a result for each file that was read', async () => {
  const id = await begun(zipOf({ 'a.md': 'x' }))
  // A reading wrote the first files down and was killed, time and again.
  await platform.query(
    `insert into know_import_results (tenant_id, import_id, n, path, outcome, slug, page)
     select $1, $2, n, n || '.md', 'pending', 'p-' || n, '{}' from generate_series(1, 150) n`,
    [tenantId(), id],
  )
  await platform.query(
    `insert into counters (tenant_id, name, value)
     select $1, 'know_import_results.' || name, 150
     from unnest(array['import_id=' || $2, 'import_id=' || $2 || '&outcome=pending']) name`,
    [tenantId(), String(id)],
  )
  await platform.query('update know_imports set attempts = 5 where id = $1', [id])
  await work()
  expect((await wiki.read(`/imports/${id}`)).body.data).toMatchObject({
    ...{ status: 'failed', error: { code: 'internal_error' }, total: 150, failed: 150 },
  })
  const { body } = await wiki.read(`/imports/${id}/results?outcome=failed&limit=1`)
  expect([body.total_count, body.data[0].error.code]).toEqual([150, 'not_read'])
  expect(body.data[0]).toMatchObject({ path: '1.md', page_id: null } satisfies Json)
})

test('folders that killed workers have left on the machine are removed by the next one', async () => {
  const [left, used] = await Promise.all(
    [0, 1].map(() => mkdtemp(path.join(tmpdir(), 'mobieus-work-'))),
  )
  await mkdir(path.join(left as string, 'pages'))
  const before = new Date(Date.now() - 61 * 60_000)
  await utimes(left as string, before, before)
  await wiki.ok('/exports')
  await work()
  await expect(stat(left as string)).rejects.toThrow('ENOENT')
  await stat(used as string)
  await rm(used as string, { recursive: true })
  expect(await findDrift(platform, tenantId())).toEqual([])
})

/** The same zip with the end of ZIP64, which says how many files it has. */
function zip64(zip: Buffer, count: number): Buffer {
  const [rest, end] = [zip.subarray(0, -22), Buffer.from(zip.subarray(-22))]
  const end64 = Buffer.alloc(56 + 20)
  end64.writeUInt32LE(0x06064b50)
  end64.writeBigUInt64LE(44n, 4)
  for (const place of [24, 32]) end64.writeBigUInt64LE(BigInt(count), place)
  for (const [from, to] of [
    [12, 40],
    [16, 48],
  ] as const)
    end64.writeBigUInt64LE(BigInt(end.readUInt32LE(from)), to)
  end64.writeUInt32LE(0x07064b50, 56)
  end64.writeBigUInt64LE(BigInt(rest.length), 64)
  end64.writeUInt32LE(1, 72)
  for (const place of [8, 10]) end.writeUInt16LE(0xffff, place)
  end.writeUInt32LE(0xffffffff, 16)
  return Buffer.concat([rest, end64, end])
}

test('a zip of ZIP64 is read, one of too many files is not, and of too many bytes only the first', async () => {
  const files = zipOf({ 'a.md': 'x', 'b.md': 'y' })
  const { shown } = await importZip(platform, wiki, zip64(files, 2))
  expect(shown).toMatchObject({ status: 'finished', created: 2 })
  const many = await importZip(platform, wiki, zip64(files, 100_001))
  expect(many.shown).toMatchObject({ status: 'failed', error: { code: 'too_many_files' } })
  const said = { bytes: 'x', size: 2_100_000 }
  const large = zipped(Array.from({ length: 257 }, (_, n) => ({ name: `${n}.md`, ...said })))
  const id = await begun(large)
  await work()
  const { body } = await wiki.read(`/imports/${id}/results?limit=100&outcome=failed`)
  expect(body.total_count).toBe(257)
  const { rows } = await platform.query(
    `select code, count(*)::integer as n, min(n) as first from know_import_results
     where tenant_id = $1 and import_id = $2 group by code order by code`,
    [tenantId(), id],
  )
  expect(rows).toEqual([
    { code: 'damaged', n: 255, first: 1 },
    { code: 'too_large', n: 2, first: 256 },
  ])
})

test('pages that a shadow-banned member imports are hidden, and texts of others’ pages wait', async () => {
  const author_id = await wiki.member()
  await wiki.page('theirs', 'Before.')
  await platform.query('update users set shadow_banned_at = now() where id = $1', [author_id])
  const zip = zipOf({ 'theirs.md': '---\ntitle: Spam\n---\nSpam.', 'mine.md': 'Spam.' })
  const { of } = await importZip(platform, wiki, zip, { author_id: String(author_id) })
  expect([of.get('theirs.md').outcome, of.get('mine.md').outcome]).toEqual(['proposed', 'created'])
  expect((await wiki.read('/pages')).body.data).toMatchObject([{ slug: 'theirs', title: 'theirs' }])
  expect((await wiki.read('/pages/theirs')).body.data.content_markdown).toBe('Before.')
  expect(await wiki.found('spam')).toEqual([])
  expect(await findDrift(platform, tenantId())).toEqual([])
})

test('an import is deleted with its results, is cancelled while it is read, and refused while it changes pages', async () => {
  const { shown } = await importZip(platform, wiki, zipOf({ 'a.md': 'x' }))
  await wiki.ok(`/imports/${shown.id}/delete`, { actor_id: await wiki.member() })
  expect((await wiki.read(`/imports/${shown.id}/results`)).status).toBe(404)
  const waiting = await begun(zipOf({ 'b.md': 'x' }))
  await wiki.ok(`/imports/${waiting}/delete`)
  const read = await begun(zipOf({ 'c.md': 'x' }))
  // The scan takes a while, in which the import is deleted; another one begins at once.
  await workOnFiles(platform, tenantId(), async () => {
    await wiki.ok(`/imports/${read}/delete`)
    return true
  })
  const id = await begun(zipOf({ 'd.md': 'x' }))
  expect((await wiki.read('/imports')).body).toMatchObject({ total_count: 1, data: [{ id }] })
  await work()
  await platform.query('update know_imports set finished_at = null where id = $1', [id])
  expect(await wiki.write(`/imports/${id}/delete`)).toMatchObject(refusal(409, 'conflict'))
  expect((await wiki.read('/pages')).body.data.map(({ slug }: Json) => slug)).toEqual(['d', 'a'])
  const { rows } = await platform.query(
    `select (select count(*)::int from know_imports where tenant_id = $1) as imports,
       (select count(*)::int from know_import_results where tenant_id = $1) as results,
       (select count(*)::int from audit_log where tenant_id = $1 and action = 'know_import.deleted') as told`,
    [tenantId()],
  )
  expect(rows).toEqual([{ imports: 1, results: 1, told: 1 }])
  const keys: string[] = []
  for await (const { key } of platform.storage.list('quarantine/'))
    if (key.includes(`/${tenantId()}/`)) keys.push(key)
  expect(keys).toEqual([])
  expect(await findDrift(platform, tenantId())).toEqual([])
})
