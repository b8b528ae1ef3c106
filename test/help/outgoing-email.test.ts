import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { Post } from '../../packages/domain/src/kit/index.ts'
import type { RunningPost } from '../../packages/worker/src/post.ts'
import type { MailServer } from '../support/fake/mail-server.ts'
import type { Json, Platform } from '../support/http/platform.ts'
import { hasCases, namedCase } from '../support/help-cases.ts'
import { anyMail, openMailDesk, took, type MailDesk } from '../support/mail/mail-desk.ts'
import { openMailRoom, type MailRoom } from '../support/mail/mail-room.ts'
import { sendMails } from '../support/mail/sending.ts'

let room: MailRoom
let platform: Platform
let server: MailServer
let post: RunningPost
let desk: MailDesk
beforeAll(async () => {
  room = await openMailRoom()
  ;({ platform, server, post } = room)
})
afterAll(() => room.close())
beforeEach(async () => {
  desk = await openMailDesk(platform)
  server.received.length = 0
  server.refusal = undefined
})

const send = (at: Post = post) => sendMails(platform, desk.tenant.live.tenantId, at)
const reply = async (reference: string, body = 'Try again.') =>
  (await desk.write(`/tickets/${reference}/reply`, { body, status: 'pending' })).body.data as Json
const rows = async (columns: string) =>
  (
    await platform.query(
      `select ${columns} from help_outgoing_mails where tenant_id = $1 order by id`,
      [desk.tenant.live.tenantId],
    )
  ).rows

const GREETING = {
  ...{ from: 'Ana <ana@example.com>', subject: 'Grüße', message_id: '<f03@example.com>' },
  ...{ in_reply_to: '<f01@example.com>', references: '<f00@example.com> <f01@example.com>' },
}

test('a confirmation is automatic, an agent’s reply a person’s, and both lead back to the mail', async () => {
  const { reference } = await took(desk, anyMail(GREETING))
  await reply(reference)
  expect(await send()).toEqual([])
  const [confirmation, answer] = [...server.received].sort((a, b) => a.from.length - b.from.length)
  const common = { to: ['ana@example.com'] }
  expect([confirmation, answer]).toMatchObject([
    { ...common, from: '' },
    { ...common, from: 'support@acme.example.com' },
  ])
  const headers = ['Auto-Submitted', 'Precedence', 'In-Reply-To', 'References', 'Bcc']
  expect(headers.map((name) => confirmation?.header(name))).toEqual([
    ...['auto-replied', undefined, '<f03@example.com>'],
    ...['<f00@example.com> <f01@example.com> <f03@example.com>', undefined],
  ])
  expect(headers.map((name) => answer?.header(name))).toEqual([
    ...[undefined, undefined, '<f03@example.com>'],
    ...['<f00@example.com> <f01@example.com> <f03@example.com>', undefined],
  ])
  for (const each of server.received) expect(each.header('Subject')).toMatch(/HD-000001|=\?/)
})

test('an answer to what a mail server received lands on the same ticket, as raw mail', async () => {
  await took(desk, anyMail())
  await reply('HD-000001')
  await send()
  for (const { header } of server.received) {
    const raw = [
      ...['From: Ann <ann@example.com>', 'To: support@acme.example.com', 'Subject: no reference'],
      ...[
        `Message-ID: <back-${header('Message-ID')?.slice(1)}`,
        `In-Reply-To: ${header('Message-ID')}`,
      ],
      ...['', 'It works now.', ''],
    ]
    expect(await took(desk, raw.join('\r\n'))).toMatchObject({
      ...{ action: 'appended', reference: 'HD-000001' },
    })
  }
  expect((await desk.read('/tickets/HD-000001')).status).toBe('open')
})

const ofCases = hasCases ? test : test.skip
ofCases(
  'mail-15: replies have Message-IDs of their own, each of which leads to the first mail',
  async () => {
    const words = namedCase('mail-15').setup.split(' ')[0] as string
    const count = ['one', 'two', 'three', 'four', 'five'].indexOf(words) + 1
    expect(count).toBeGreaterThan(1)
    await took(desk, anyMail({ message_id: '<first@example.com>' }))
    for (let i = 0; i < count; i += 1) await reply('HD-000001', `Reply ${i}`)
    await send()
    const ids = server.received.map(({ header }) => header('Message-ID'))
    // And the confirmation.
    expect(new Set(ids).size).toBe(count + 1)
    for (const { header } of server.received) {
      expect(header('In-Reply-To')).toBe('<first@example.com>')
      expect(header('References')).toBe('<first@example.com>')
    }
  },
)

test('line breaks that hid in a mail reach no header', async () => {
  await took(
    desk,
    anyMail({
      from: '=?utf-8?q?Ana=0D=0ABcc:_spy@example.org?= <ana2@example.com>',
      subject: '=?UTF-8?Q?Hello=0D=0ABcc:_spy@example.org?=',
    }),
  )
  await reply('HD-000001')
  await send()
  for (const { to, header } of server.received) {
    expect(to).toEqual(['ana2@example.com'])
    expect(header('Bcc')).toBeUndefined()
    expect(header('Subject')).toBe('Re: [HD-000001] Hello Bcc: spy@example.org')
  }
  expect(server.received).toHaveLength(2)
})

test('no robot, list or address that nobody reads gets a confirmation, nor who wants none', async () => {
  await took(desk, anyMail({ headers: { 'List-Id': '<l.example.org>' } }))
  await took(desk, anyMail({ from: 'no-reply@shop.example.org' }))
  await took(desk, anyMail({ headers: { 'X-Auto-Response-Suppress': 'All' } }))
  await took(desk, anyMail({ headers: { 'Return-Path': '<>' } }))
  const pref = { scope: 'tenant_default', scope_id: 0, event_key: 'ticket.created' }
  await desk.write('/notification-prefs', { ...pref, channel: 'email', enabled: false })
  await took(desk, anyMail())
  expect(await send()).toEqual([])
  expect(server.received).toEqual([])
})

test('twelve mails of a loop get five confirmations', async () => {
  for (let i = 0; i < 12; i += 1) await took(desk, anyMail({ from: 'desk@example.org' }))
  await send()
  expect(server.received).toHaveLength(5)
})

test('a mail that the server never takes has failed; one that it does not take now is tried again', async () => {
  await took(desk, anyMail({ headers: { 'List-Id': '<l.example.org>' } }))
  server.refusal = 550
  const { id } = await reply('HD-000001')
  expect(await send()).toEqual([])
  const delivery = async () =>
    (await desk.thread('HD-000001')).find((each) => each.id === id)?.delivery
  expect(await delivery()).toMatchObject({ status: 'failed', sent_at: null })
  server.refusal = 451
  await reply('HD-000001')
  expect(await send()).toHaveLength(1)
  expect(await rows('status, attempts')).toEqual([
    { status: 'failed', attempts: 1 },
    { status: 'pending', attempts: 1 },
  ])
  server.refusal = undefined
  platform.clock.advance(60_000)
  await send()
  expect(await rows('status, attempts, resent')).toMatchObject([
    { status: 'failed' },
    { status: 'sent', attempts: 2, resent: 0 },
  ])
})

test('a mail that a worker left half-way is sent once more under its Message-ID, and counted', async () => {
  await took(desk, anyMail({ headers: { 'List-Id': '<l.example.org>' } }))
  await reply('HD-000001')
  // A worker has taken it in hand and ended.
  await platform.query(`update help_outgoing_mails set status = 'sending' where tenant_id = $1`, [
    desk.tenant.live.tenantId,
  ])
  expect(await send()).toEqual([])
  expect(await rows('status, resent')).toEqual([{ status: 'sent', resent: 1 }])
  await send()
  expect(server.received).toHaveLength(1)
})

test('a database that is away while a mail leaves doubles none: the worker waits for it', async () => {
  await took(desk, anyMail({ headers: { 'List-Id': '<l.example.org>' } }))
  await reply('HD-000001')
  const { rows: found } = await platform.query('select current_database() as name')
  const admit = (most: number) =>
    platform.query(`alter database "${found[0].name}" connection limit ${most}`)
  const away = {
    async send(letter: Parameters<typeof post.send>[0]) {
      await post.send(letter)
      // Only this database is away: the login is that of every test's.
      await admit(0)
      await platform.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename = $1`,
        [new URL(platform.databaseUrl).username],
      )
      setTimeout(() => void admit(-1), 400)
    },
  }
  expect(await send(away)).toEqual([])
  expect(await rows('status, attempts, resent')).toEqual([
    { status: 'sent', attempts: 1, resent: 0 },
  ])
  await send()
  expect(server.received).toHaveLength(1)
})

test('a mail that has come back before its sending was written down stays so', async () => {
  await took(desk, anyMail({ headers: { 'List-Id': '<l.example.org>' } }))
  await reply('HD-000001')
  const quick = {
    async send() {
      await platform.query(
        `update help_outgoing_mails set status = 'bounced' where tenant_id = $1`,
        [desk.tenant.live.tenantId],
      )
    },
  }
  expect(await send(quick)).toEqual([])
  expect(await rows('status')).toEqual([{ status: 'bounced' }])
})

test('a mail that came back is told on the message that it carried', async () => {
  await took(desk, anyMail())
  const { id } = await reply('HD-000001')
  await send()
  const ours = server.received.find(({ from }) => from !== '')?.header('Message-ID')
  const report = [
    ...['From: Mail System <MAILER-DAEMON@mx.example.org>', 'Message-ID: <dsn@mx.example.org>'],
    ...['Content-Type: multipart/report; report-type=delivery-status; boundary=b', '', '--b', ''],
    ...['It could not be delivered.', '--b', 'Content-Type: message/delivery-status', ''],
    ...['Reporting-MTA: dns; mx.example.org', '', 'Action: failed', 'Status: 5.1.1', '', '--b'],
    ...['Content-Type: text/rfc822-headers', '', `Message-ID: ${ours}`, '', '--b--', ''],
  ]
  expect(await took(desk, report.join('\r\n'))).toMatchObject({
    ...{ action: 'appended', reference: 'HD-000001' },
  })
  const thread = await desk.thread('HD-000001')
  expect(thread.find((each) => each.id === id)?.delivery).toMatchObject({
    ...{ status: 'bounced', bounce_status: '5.1.1' },
  })
  expect((await desk.read('/tickets/HD-000001')).status).toBe('pending')
})

test('a mail of ours that comes back through a list is known', async () => {
  await took(desk, anyMail())
  await send()
  const raw = server.received[0]?.raw as string
  expect(await took(desk, raw)).toMatchObject({ action: 'ignored', reference: 'HD-000001' })
})

test('a note, and a reply to somebody without an address or of a desk without an account, is not mailed', async () => {
  await took(desk, anyMail({ headers: { 'List-Id': '<l.example.org>' } }))
  const note = await desk.write('/tickets/HD-000001/reply', { body: 'x', internal: true })
  expect(note.body.data.delivery).toBeNull()
  const [{ id }] = await desk.read('/email-accounts')
  await desk.write(`/email-accounts/${id}/delete`, {})
  expect((await reply('HD-000001')).delivery).toBeNull()
  expect(await rows('id')).toEqual([])
})

test('development without a mail server has a mailbox, harmless as a page', async () => {
  await took(desk, anyMail({ subject: '<script>alert(1)</script>' }))
  const { status, text } = await platform.call('/dev/mailbox', { key: null, host: desk.tenant.url })
  expect(status).toBe(200)
  expect(text).toContain('HD-000001')
  expect(text).not.toContain('<script')
  const other = await platform.addTenant()
  const empty = await platform.call('/dev/mailbox', { key: null, host: other.url })
  expect(empty.text).toContain('Nothing has been sent.')
  const production = { config: { production: true } as const }
  for (const config of [production.config, { smtpUrl: 'smtp://localhost' }]) {
    const { port } = await platform.addServer(config)
    const host = desk.tenant.url.replace(/\d+$/, String(port))
    expect((await platform.call('/dev/mailbox', { key: null, host })).status).toBe(404)
  }
})
