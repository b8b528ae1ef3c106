import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, chmodSync, chownSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { encodeForm, FORM_TYPE } from '../support/http/form.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { until } from '../support/until.ts'

/** A full disk is 503 with the time to try again, wherever it is met, and well again once there is room. */

const disk = mkdtempSync(path.join(tmpdir(), 'mobieus-full-'))
const mounted = mountSmall(disk)
const onFullDisk = mounted === undefined ? test : test.skip
if (mounted !== undefined) console.warn(`no full disk can be made here: ${mounted}`)

let platform: Platform
beforeAll(async () => {
  const incoming = path.join(disk, 'files', 'incoming')
  platform = await startPlatform({
    config: {
      uploads: { folder: incoming, limitBytes: 50_000_000 },
      storage: { folder: path.join(disk, 'files') },
    },
  })
})
afterAll(async () => {
  await platform.close()
  if (mounted === undefined) execFileSync('umount', [disk])
  rmSync(disk, { recursive: true, force: true })
})

/** A disk of 1 MiB; answers why there is none. */
function mountSmall(folder: string): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'pipe' })
    chmodSync(folder, 0o777)
    return undefined
  } catch (error) {
    return (error as Error).message.trim()
  }
}

function fillUp(file: string): void {
  try {
    for (;;) appendFileSync(file, Buffer.alloc(65_536))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
  }
}

const unavailable = { status: 503, code: 'unavailable', again: '2' }
const seen = ({ status, body, headers }: Awaited<ReturnType<Platform['call']>>) => ({
  status,
  code: body?.error?.code,
  again: headers.get('retry-after'),
})

const upload = (bytes: number) =>
  platform.call('/api/v1/files', {
    method: 'POST',
    body: encodeForm(
      { area_slug: 'manuals', file: 'x'.repeat(bytes), title: 'Full' },
      new Map([['file', 'full.txt']]),
    ),
    headers: { 'content-type': FORM_TYPE },
  })

onFullDisk(
  'an upload that finds no room is refused for now, and leaves nothing behind',
  async () => {
    const { tenantId } = platform.tenant.live
    await platform.query(
      `insert into file_areas (tenant_id, slug, name) values ($1, 'manuals', 'Manuals')
     on conflict do nothing`,
      [tenantId],
    )
    expect(seen(await upload(4_000_000))).toEqual(unavailable)
    await until(async () => readdirSync(path.join(disk, 'files', 'incoming')).length === 0)
    expect((await upload(1_000)).status).toBe(202)
  },
)

onFullDisk('a write that the database has no room for is refused for now', async () => {
  const folder = path.join(disk, 'tablespace')
  const { rows } = await platform.query("select current_setting('data_directory') as folder")
  const owner = execFileSync('stat', ['-c', '%u %g', rows[0].folder])
    .toString()
    .split(' ')
    .map(Number)
  execFileSync('mkdir', [folder])
  chownSync(folder, owner[0] as number, owner[1] as number)
  await platform.query(`create tablespace full_disk location '${folder}'`)
  await platform.query('alter table posts set tablespace full_disk')
  const post = {
    forum_slug: 'general',
    title: 'Room?',
    body: randomBytes(6_000).toString('base64'),
  }
  fillUp(path.join(disk, 'filler'))
  const write = () => platform.call('/api/v1/posts', { body: post })
  let last = await write()
  for (let n = 0; n < 100 && last.status === 201; n++) last = await write()
  expect(seen(last)).toEqual(unavailable)
  expect((await platform.call('/api/v1/posts?limit=1')).status).toBe(200)
  await platform.query('alter table posts set tablespace pg_default')
  await platform.query('drop tablespace full_disk')
  expect((await write()).status).toBe(201)
})
