import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { slaClock } from '../../packages/domain/src/help/sla/clock.ts'
import { doChore } from '../../packages/domain/src/platform/index.ts'
import { originsOf } from '../../packages/worker/src/origins.ts'
import type { RunningPost } from '../../packages/worker/src/post.ts'
import type { MailServer } from '../support/fake/mail-server.ts'
import { localFetch } from '../support/http/local-fetch.ts'
import type { Json, Platform } from '../support/http/platform.ts'
import { readCase, hasCases, stepsOf } from '../support/help-cases.ts'
import { anyMail, openMailDesk, took, type MailDesk } from '../support/mail/mail-desk.ts'
import { openMailRoom, type MailRoom } from '../support/mail/mail-room.ts'
import { sendMails } from '../support/mail/sending.ts'

let room: MailRoom
let platform: Platform
let server: MailServer
let post: RunningPost
let desk: MailDesk
let bo: Agent
let cy: Agent
beforeAll(async () => {
  room = await openMailRoom()
  ;({ platform, server, post } = room)
})
afterAll(() => room.close())
beforeEach(async () => {
  desk = await openMailDesk(platform)
  ;[bo, cy] = [await agent('boris'), await agent('cyril')]
  server.received.length = 0
})

interface Agent {
  readonly id: number
  /** Calls the help desk as the agent. */
  write(path: string, body: object): Promise<Json>
}

/** An agent on the first queue. */
async function agent(username: string): Promise<Agent> {
  const { tenant } = desk
  const host = tenant.url
  const call = (path: string, body: object, key: string) =>
    platform.call(`/api/v1${path}`, { key, host, method: 'POST', body })
  const everything = await tenant.key()
  const user = { username, email: `${username}@acme.example.com` }
  const userId: number = (await call('/users', user, everything)).body.data.id
  const [queue] = await desk.read('/queues')
  const asked = { user_id: userId, queue_ids: [queue.id] }
  const made = await call('/helpdesk/agents', asked, everything)
  expect(made.status).toBe(201)
  const own = await tenant.key({ userId })
  return {
    id: made.body.data.id,
    async write(path, body) {
      const { status, body: answer } = await call(`/helpdesk${path}`, body, own)
      expect({ error: answer.error, ok: status < 300 }).toEqual({ error: undefined, ok: true })
      return answer.data
    },
  }
}

const FROM_ANN = { subject: 'No paper', body: 'It is empty.' }
const ANN = { name: 'Ann', email: 'ann@example.com' }
const open = (by: Agent, more: object = {}): Promise<Json> =>
  by.write('/tickets', { ...FROM_ANN, requester: ANN, ...more })

/** Sends what is to be sent; answers whom agents' mails reached and of what they tell, in order. */
async function told(): Promise<string[]> {
  expect(await sendMails(platform, desk.tenant.live.tenantId, post)).toEqual([])
  const mails = server.received.filter(
    ({ header }) => header('Auto-Submitted') === 'auto-generated',
  )
  server.received.length = 0
  return mails
    .map(({ to, header }) => `${to[0]?.split('@')[0]} ${header('Subject')?.split(': ')[0]}`)
    .sort()
}
const turn = (scope: string, scope_id: number, event_key: string, enabled: boolean) =>
  desk.write('/notification-prefs', { scope, scope_id, event_key, channel: 'email', enabled })

test('a new ticket that nobody has is told to the agents of its queue, but not to who opened it', async () => {
  await open(bo)
  expect(await told()).toEqual(['cyril [HD-000001] New ticket in Support'])
  await took(desk, anyMail())
  expect(await told()).toEqual(
    ['boris', 'cyril'].map((name) => `${name} [HD-000002] New ticket in Support`),
  )
})

test('a ticket is told to who gets it, unless they took it, or it is another’s by now', async () => {
  const { id } = await open(bo)
  await told()
  await bo.write(`/tickets/${id}`, { assignee_id: bo.id })
  expect(await told()).toEqual([])
  await bo.write(`/tickets/${id}`, { assignee_id: cy.id })
  expect(await told()).toEqual(['cyril [HD-000001] Assigned to you'])
  await cy.write(`/tickets/${id}`, { assignee_id: null })
  await cy.write(`/tickets/${id}`, { assignee_id: bo.id })
  await cy.write(`/tickets/${id}`, { assignee_id: cy.id })
  expect(await told()).toEqual([])
})

test('a ticket with an agent tells its agent alone of replies and of its status; notes are told to nobody', async () => {
  await took(desk, anyMail({ from: 'Ann <ann@example.com>', message_id: '<n1@example.com>' }))
  const ticket = '/tickets/HD-000001'
  await cy.write(ticket, { assignee_id: bo.id })
  await told()
  await bo.write(`${ticket}/reply`, { body: 'Which printer?', status: 'pending' })
  await bo.write(`${ticket}/reply`, { body: 'A note', internal: true })
  await cy.write(`${ticket}/reply`, { body: 'Another note', internal: true })
  expect(await told()).toEqual([])
  await took(desk, anyMail({ in_reply_to: '<n1@example.com>', text: 'The one upstairs.' }))
  await sendMails(platform, desk.tenant.live.tenantId, post)
  const [mail] = server.received
  expect(mail?.raw).toContain('The one upstairs.')
  expect(mail?.header('To')).toContain('boris@acme.example.com')
  expect(await told()).toEqual(['boris [HD-000001] Reply of Ann'])
  await cy.write(`${ticket}/status`, { status: 'on_hold' })
  expect(await told()).toEqual(['boris [HD-000001] Now on_hold'])
})

test('an agent is told of a target at risk and of one that is missed; the queue, where nobody has it', async () => {
  const plan = {
    ...{ name: 'Quick', calendar_id: null, first_response_minutes: 100 },
    resolution_minutes: null,
  }
  const [queue] = await desk.read('/queues')
  const { body } = await desk.write('/sla-plans', plan)
  await desk.write(`/queues/${queue.id}`, { sla_plan_id: body.data.id })
  const { id } = await open(bo)
  await told()
  const pass = async (minutes: number) => {
    platform.clock.advance(minutes * 60_000)
    const { tenantId } = desk.tenant.live
    await doChore(platform.db, tenantId, slaClock, platform.clock.now())
    return told()
  }
  expect(await pass(81)).toEqual(
    ['boris', 'cyril'].map((name) => `${name} [HD-000001] First response at risk`),
  )
  await bo.write(`/tickets/${id}`, { assignee_id: bo.id })
  expect(await pass(20)).toEqual(['boris [HD-000001] First response is late'])
})

test('preferences are asked: the agent’s own before the tenant’s', async () => {
  await turn('tenant_default', 0, 'ticket.created', false)
  await turn('agent', cy.id, 'ticket.created', true)
  await took(desk, anyMail())
  expect(await told()).toEqual(['cyril [HD-000001] New ticket in Support'])
  await turn('agent', cy.id, 'ticket.assigned', false)
  await bo.write('/tickets/HD-000001', { assignee_id: cy.id })
  expect(await told()).toEqual([])
  await cy.write('/tickets/HD-000001', { assignee_id: bo.id })
  expect(await told()).toEqual(['boris [HD-000001] Assigned to you'])
})

test('a mail to an agent is automatic and threaded by itself, and leaves the requester’s thread alone', async () => {
  await bo.write('/tickets', { ...FROM_ANN, requester: ANN })
  await cy.write('/tickets/HD-000001', { assignee_id: bo.id })
  await sendMails(platform, desk.tenant.live.tenantId, post)
  const [first] = server.received
  const names = ['Auto-Submitted', 'In-Reply-To', 'References', 'List-Unsubscribe-Post']
  expect(first?.from).toBe('')
  expect(names.map((name) => first?.header(name))).toEqual([
    ...['auto-generated', undefined, '<hd-000001.agents@acme.example.com>'],
    'List-Unsubscribe=One-Click',
  ])
  server.received.length = 0
  await bo.write('/tickets/HD-000001/reply', { body: 'Filled.' })
  await sendMails(platform, desk.tenant.live.tenantId, post)
  expect(server.received.map(({ to }) => to)).toEqual([['ann@example.com']])
  const unthreaded = ['In-Reply-To', 'References', 'List-Unsubscribe', 'List-Unsubscribe-Post']
  expect(unthreaded.map((name) => server.received[0]?.header(name))).toEqual(
    Array(4).fill(undefined),
  )
})

test('in production links lead to the host of the tenant, over HTTPS', () => {
  const places = { production: true, baseDomains: ['desk.example', 'old.example'], port: 3000 }
  expect(originsOf(places)('acme')).toBe('https://acme.desk.example')
})

test('an agent turns one kind of mail off by its link, and no other', async () => {
  await open(bo)
  await sendMails(platform, desk.tenant.live.tenantId, post)
  const link = linkOf(server.received[0]?.header('List-Unsubscribe'))
  expect(link.origin).toBe(desk.tenant.url)
  expect((await ask('POST', link)).status).toBe(200)
  const prefs = await desk.read(`/notification-prefs?scope=agent&scope_id=${cy.id}`)
  const off = prefs.prefs.filter(({ enabled }: Json) => !enabled)
  expect(off).toMatchObject([{ event_key: 'ticket.created', source: 'agent' }])
  const entries = await desk.read('/audit?event_key=notification_pref.unsubscribed')
  expect(entries).toMatchObject([{ after_json: { scope: 'agent', scope_id: cy.id } }])
})

test('a link that is forged, or of another tenant, changes nothing', async () => {
  await took(desk, anyMail())
  await sendMails(platform, desk.tenant.live.tenantId, post)
  const confirmation = server.received.find(({ to }) => to[0] === 'ann@example.com')
  const link = linkOf(confirmation?.header('List-Unsubscribe'))
  const token = link.searchParams.get('token') as string
  const [body = '', mac] = token.split('.')
  const words = Buffer.from(body, 'base64url')
    .toString()
    .replace('ticket.created', 'ticket.replied')
  const forged = `${Buffer.from(words).toString('base64url')}.${mac}`
  const other = await platform.addTenant()
  const links = [forged, body, '', `${token}A`].map((each) => new URL(`?token=${each}`, link))
  for (const each of [...links, new URL(link.href.replace(link.origin, other.url))])
    expect((await ask('POST', each)).status).toBe(404)
  const { rows } = await platform.query(
    'select count(*)::int as n from help_notification_prefs where tenant_id = any($1)',
    [[desk.tenant.live.tenantId, other.live.tenantId]],
  )
  expect(rows).toEqual([{ n: 0 }])
})

const linkOf = (header: string | undefined): URL => new URL(header?.slice(1, -1) as string)
const ask = (method: string, link: URL, body?: string) =>
  localFetch(link, {
    method,
    ...(body && { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }),
  })

const cases = hasCases ? describe : describe.skip
cases('a case of neighbouring desks', () => {
  test('f04: a scanner opens the link, then the mail program posts twice; a reply still arrives', async () => {
    await took(desk, anyMail({ from: 'Ana <ana@example.com>' }))
    await sendMails(platform, desk.tenant.live.tenantId, post)
    const confirmation = server.received.find(({ to }) => to[0] === 'ana@example.com')
    const link = linkOf(confirmation?.header('List-Unsubscribe'))
    const count = async () => {
      const { rows } = await platform.query(
        'select count(*)::int as n from help_notification_prefs where tenant_id = $1 and not enabled',
        [desk.tenant.live.tenantId],
      )
      return (await desk.read('/audit?event_key=notification_pref.unsubscribed')).length + rows[0].n
    }
    for (const { call, body_text, expect: wanted } of stepsOf('f04')) {
      const before = await count()
      const answer = await ask(call.split(' ')[0], link, body_text)
      // The preference and the entry about it.
      const seen = { status: answer.status, changes: ((await count()) - before) / 2 }
      expect(seen).toEqual({ status: wanted.status, changes: wanted.changes })
      const text = await answer.text()
      if (wanted.body) expect(text).toContain('<button')
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
    server.received.length = 0
    await took(desk, anyMail({ from: 'Ana <ana@example.com>' }))
    await bo.write('/tickets/HD-000002/reply', { body: 'Filled.' })
    await sendMails(platform, desk.tenant.live.tenantId, post)
    const toAna = server.received.filter(({ to }) => to[0] === 'ana@example.com')
    expect(toAna.map(({ header }) => header('Auto-Submitted'))).toEqual([undefined])
  })

  test('f03: the headers of a confirmation and of an agent’s reply', async () => {
    const [mailed, replied] = stepsOf('f03')
    const { reference } = await took(desk, mailed.payload)
    await bo.write(`/tickets/${reference}/reply`, replied.body)
    await sendMails(platform, desk.tenant.live.tenantId, post)
    const toAna = server.received.filter(({ to }) => to[0] === 'ana@example.com')
    const by = (automatic: boolean) =>
      toAna.find(({ header }) => (header('Auto-Submitted') !== undefined) === automatic)
    for (const wanted of readCase('f03').expect_mail) {
      const mail = by(wanted.kind === 'confirmation')
      for (const name of ['Auto-Submitted', 'Precedence', 'In-Reply-To'])
        if (name in wanted) expect(mail?.header(name) ?? null).toBe(wanted[name])
      const refs = mail?.header('References')
      const whole = wanted.References?.replace(/ \(.*/, '') ?? ''
      expect(refs?.startsWith(whole)).toBe(true)
      expect(refs?.endsWith(wanted.References_end ?? '')).toBe(true)
    }
    expect(by(true)?.from).toBe('')
    expect(new Set(toAna.map(({ header }) => header('Message-ID'))).size).toBe(2)
  })
})
