import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { RunningPost } from '../../packages/worker/src/post.ts'
import type { MailServer } from '../support/fake/mail-server.ts'
import type { Json, Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
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

const eli = { email: 'eli@example.org', name: 'Eli' }
const kim = { email: 'kim@example.org', name: 'Kim' }

const open = async (more: object = {}): Promise<Json> => {
  const { status, body } = await desk.write('/tickets', {
    ...{ subject: 'Printer', body: 'No ink.', requester: { email: 'ann@example.com' } },
    ...more,
  })
  expect(status).toBe(201)
  return body.data
}
const ticket = (reference = 'HD-000001') => desk.read(`/tickets/${reference}`)
const emails = async (reference?: string) =>
  (await ticket(reference)).collaborators.map(({ email }: Json) => email)
const entries = async (reference = 'HD-000001') =>
  (await desk.read(`/tickets/${reference}/messages?limit=100`)).flatMap(({ change }: Json) =>
    change?.field === 'collaborators' ? [[change.from, change.to]] : [],
  )
const copied = (more: object = {}, headers: object = {}) =>
  anyMail({
    headers: { Cc: 'Eli <eli@example.org>, support@acme.example.com', ...headers },
    ...more,
  })
const send = () => sendMails(platform, desk.tenant.live.tenantId, post)

test('collaborators are given, read, replaced as a whole, audited, and part of the ETag', async () => {
  const { id, reference, collaborators } = await open({
    collaborators: [eli, { email: 'ELI@example.org' }, { email: 'ann@example.com' }],
  })
  expect(collaborators).toEqual([{ id: expect.any(Number), ...eli }])
  expect((await ticket(reference)).collaborators).toEqual(collaborators)
  const host = desk.tenant.url
  const path = `/api/v1/help/tickets/${id}`
  const key = await desk.tenant.key()
  const { headers } = await platform.call(path, { key, host })
  const edit = { key, host, method: 'POST', headers: { 'if-match': headers.get('etag') as string } }
  const edited = await platform.call(path, { ...edit, body: { collaborators: [kim] } })
  expect(edited.body.data.collaborators).toEqual([{ id: expect.any(Number), ...kim }])
  const again = await platform.call(path, { ...edit, body: { priority: 'low' } })
  expect(again).toMatchObject(refusal(412, 'precondition_failed'))
  expect(await entries(reference)).toEqual([['eli@example.org', 'kim@example.org']])
  const [{ event_key, before_json, after_json }] = await desk.read(
    '/audit?event_key=ticket.updated',
  )
  expect([event_key, before_json, after_json]).toEqual([
    'ticket.updated',
    { collaborator_ids: collaborators.map((each: Json) => each.id) },
    { collaborator_ids: edited.body.data.collaborators.map((each: Json) => each.id) },
  ])
  await desk.write(`/tickets/${id}`, { collaborators: [] })
  expect(await emails(reference)).toEqual([])
})

test.each([
  [{ collaborators: [eli, { email: 'nobody' }] }, 'collaborators[1].email'],
  [
    { collaborators: Array.from({ length: 51 }, (_, i) => ({ email: `${i}@example.org` })) },
    'collaborators',
  ],
])('collaborators that cannot be are refused by their place', async (body, field) => {
  const { id } = await open()
  for (const path of ['/tickets', `/tickets/${id}`])
    expect(
      await desk.write(path, { subject: 'x', ...(path === '/tickets' && { body: 'x' }), ...body }),
    ).toMatchObject(refusal(422, 'validation_failed', field))
})

test('Cc becomes a collaborator, and To beside an address of ours; we and the sender do not', async () => {
  await took(desk, copied())
  expect(await emails()).toEqual(['eli@example.org'])
  const to = { To: 'support@acme.example.com, Kim <kim@example.org>', Cc: 'Ann@example.com' }
  await took(desk, copied({ subject: 'Re: [HD-000001]' }, to))
  expect(await emails()).toEqual(['eli@example.org', 'kim@example.org'])
  expect(await entries()).toEqual([['eli@example.org', 'eli@example.org, kim@example.org']])
  await took(desk, copied({}, { To: 'help@acme.example.com', Cc: 'no-reply@example.org' }))
  expect(await emails('HD-000002')).toEqual([])
})

test('neither a third party nor a robot brings anybody to a ticket', async () => {
  await took(desk, anyMail({ message_id: '<first@example.com>' }))
  const answer = { in_reply_to: '<first@example.com>', from: 'zoe@example.net' }
  await took(desk, copied(answer))
  await took(desk, copied(answer, { 'Auto-Submitted': 'auto-replied' }))
  expect(await emails()).toEqual([])
})

test('a collaborator’s mail is found by the reference, and brings the ticket back', async () => {
  await took(desk, copied())
  await desk.write('/tickets/HD-000001/status', { status: 'pending' })
  await desk.write('/tickets/HD-000001', { snoozed_until: '2999-01-01T00:00:00Z' })
  const from = 'Eli <Eli@example.org>'
  expect(await took(desk, anyMail({ from, subject: 'Re: [HD-000001] Printer' }))).toMatchObject({
    ...{ action: 'appended', reference: 'HD-000001' },
  })
  const { status, requester, collaborators, snoozed_until } = await ticket()
  expect([status, requester.email, snoozed_until]).toEqual(['open', 'ann@example.com', null])
  expect((await desk.thread('HD-000001')).at(-1).author).toMatchObject({
    ...{ kind: 'requester', id: collaborators[0].id },
  })
  const { rows } = await platform.query(
    'select is_third_party from help_inbound_mails where tenant_id = $1 order by id',
    [desk.tenant.live.tenantId],
  )
  expect(rows.map(({ is_third_party }) => is_third_party)).toEqual([false, false])
})

test('by the API a collaborator replies as who they are, named or signed in', async () => {
  const { id, collaborators } = await open({ collaborators: [{ email: 'mia@example.org' }, eli] })
  await desk.write(`/tickets/${id}/status`, { status: 'pending' })
  const mia = await platform.call('/api/v1/users', {
    ...{ key: await desk.tenant.key(), host: desk.tenant.url },
    body: { username: 'mia', email: 'Mia@example.org', display_name: 'Mia' },
  })
  const key = await desk.tenant.key({ userId: mia.body.data.id })
  const path = `/api/v1/helpdesk/tickets/${id}/reply`
  const call = { key, host: desk.tenant.url, method: 'POST', body: { body: 'Any news?' } }
  const mine = collaborators.find((each: Json) => each.email === 'mia@example.org')
  expect((await platform.call(path, call)).body.data.author).toMatchObject({
    ...{ kind: 'requester', id: mine.id },
  })
  expect((await ticket(String(id))).status).toBe('open')
  const other = collaborators.find((each: Json) => each.email === eli.email)
  const named = { body: 'None.', requester_id: other.id }
  expect((await desk.write(`/tickets/${id}/reply`, named)).body.data.author.id).toBe(other.id)
  await desk.write(`/tickets/${id}`, { collaborators: [] })
  expect(await desk.write(`/tickets/${id}/reply`, named)).toMatchObject(
    refusal(422, 'validation_failed', 'requester_id', 'not_allowed'),
  )
})

test('an agent’s reply goes to each who takes part, with all of them in its head, and one may come back', async () => {
  const { reference } = await open({ collaborators: [eli, kim] })
  await took(desk, anyMail({ from: 'zoe@example.net', in_reply_to: '<none@example.net>' }))
  await send()
  server.received.length = 0
  const { id } = (await desk.write(`/tickets/${reference}/reply`, { body: 'Try again.' })).body.data
  await send()
  expect(server.received.map(({ to }) => to).sort()).toEqual([
    ...[['ann@example.com'], ['eli@example.org'], ['kim@example.org']],
  ])
  for (const { header } of server.received) {
    expect(header('To')).toContain('ann@example.com')
    expect(header('Cc')).toBe('Eli <eli@example.org>, Kim <kim@example.org>')
  }
  const delivery = async () =>
    (await desk.thread(reference)).find((each: Json) => each.id === id)?.delivery
  expect(await delivery()).toMatchObject({ status: 'sent' })
  const ids = server.received.map(({ header }) => header('Message-ID'))
  expect(new Set(ids).size).toBe(3)
  await took(
    desk,
    anyMail({
      ...{ from: 'eli@example.org', in_reply_to: ids[1], subject: 'no reference' },
    }),
  )
  await platform.query(
    `update help_outgoing_mails set status = 'bounced', bounce_status = '5.1.1'
     where tenant_id = $1 and to_email = 'kim@example.org'`,
    [desk.tenant.live.tenantId],
  )
  expect(await delivery()).toMatchObject({ status: 'bounced', bounce_status: '5.1.1' })
})

test('a merge brings those of one ticket to the other, and away when it is undone; a split copies', async () => {
  const [one, two] = [
    await open({ collaborators: [kim] }),
    await open({ collaborators: [eli, kim], requester: { email: 'bea@example.com' } }),
  ]
  await desk.write(`/tickets/${two.id}/merge`, { into_id: one.id })
  const merged = ['bea@example.com', 'eli@example.org', 'kim@example.org']
  expect((await emails()).sort()).toEqual(merged)
  const from = { from: 'eli@example.org', subject: 'Re: [HD-000002]' }
  expect(await took(desk, anyMail(from))).toMatchObject({ reference: 'HD-000001' })
  const [, , message] = await desk.thread('HD-000001')
  const split = { subject: 'Split', message_ids: [message.id] }
  const { body } = await desk.write(`/tickets/${one.id}/split`, split)
  expect((await emails(body.data.reference)).sort()).toEqual(merged)
  await desk.write(`/tickets/${two.id}/unmerge`, {})
  expect(await emails()).toEqual(['kim@example.org'])
  expect((await emails('HD-000002')).sort()).toEqual(['eli@example.org', 'kim@example.org'])
})
