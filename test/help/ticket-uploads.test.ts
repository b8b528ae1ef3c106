import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { surfaces } from '../../packages/domain/src/index.ts'
import { removeOrphans } from '../../packages/domain/src/platform/index.ts'
import { localFetch } from '../support/http/local-fetch.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { workOnFiles } from '../support/process/file-work.ts'
import { openMailDesk, type MailDesk } from '../support/mail/mail-desk.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const MIB = 1024 * 1024

let platform: Platform
let desk: MailDesk
let key: string
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openMailDesk(platform)
  key = await desk.tenant.key()
})

/** Sends a file for a message; answers status and body. */
async function send(bytes: string | Uint8Array, by = key, headers: Record<string, string> = {}) {
  const form = new FormData()
  form.append('file', new File([bytes as string], 'list.txt'))
  const answer = await localFetch(`${desk.tenant.url}/api/v1/helpdesk/uploads`, {
    ...{ method: 'POST', body: form },
    headers: { authorization: `Bearer ${by}`, ...headers },
  })
  return { status: answer.status, body: (await answer.json()) as Json }
}
async function upload(bytes = 'one; two', by = key): Promise<number> {
  const { status, body } = await send(bytes, by)
  expect(status).toBe(202)
  return body.data.id
}
const work = (scan?: Parameters<typeof workOnFiles>[2]) =>
  workOnFiles(platform, desk.tenant.live.tenantId, scan)
const fetched = async (id: number, by = key) => {
  const headers = { authorization: `Bearer ${by}` }
  const answer = await localFetch(`${desk.tenant.url}/api/v1/helpdesk/attachments/${id}`, {
    headers,
  })
  return [answer.status, answer.status === 200 ? await answer.text() : null]
}
const GONE = [404, null]
async function openTicket(more: object = {}): Promise<number> {
  const { status, body } = await desk.write('/tickets', { subject: 'x', body: 'x', ...more })
  expect(status).toBe(201)
  return body.data.id
}
const reply = (ticket: number, ids: number[], more: object = {}, by = key) =>
  platform.call(`/api/v1/helpdesk/tickets/${ticket}/reply`, {
    ...{ key: by, host: desk.tenant.url, body: { body: 'x', upload_ids: ids, ...more } },
  })
const filesOf = async (ticket: number): Promise<Json[]> =>
  (await desk.thread(String(ticket))).flatMap(({ attachments }: Json) => attachments)
/** The key of another member of the same tenant. */
async function ofAnother(): Promise<string> {
  const user = { username: 'zoe', email: 'zoe@example.net', display_name: 'Zoe' }
  const call = { key, host: desk.tenant.url, body: user }
  const { body } = await platform.call('/api/v1/users', call)
  return desk.tenant.key({ userId: body.data.id })
}
/** The objects that the tenant's storage has, by their folders. */
async function stored(): Promise<string[]> {
  const found: string[] = []
  for (const folder of ['quarantine', 'attachments'])
    for await (const { key: place } of platform.storage.list(`${folder}/`))
      if (place.startsWith(`${folder}/${desk.tenant.live.tenantId}/`)) found.push(folder)
  return found
}
const rowsLeft = async () => {
  const { tenantId } = desk.tenant.live
  const count = (table: string) => `(select count(*)::int from ${table} where tenant_id = $1)`
  const { rows } = await platform.query(
    `select ${count('help_attachments')} as files, ${count('tasks')} as tasks`,
    [tenantId],
  )
  return rows[0]
}

test('an upload is its uploader’s alone until a message has it, and then its readers’', async () => {
  const { status, body } = await send('one; two')
  expect({ status, data: body.data }).toMatchObject({
    status: 202,
    data: { status: 'quarantined', name: 'list.txt', mime_type: 'text/plain', size_bytes: 8 },
  })
  const { id, created_at, expires_at } = body.data
  expect(Date.parse(expires_at) - Date.parse(created_at)).toBe(DAY_MS)
  expect(await fetched(id)).toEqual(GONE)
  await work()
  const [other, again] = [await ofAnother(), await desk.tenant.key()]
  expect(await fetched(id)).toEqual([200, 'one; two'])
  expect(await fetched(id, again)).toEqual([200, 'one; two'])
  expect(await fetched(id, other)).toEqual(GONE)
  const call = { key, host: desk.tenant.url }
  expect((await platform.call('/api/v1/files', call)).body.data).toEqual([])
  const ticket = await openTicket()
  expect(await reply(ticket, [id], {}, other)).toMatchObject(
    refusal(422, 'validation_failed', 'upload_ids[0]', 'not_found'),
  )
  const given = await reply(ticket, [id, id])
  expect(given.status).toBe(201)
  expect(given.body.data.attachments).toMatchObject([{ id, status: 'approved', size_bytes: 8 }])
  expect(await fetched(id, other)).toEqual([200, 'one; two'])
  expect(await stored()).toEqual(['attachments'])
  expect(await reply(ticket, [id])).toMatchObject(refusal(409, 'conflict', 'upload_ids[0]'))
})

test('another tenant neither reads nor takes an upload', async () => {
  const id = await upload()
  await work()
  desk = await openMailDesk(platform)
  key = await desk.tenant.key()
  expect(await fetched(id)).toEqual(GONE)
  expect(await reply(await openTicket(), [id])).toMatchObject(
    refusal(422, 'validation_failed', 'upload_ids[0]', 'not_found'),
  )
})

test('a ticket takes an upload that is still being scanned, and keeps it for good', async () => {
  const id = await upload()
  const ticket = await openTicket({ upload_ids: [id] })
  expect(await filesOf(ticket)).toMatchObject([{ id, status: 'quarantined', url: null }])
  const later = new Date(platform.clock.now().getTime() + 2 * DAY_MS)
  await removeOrphans(platform.db, platform.storage, surfaces, later)
  await work()
  platform.clock.advance(2 * DAY_MS)
  await work()
  expect(await filesOf(ticket)).toMatchObject([{ id, status: 'approved' }])
  expect(await fetched(id)).toEqual([200, 'one; two'])
  expect(await stored()).toEqual(['attachments'])
})

test('one message gets an upload that many want at once', async () => {
  const id = await upload()
  const tickets = await Promise.all(Array.from({ length: 4 }, () => openTicket()))
  const asked = [...tickets, ...tickets].map((ticket) => reply(ticket, [id]))
  const opened = [0, 1].map(() =>
    desk.write('/tickets', { subject: 'x', body: 'x', upload_ids: [id] }),
  )
  const statuses = (await Promise.all([...asked, ...opened])).map(({ status }) => status)
  expect(statuses.filter((each) => each === 201)).toHaveLength(1)
  expect(statuses.filter((each) => each === 409)).toHaveLength(9)
})

test('one that the scan rejects is nobody’s, and leaves no bytes', async () => {
  const id = await upload()
  const taken = await upload('of a ticket')
  const ticket = await openTicket({ upload_ids: [taken] })
  await work(async () => false)
  expect(await stored()).toEqual([])
  expect(await fetched(id)).toEqual(GONE)
  expect(await reply(ticket, [id])).toMatchObject(
    refusal(422, 'validation_failed', 'upload_ids[0]', 'rejected'),
  )
  expect(await filesOf(ticket)).toMatchObject([{ id: taken, status: 'rejected', url: null }])
})

test('an upload without a message is removed after a day, with its bytes', async () => {
  const id = await upload()
  await work()
  platform.clock.advance(DAY_MS)
  key = await desk.tenant.key()
  expect(await fetched(id)).toEqual(GONE)
  expect(await reply(await openTicket(), [id])).toMatchObject(
    refusal(422, 'validation_failed', 'upload_ids[0]', 'not_found'),
  )
  expect(await stored()).toEqual(['attachments'])
  await work()
  expect(await stored()).toEqual([])
  expect(await rowsLeft()).toMatchObject({ files: 0, tasks: 0 })
})

test('a removal that was interrupted is done again', async () => {
  const id = await upload()
  await work()
  platform.clock.advance(DAY_MS)
  const failing = { ...platform.storage, remove: () => Promise.reject(new Error('out of reach')) }
  await expect(workOnFiles({ ...platform, storage: failing }, desk.tenant.live.tenantId))
    .rejects //
    .toThrow('out of reach')
  expect(await rowsLeft()).toEqual({ files: 1, tasks: 1 })
  key = await desk.tenant.key()
  expect(await reply(await openTicket(), [id])).toMatchObject(refusal(422, 'validation_failed'))
  platform.clock.advance(DAY_MS)
  await work()
  expect(await stored()).toEqual([])
  expect(await rowsLeft()).toMatchObject({ files: 0 })
})

/** A scan that finds its bytes removed comes to nothing. */
const removedMeanwhile = (error: NodeJS.ErrnoException) => expect(error.code).toBe('ENOENT')

test('an upload that is removed while it is scanned leaves no bytes', async () => {
  await upload()
  await work(async () => {
    platform.clock.advance(DAY_MS)
    await work()
    return true
  }).catch(removedMeanwhile)
  expect(await stored()).toEqual([])
  platform.clock.advance(DAY_MS)
  await work()
  expect(await rowsLeft()).toMatchObject({ files: 0, tasks: 0 })
})

test('an upload whose place is cleared just before its copy gets there leaves no bytes', async () => {
  await upload()
  const { storage } = platform
  const late: Platform['storage'] = {
    ...storage,
    async copy(from, to) {
      await storage.copy(from, `${to}-late`)
      platform.clock.advance(DAY_MS)
      // The removal and a second scan of the same upload run beside each other.
      await work().catch(removedMeanwhile)
      await storage.copy(`${to}-late`, to)
      await storage.remove(`${to}-late`)
    },
  }
  await workOnFiles({ ...platform, storage: late }, desk.tenant.live.tenantId)
  expect(await stored()).toEqual([])
  expect(await rowsLeft()).toMatchObject({ files: 0 })
})

test('an upload has 1 byte to 15 MiB, and counts with all files of its message', async () => {
  expect(await send('')).toMatchObject(refusal(422, 'validation_failed', 'file', 'empty'))
  expect(await send(new Uint8Array(15 * MIB + 1))).toMatchObject(
    refusal(413, 'payload_too_large', 'file', 'too_large'),
  )
  expect(await stored()).toEqual([])
  const ids = [await upload('a'), await upload('b')]
  const ticket = await openTicket()
  const setSize = (size: number) =>
    platform.query('update help_attachments set size_bytes = $1 where id = any($2)', [size, ids])
  await setSize(8 * MIB)
  expect(await reply(ticket, ids)).toMatchObject(
    refusal(422, 'validation_failed', 'upload_ids', 'too_large'),
  )
  await setSize(1)
  const shared = Array.from({ length: 19 }, (_, i) => i + 1)
  const { tenantId, adminId } = desk.tenant.live
  await platform.query(
    `insert into files (tenant_id, id, area_id, uploader_id, title, description, original_name,
       mime_type, size_bytes, sha256, storage_key, status, created_at)
     overriding system value
     select $1, n, (select min(id) from file_areas where tenant_id = $1), $2, 'x', '', 'x',
       'text/plain', 1, 'x', 'files/' || $1::bigint || '/' || n, 'approved', now()
     from generate_series(1, 19) n`,
    [tenantId, adminId],
  )
  expect(await reply(ticket, ids, { attachment_ids: shared })).toMatchObject(
    refusal(422, 'validation_failed', 'upload_ids', 'too_many'),
  )
  const { status, body } = await reply(ticket, [ids[1] as number], { attachment_ids: shared })
  expect(status).toBe(201)
  expect(body.data.attachments).toHaveLength(20)
})

test('an upload that is sent again under its key is one, with one file', async () => {
  const headers = { 'idempotency-key': 'upload-1' }
  const [one, other] = [await send('x', key, headers), await send('x', key, headers)]
  expect(other.body.data).toEqual(one.body.data)
  expect(await stored()).toEqual(['quarantine'])
  const narrow = await desk.tenant.key({ scopes: ['helpdesk:read', 'files:write'] })
  expect(await send('x', narrow)).toMatchObject(refusal(403, 'insufficient_scope'))
})
