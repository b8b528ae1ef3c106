import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { surfaces } from '../../packages/domain/src/index.ts'
import { doTasks } from '../../packages/domain/src/platform/index.ts'
import type { RunningPost } from '../../packages/worker/src/post.ts'
import { mailing } from '../support/fake/post.ts'
import type { MailServer } from '../support/fake/mail-server.ts'
import type { Json, Platform } from '../support/http/platform.ts'
import { localFetch } from '../support/http/local-fetch.ts'
import { refusal } from '../support/http/refusal.ts'
import { sendUpload } from '../support/http/share.ts'
import { openMailRoom, type MailRoom } from '../support/mail/mail-room.ts'
import { caseFile, hasCases } from '../support/help-cases.ts'
import { anyMail, openMailDesk, took, type MailDesk } from '../support/mail/mail-desk.ts'

let room: MailRoom
let platform: Platform
let server: MailServer
let post: RunningPost
let desk: MailDesk
let isClean = true
beforeAll(async () => {
  room = await openMailRoom()
  ;({ platform, server, post } = room)
})
afterAll(() => room.close())
beforeEach(async () => {
  desk = await openMailDesk(platform)
  server.received.length = 0
  isClean = true
})

/** Does what the worker does. */
async function work(): Promise<void> {
  const { db, storage, clock } = platform
  const scan = async (bytes: NodeJS.ReadableStream) => {
    bytes.resume()
    return isClean
  }
  const tools = { db, storage, scan, ...mailing(post), clock: clock.now, surfaces }
  const failures: unknown[] = []
  for (let n = 1; n > 0;)
    n = await doTasks(tools, desk.tenant.live.tenantId, 50, (error) => void failures.push(error))
  expect(failures).toEqual([])
}
const filesOf = async (reference: string): Promise<Json[]> =>
  (await desk.thread(reference)).flatMap(({ attachments }: Json) => attachments)
const fetched = async (url: string) => {
  const key = await desk.tenant.key()
  const headers = { authorization: `Bearer ${key}` }
  const answer = await localFetch(`${desk.tenant.url}${url}`, { headers })
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
async function upload(text: string, userId?: number): Promise<number> {
  const key = await desk.tenant.key(userId === undefined ? {} : { userId })
  const { status, body } = await sendUpload(desk.tenant.url, key, { bytes: text, name: 'list.txt' })
  expect(status).toBe(202)
  return body.data.id
}
const base64 = (text: string) => Buffer.from(text).toString('base64')

test('files of a mail are read once they are scanned, and kept with their message', async () => {
  const attachments = [
    { name: 'Aufträge.csv', content_type: 'text/csv', content: base64('a;b') },
    { content_type: 'image/png', content: base64('\u0089PNG'), content_id: '<logo@x>' },
  ]
  const { reference } = await took(desk, anyMail({ attachments }))
  const waiting = await filesOf(reference)
  expect(waiting.map(({ status, url }) => [status, url])).toEqual([
    ...[
      ['quarantined', null],
      ['quarantined', null],
    ],
  ])
  expect((await fetched(`/api/v1/helpdesk/attachments/${waiting[0]?.id}`)).status).toBe(404)
  await work()
  const [list, logo] = await filesOf(reference)
  expect(list).toMatchObject({
    ...{ name: 'Aufträge.csv', mime_type: 'text/csv', size_bytes: 3, content_id: null },
    status: 'approved',
  })
  expect(logo).toMatchObject({ name: 'attachment-2', content_id: 'logo@x' })
  const { status, text, headers } = await fetched(list?.url)
  expect([status, text]).toEqual([200, 'a;b'])
  expect(headers.get('content-disposition')).toContain('attachment')
  const { rows } = await platform.query(
    'select count(*)::int as n from help_attachment_bytes where tenant_id = $1',
    [desk.tenant.live.tenantId],
  )
  expect(rows).toEqual([{ n: 0 }])
  const other = await openMailDesk(platform)
  const key = await other.tenant.key()
  const call = { key, host: other.tenant.url }
  expect((await platform.call(list?.url, call)).status).toBe(404)
})

test('a file that the scan rejects is told and never read', async () => {
  isClean = false
  const attachments = [{ name: 'a.txt', content: base64('bad') }]
  const { reference } = await took(desk, anyMail({ attachments }))
  await work()
  const [file] = await filesOf(reference)
  expect(file).toMatchObject({ status: 'rejected', url: null })
  expect((await fetched(`/api/v1/helpdesk/attachments/${file?.id}`)).status).toBe(404)
})

test('files of the wrong form are refused by their place; a mail that comes again adds none', async () => {
  const wrong = anyMail({ attachments: [{ name: 'a', content: base64('a') }, { content: '%%' }] })
  const { status, body } = await desk.post(wrong)
  expect({ status, body }).toMatchObject(
    refusal(422, 'validation_failed', 'attachments[1].content', 'base64'),
  )
  const mail = anyMail({ attachments: [{ name: 'a', content: base64('a') }] })
  const { reference } = await took(desk, mail)
  await took(desk, mail)
  expect(await filesOf(reference)).toHaveLength(1)
})

test('a reply copies shared files, which stay with it when they are deleted', async () => {
  const id = await upload('one; two')
  await work()
  const asked = { subject: 'x', body: 'x', attachment_ids: [id] }
  const { body } = await desk.write('/tickets', asked)
  const { reference } = body.data
  await work()
  const key = await desk.tenant.key()
  const call = { key, host: desk.tenant.url, method: 'POST', body: {} }
  expect((await platform.call(`/api/v1/files/${id}/delete`, call)).status).toBe(200)
  platform.clock.advance(31 * 24 * 60 * 60 * 1000)
  await work()
  const [file] = await filesOf(reference)
  expect(file).toMatchObject({ name: 'list.txt', status: 'approved' })
  expect((await fetched(file?.url)).text).toBe('one; two')
  expect(
    await desk.write(`/tickets/${reference}/reply`, { body: 'x', attachment_ids: [id] }),
  ).toMatchObject(refusal(422, 'validation_failed', 'attachment_ids[0]', 'not_found'))
})

test('only shared files and one’s own are attached, of 15 MiB together', async () => {
  const { body } = await desk.write('/tickets', { subject: 'x', body: 'x' })
  const path = `/tickets/${body.data.id}/reply`
  const reply = (ids: number[]) => desk.write(path, { body: 'x', attachment_ids: ids })
  const created = await platform.call('/api/v1/users', {
    ...{ key: await desk.tenant.key(), host: desk.tenant.url },
    body: { username: 'zoe', email: 'zoe@example.net', display_name: 'Zoe' },
  })
  const theirs = await upload('of another', created.body.data.id)
  const own = await upload('of mine')
  expect(await reply([own, theirs])).toMatchObject(
    refusal(422, 'validation_failed', 'attachment_ids[1]', 'not_found'),
  )
  expect((await reply([own, own])).body.data.attachments).toHaveLength(1)
  await platform.query('update files set size_bytes = 15 * 1024 * 1024 where id = $1', [own])
  await work()
  expect(await reply([own, theirs])).toMatchObject(
    refusal(422, 'validation_failed', 'attachment_ids', 'too_large'),
  )
})

test('the mail of an agent’s reply waits for its files, and carries them; a note’s go nowhere', async () => {
  await took(desk, anyMail({ headers: { 'List-Id': '<l.example.org>' } }))
  const id = await upload('Grüße; zwei')
  const note = { body: 'x', internal: true, attachment_ids: [id] }
  await desk.write('/tickets/HD-000001/reply', note)
  await desk.write('/tickets/HD-000001/reply', { body: 'Here.', attachment_ids: [id] })
  for (let turn = 0; turn < 4; turn += 1) {
    await work()
    platform.clock.advance(10_000)
  }
  expect(server.received).toHaveLength(1)
  const { raw } = server.received[0] as { raw: string }
  expect(raw).toContain('filename=list.txt')
  expect(raw).toContain(base64('Grüße; zwei'))
})

test('HTML of a mail is safe, its own pictures are ours, and remote ones come when they are asked for', async () => {
  const html =
    '<p onclick="x()">Hi<script>y()</script><img src="cid:logo@x">' +
    '<img src="https://pixel.example.org/1.png"><a href="javascript:z()">go</a></p>'
  const attachments = [{ content: base64('PNG'), content_id: 'logo@x' }]
  const { reference } = await took(desk, anyMail({ html, text: null, attachments }))
  await work()
  const [{ id, attachments: files }] = (await desk.thread(reference)) as [Json]
  const at = `/tickets/${reference}/messages/${id}/html`
  const shown = await desk.read(at)
  expect(shown.has_remote_images).toBe(true)
  expect(shown.html).toContain(`src="${files[0].url}"`)
  expect(shown.html).not.toMatch(/onclick|script|cid:|pixel/)
  expect((await desk.read(`${at}?remote_images=true`)).html).toContain('pixel.example.org/1.png')
  const reply = await desk.write(`/tickets/${reference}/reply`, { body: 'x' })
  const call = { key: await desk.tenant.key(), host: desk.tenant.url }
  const none = `/api/v1/helpdesk/tickets/${reference}/messages/${reply.body.data.id}/html`
  expect((await platform.call(none, call)).status).toBe(404)
  const other = await took(desk, anyMail())
  const elsewhere = `/api/v1/help/tickets/${other.reference}/messages/${id}/html`
  expect((await platform.call(elsewhere, call)).status).toBe(404)
})

const sourceOf = async (reference: string, path = `/tickets/${reference}`) => {
  const [{ id }] = (await desk.thread(reference)) as [Json]
  return `/api/v1/helpdesk${path}/messages/${id}/source`
}
const read = async (url: string) =>
  platform.call(url, { key: await desk.tenant.key(), host: desk.tenant.url })
const unreadable = (code: string) => refusal(404, 'not_found', 'message_id', code)

test('the source of a message is its mail byte for byte, for agents of its own desk alone', async () => {
  const head = 'From: ann@example.com\nMessage-ID: <odd@example.com>\r\nSubject: odd\r\n\r\n'
  const mail = Buffer.concat([Buffer.from(head), Buffer.from([0xfc, 0x00, 0x0a, 0xff, 0x0d])])
  const { reference } = await took(desk, mail)
  const url = await sourceOf(reference)
  expect(await read(url)).toMatchObject(unreadable('quarantined'))
  await work()
  const headers = { authorization: `Bearer ${await desk.tenant.key()}` }
  const answer = await localFetch(desk.tenant.url + url, { headers })
  expect(answer.status).toBe(200)
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(mail)
  const [type, kind, name] = ['content-type', 'x-content-type-options', 'content-disposition'].map(
    (each) => answer.headers.get(each),
  )
  expect([type, kind]).toEqual(['message/rfc822', 'nosniff'])
  expect(name).toMatch(/^attachment; filename=HD-000001-\d+\.eml$/)
  const part = { ...headers, range: 'bytes=0-4' }
  const some = await localFetch(desk.tenant.url + url, { headers: part })
  expect([some.status, await some.text()]).toEqual([206, 'From:'])
  const { rows } = await platform.query(
    'select status, bytes, size_bytes::int as size from help_message_sources where tenant_id = $1',
    [desk.tenant.live.tenantId],
  )
  expect(rows).toEqual([{ status: 'approved', bytes: null, size: mail.length }])
  const next = await took(desk, anyMail())
  expect(await read(await sourceOf(reference, `/tickets/${next.reference}`))).toMatchObject(
    refusal(404, 'not_found'),
  )
  const scopes = ['files:read', 'posts:read']
  const [narrow, other] = [await desk.tenant.key({ scopes }), await openMailDesk(platform)]
  const of = (key: string, host = desk.tenant.url) => platform.call(url, { key, host })
  expect(await of(narrow)).toMatchObject(refusal(403, 'insufficient_scope'))
  expect(await of(await other.tenant.key(), other.tenant.url)).toMatchObject(
    refusal(404, 'not_found'),
  )
})

test('a message that came in parts has no source, nor has one whose mail the scan rejects', async () => {
  const inParts = await took(desk, anyMail())
  expect(await read(await sourceOf(inParts.reference))).toMatchObject(unreadable('no_source'))
  isClean = false
  const raw = await took(desk, 'From: ann@example.com\r\nMessage-ID: <bad@example.com>\r\n\r\nx')
  await work()
  expect(await read(await sourceOf(raw.reference))).toMatchObject(unreadable('rejected'))
})

const cases = hasCases ? test : test.skip

cases('a04, a08, a09: the files of raw mail have their names, types and bytes', async () => {
  const files: Record<string, unknown> = {}
  for (const name of ['a04', 'a08', 'a09']) {
    const { reference } = await took(desk, caseFile(name))
    await work()
    const found = await filesOf(reference)
    files[name] = await Promise.all(
      found.map(async ({ name: called, size_bytes, url }) => {
        const { status, text } = await fetched(url)
        return [called, size_bytes, status, text.trim()]
      }),
    )
  }
  expect(files).toEqual({
    a04: [['Aufträge 50% (Mrz).csv', 4, 200, 'a;b']],
    a08: [['smime.p7m', 45, 200, expect.any(String)]],
    a09: [['shot.png', expect.any(Number), 200, expect.stringContaining('PNG')]],
  })
})

cases(
  'a09: a picture of the mail is shown in place, and the tracker when it is asked for',
  async () => {
    const { reference } = await took(desk, caseFile('a09'))
    await work()
    const [{ id, attachments }] = (await desk.thread(reference)) as [Json]
    expect(attachments).toHaveLength(1)
    const at = `/tickets/${reference}/messages/${id}/html`
    const [shown, asked] = [await desk.read(at), await desk.read(`${at}?remote_images=true`)]
    const html = expect.stringContaining(`see <img src="${attachments[0].url}" />`)
    expect(shown).toEqual({ html, has_remote_images: true })
    expect(shown.html).not.toMatch(/cid:|onerror|javascript:|pixel\.example\.org/)
    expect(asked.html).toContain('src="https://pixel.example.org/o.gif?id=1"')
    expect(asked.html).not.toMatch(/cid:|onerror|javascript:/)
    const { rows } = await platform.query(
      'select html from help_inbound_mails where tenant_id = $1 and ticket_message_id = $2',
      [desk.tenant.live.tenantId, id],
    )
    expect(rows).toEqual([{ html: expect.stringContaining('src="cid:shot@1" onerror="alert(1)"') }])
  },
)
