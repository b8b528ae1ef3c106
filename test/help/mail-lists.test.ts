import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Post } from '../../packages/domain/src/kit/index.ts'
import { unboundMailPurge } from '../../packages/domain/src/help/mail/unbound-purge.ts'
import { outgoingMailPurge } from '../../packages/domain/src/help/mail/outgoing-purge.ts'
import { doChore } from '../../packages/domain/src/platform/index.ts'
import { keepingPost } from '../support/fake/post.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { anyMail, openMailDesk, took, type MailDesk } from '../support/mail/mail-desk.ts'
import { sendMails } from '../support/mail/sending.ts'
import { findDrift } from '../world/recount.ts'

/** The mails of a desk as the console lists them: those that are sent, and those that came. */

const DAY_MS = 24 * 60 * 60 * 1000

let platform: Platform
let desk: MailDesk
let session: string
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openMailDesk(platform)
  session = await desk.tenant.session()
})

const at = (path: string, body?: object, key = session) =>
  platform.call(`/api/admin/help${path}`, {
    ...{ key, host: desk.tenant.url },
    ...(body && { method: 'POST', body }),
  })
const live = () => desk.tenant.live.tenantId
const send = (post: Post) => sendMails(platform, live(), post)
const reply = () => desk.write('/tickets/HD-000001/reply', { body: 'Try again.' })

/** A post whose server refuses for good. */
const refusing: Post = {
  send: async () => {
    throw Object.assign(new Error('550 5.1.1 no such mailbox'), { isFinal: true as const })
  },
}

/** The mails that the filters find, all of which the total counts. */
async function listed(list: 'outgoing' | 'inbound', query = ''): Promise<Json[]> {
  const { body } = await at(`/${list}-emails?limit=100&${query}`)
  expect(body.total_count).toBe(body.data.length)
  expect(await findDrift(platform, live())).toEqual([])
  return body.data
}
const statuses = async () => (await listed('outgoing')).map(({ status }) => status)
const retry = (id: number) => at(`/outgoing-emails/${id}/retry`, {})
const cancel = (id: number) => at(`/outgoing-emails/${id}/cancel`, {})

test('a mail is listed from its writing on, by what became of it, its ticket and its recipient', async () => {
  await took(desk, anyMail())
  expect(await statuses()).toEqual(['pending'])
  await send(keepingPost())
  await reply()
  await send(refusing)
  await took(desk, anyMail({ from: 'Eve <Eve@example.com>' }))
  expect(await statuses()).toEqual(['pending', 'failed', 'sent'])
  const [first] = await listed('outgoing', 'status=failed')
  const { id } = await desk.read('/tickets/HD-000001')
  expect(first).toMatchObject({
    ...{ kind: 'reply', status: 'failed', attempts: 1, error: '550 5.1.1 no such mailbox' },
    ...{ to: { email: 'ann@example.com' }, ticket: { id, reference: 'HD-000001' }, sent_at: null },
  })
  expect(Object.keys(first)).not.toContain('text')
  expect(await listed('outgoing', `ticket_id=${id}`)).toHaveLength(2)
  expect(await listed('outgoing', 'recipient=EVE%40example.com')).toHaveLength(1)
  expect(
    await listed('outgoing', `status=sent&ticket_id=${id}&recipient=ann%40example.com`),
  ).toEqual([expect.objectContaining({ kind: 'confirmation', sent_at: expect.any(String) })])
  expect(await at('/outgoing-emails?status=lost')).toMatchObject(
    refusal(400, 'invalid_request', 'status'),
  )
})

test('a failed mail is sent once more, and once only, by however many at once', async () => {
  await took(desk, anyMail())
  await send(refusing)
  const [{ id }] = await listed('outgoing')
  const answers = await Promise.all(Array.from({ length: 5 }, () => retry(id)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409])
  expect(answers.find(({ status }) => status === 200)?.body.data).toMatchObject({
    ...{ status: 'pending', attempts: 0, error: null },
  })
  expect(await statuses()).toEqual(['pending'])
  const post = keepingPost()
  expect(await send(post)).toEqual([])
  const whole = (await at(`/outgoing-emails/${id}`)).body.data
  expect(post.sent.map(({ messageId }) => messageId)).toEqual([whole.message_id])
  expect(whole).toMatchObject({ status: 'sent', attempts: 1, text: expect.stringContaining('Ann') })
  expect(await retry(id)).toMatchObject(refusal(409, 'conflict'))
  expect(await statuses()).toEqual(['sent'])
})

test('a mail that waits is cancelled and never leaves; one that has left cannot be', async () => {
  await took(desk, anyMail())
  const [{ id }] = await listed('outgoing')
  expect((await cancel(id)).body.data).toMatchObject({ id, status: 'cancelled' })
  expect((await cancel(id)).status).toBe(200)
  const post = keepingPost()
  expect(await send(post)).toEqual([])
  expect(post.sent).toEqual([])
  expect(await retry(id)).toMatchObject(refusal(409, 'conflict'))
  await reply()
  await send(post)
  const [sent] = await listed('outgoing', 'status=sent')
  expect(await cancel(sent.id)).toMatchObject(refusal(409, 'conflict'))
  expect(await statuses()).toEqual(['sent', 'cancelled'])
})

test('a mail that is being sent waits, and is not cancelled', async () => {
  await took(desk, anyMail())
  const [{ id }] = await listed('outgoing')
  let answer: Json
  await send({ send: async () => void (answer = await cancel(id)) })
  expect(answer).toMatchObject(refusal(409, 'conflict'))
  expect(await statuses()).toEqual(['sent'])
})

test('a mail that its reader has turned off meanwhile is not sent once more', async () => {
  await took(desk, anyMail())
  await send(refusing)
  const [{ id }] = await listed('outgoing')
  const pref = { scope: 'tenant_default', scope_id: 0, event_key: 'ticket.created' }
  await desk.write('/notification-prefs', { ...pref, channel: 'email', enabled: false })
  expect(await retry(id)).toMatchObject(refusal(409, 'conflict'))
  await desk.write('/notification-prefs', { ...pref, channel: 'email', enabled: true })
  expect((await retry(id)).status).toBe(200)
})

test('a mail that came back is told as that, also where the report comes twice', async () => {
  await took(desk, anyMail())
  await send(keepingPost())
  const [{ id }] = await listed('outgoing')
  const { message_id } = (await at(`/outgoing-emails/${id}`)).body.data
  for (let i = 0; i < 2; i += 1)
    await took(desk, reportAbout(message_id, `<report-${i}@example.com>`))
  expect(await listed('outgoing', 'status=bounced')).toMatchObject([{ id, bounce_status: '5.1.1' }])
  expect(await retry(id)).toMatchObject(refusal(409, 'conflict'))
})

const reportAbout = (messageId: string, id: string) =>
  [
    ...['From: MAILER-DAEMON@example.com', 'To: support@acme.example.com', 'Return-Path: <>'],
    ...[`Message-ID: ${id}`, 'Subject: Undelivered Mail', 'MIME-Version: 1.0'],
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
    ...['', '--b', 'Content-Type: text/plain', '', 'No such user.', ''],
    ...['--b', 'Content-Type: message/delivery-status', ''],
    ...['Reporting-MTA: dns; example.com', '', 'Final-Recipient: rfc822; ann@example.com'],
    ...['Action: failed', 'Status: 5.1.1', '', '--b', 'Content-Type: message/rfc822', ''],
    ...[`Message-ID: <${messageId}>`, 'Subject: x', '', 'x', '--b--', ''],
  ].join('\r\n')

test('purges take what they remove from the totals, and a shed text is told as none', async () => {
  await took(desk, anyMail())
  await send(refusing)
  const agent = { user_id: desk.tenant.live.adminId, queue_ids: [] }
  expect((await desk.write('/agents', agent)).status).toBe(201)
  await send(keepingPost())
  await took(desk, anyMail({ headers: { 'Return-Path': '<>' } }))
  expect(await listed('inbound', 'action=ignored')).toHaveLength(1)
  platform.clock.advance(91 * DAY_MS)
  for (const purge of [outgoingMailPurge, unboundMailPurge])
    await doChore(platform.db, live(), purge, platform.clock.now())
  expect(await listed('inbound')).toHaveLength(1)
  const [{ id, status }] = await listed('outgoing', 'recipient=ann%40example.com')
  expect(status).toBe('failed')
  expect((await at(`/outgoing-emails/${id}`)).body.data.text).toBeNull()
  expect(await retry(id)).toMatchObject(refusal(409, 'conflict'))
})

test('the link of a survey is told to nobody but its recipient', async () => {
  await desk.tenant.setIni('[help]\nsurvey_hours = 0\n')
  await took(desk, anyMail())
  await desk.write('/tickets/HD-000001/status', { status: 'resolved' })
  const post = keepingPost()
  platform.clock.advance(60_000)
  await send(post)
  expect(post.sent.map(({ text }) => text).join()).toContain('/rating?')
  const mails = await listed('outgoing')
  const survey = mails.find(({ kind }) => kind === 'survey')
  expect((await at(`/outgoing-emails/${survey.id}`)).text).not.toContain('/rating?')
})

test('every mail that came is listed once, with what became of it', async () => {
  const mail = anyMail({ subject: 'Broken' })
  await took(desk, mail)
  await took(desk, mail)
  await took(desk, anyMail({ subject: 'Re: [HD-000001] Broken' }))
  await took(desk, anyMail({ headers: { 'Return-Path': '<>' } }))
  const { id: account_id } = (await desk.read('/email-accounts'))[0]
  const { id } = await desk.read('/tickets/HD-000001')
  const ticket = { id, reference: 'HD-000001' }
  const all = await listed('inbound')
  expect(all).toMatchObject([
    { account_id, action: 'ignored', ticket: null, ticket_message_id: null },
    { action: 'appended', ticket, unanswered: 'reply', is_third_party: false },
    { action: 'created', ticket, kind: 'person', sender: { email: 'ann@example.com' } },
  ])
  for (const { action } of all) {
    expect(await listed('inbound', `action=${action}`)).toHaveLength(1)
    expect(await listed('inbound', `action=${action}&account_id=${account_id}`)).toHaveLength(1)
  }
  expect(await listed('inbound', `account_id=${account_id}`)).toHaveLength(3)
  expect(await listed('inbound', 'account_id=999999')).toEqual([])
})

test('both audit logs tell what administrators do to mails', async () => {
  await took(desk, anyMail())
  await send(refusing)
  const [{ id }] = await listed('outgoing')
  await retry(id)
  await retry(id)
  await cancel(id)
  const log = await platform.call('/api/admin/audit-log?target_kind=outgoing_email', {
    ...{ key: session, host: desk.tenant.url },
  })
  const told = [
    { before: { status: 'pending' }, after: { status: 'cancelled' } },
    { before: { status: 'failed' }, after: { status: 'pending' } },
  ]
  expect(log.body.data).toMatchObject(
    ['cancelled', 'retried'].map((done, i) => ({ action: `outgoing_email.${done}`, ...told[i] })),
  )
  const ofDesk = await desk.read('/audit?event_key=outgoing_email.retried')
  expect(ofDesk).toMatchObject([{ target: { kind: 'outgoing_email', id }, actor_kind: 'agent' }])
})

test('the mails are for administrators of their own tenant', async () => {
  await took(desk, anyMail())
  const [{ id }] = await listed('outgoing')
  const other = await openMailDesk(platform)
  const stranger = await other.tenant.session()
  const from = (path: string, body?: object) =>
    platform.call(`/api/admin/help${path}`, {
      ...{ key: stranger, host: other.tenant.url },
      ...(body && { method: 'POST', body }),
    })
  expect((await from('/outgoing-emails')).body.data).toEqual([])
  for (const [path, body] of [
    ['', undefined],
    ['/retry', {}],
    ['/cancel', {}],
  ] as const)
    expect((await from(`/outgoing-emails/${id}${path}`, body)).status).toBe(404)
  expect((await at('/outgoing-emails', undefined, await desk.tenant.key())).status).toBe(401)
})
