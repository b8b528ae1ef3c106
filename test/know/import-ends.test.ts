import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { mkdir, mkdtemp, rm, stat, utimes } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { sendZip, zipOf } from '../support/http/wiki-files.ts'
import { openWiki, type Wiki } from '../support/http/wiki.ts'
import { workOnFiles } from '../support/process/file-work.ts'
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
    [0, 1].map(() => mkdtemp(path.join(tmpdir(), 'mobieus-know-'))),
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
