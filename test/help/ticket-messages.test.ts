import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
import { doChore } from '@mobieus/domain/platform'
import { wakeSnoozed } from '../../packages/domain/src/help/tickets/snoozing.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'

let platform: Platform
let desk: HelpDesk
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openHelpDesk(platform)
})

type Json = Record<string, unknown>
const DAY_MS = 24 * 60 * 60 * 1000
const requester = { email: 'kim@example.com', name: 'Kim' }

/** A ticket of a requester, in a status. */
async function opened(status?: string) {
  const asked = { subject: 'Where is my parcel?', body: 'It was sent in May.', requester }
  const { data } = (await desk.write('/tickets', asked)).body
  if (status) await moved(data.id, status)
  return { id: data.id as number, requester_id: data.requester.id as number }
}
const moved = async (id: number, status: string) => {
  const answer = await desk.write(`/tickets/${id}/status`, { status })
  expect([answer.status, answer.body.data.status]).toEqual([200, status])
  return answer.body.data as Json
}
const replied = async (id: number, body: object) => {
  const answer = await desk.write(`/tickets/${id}/reply`, { body: 'Yes.', ...body })
  expect(answer.status).toBe(201)
  return answer.body.data as Json
}
const ticket = async (id: number) => (await desk.read(`/tickets/${id}`)).body.data as Json
const events = async (type: string) => {
  const { body } = await platform.call(`/api/v1/events?type=${type}&order=asc`, {
    ...{ key: await desk.tenant.key(), host: desk.tenant.url },
  })
  return body.data.map(({ data }: { data: Json }) => data) as Json[]
}

test('an agent’s first reply makes a new ticket open and is its first response', async () => {
  const { id } = await opened()
  const message = await replied(id, { agent_id: 21 })
  expect(message).toMatchObject({ kind: 'reply', author: { kind: 'agent', id: 21 }, body: 'Yes.' })
  const after = await ticket(id)
  expect(after.status).toBe('open')
  expect(after.first_responded_at).toBe(after.updated_at)
  platform.clock.advance(60_000)
  await replied(id, { agent_id: 21, status: 'pending' })
  const later = await ticket(id)
  expect(later).toMatchObject({ status: 'pending', first_responded_at: after.first_responded_at })
  expect(later.updated_at).not.toBe(after.updated_at)
  const { body } = await desk.read(`/tickets/${id}/messages`)
  expect(body.data.map(({ kind, change }: Json) => [kind, change])).toEqual([
    ['reply', null],
    ['reply', null],
    ['system', { field: 'status', from: 'new', to: 'open' }],
    ['reply', null],
    ['system', { field: 'status', from: 'open', to: 'pending' }],
  ])
  expect(body.total_count).toBe(5)
  expect(await events('ticket.status_changed')).toMatchObject([
    { ticket_id: id, from: 'new', to: 'open', by: { kind: 'agent', id: 21 } },
    { ticket_id: id, from: 'open', to: 'pending', by: { kind: 'agent', id: 21 } },
  ])
})

test.each([
  ['new', undefined, 'new'],
  ['open', 'open', 'open'],
  ['pending', 'pending', 'open'],
  ['on_hold', 'on_hold', 'open'],
  ['resolved', 'resolved', 'open'],
  ['closed', 'closed', 'open'],
])('a requester’s reply leaves a ticket that is %s as %s → %s', async (_, status, after) => {
  const { id, requester_id } = await opened(status)
  const message = await replied(id, { requester_id })
  expect(message.author).toEqual({ kind: 'requester', id: requester_id, name: 'Kim' })
  const ends = { resolved_at: null, closed_at: null }
  expect(await ticket(id)).toMatchObject({ status: after, first_responded_at: null, ...ends })
})

test('an internal note changes no status, is no response and no event', async () => {
  const { id } = await opened()
  expect((await replied(id, { internal: true, agent_id: 21 })).kind).toBe('note')
  expect(await ticket(id)).toMatchObject({ status: 'new', first_responded_at: null })
  expect(await events('ticket.replied')).toEqual([])
  const { id: message_id } = await replied(id, {})
  expect(await events('ticket.replied')).toMatchObject([{ ticket_id: id, message_id }])
})

test('the member behind a key replies as a requester on their own ticket, and else as a member', async () => {
  const asked = { subject: 'Mine', body: 'Where?' }
  const { data } = (await desk.write('/tickets', asked)).body
  expect((await replied(data.id, {})).author).toMatchObject({ kind: 'requester' })
  const { id } = await opened()
  expect((await replied(id, {})).author).toMatchObject({ kind: 'member' })
})

test.each([
  [{ agent_id: 999 }, 'agent_id', 'not_found'],
  [{ agent_id: 22 }, 'agent_id', 'inactive'],
  [{ requester_id: 999_999 }, 'requester_id', 'not_allowed'],
  [{ requester_id: 71 }, 'requester_id', 'not_allowed'],
  [{ requester_id: 71, agent_id: 21 }, 'requester_id', 'not_allowed'],
] as [object, string, string][])('replyToTicket refuses %j', async (fields, field, code) => {
  const { id } = await opened()
  expect(await desk.write(`/tickets/${id}/reply`, { body: 'Yes.', ...fields })).toMatchObject(
    refusal(422, 'validation_failed', field, code),
  )
})

test.each(['internal', 'status'])('%s is not for a requester', async (field) => {
  const { id, requester_id } = await opened()
  const value = { internal: true, status: 'closed' }[field]
  expect(
    await desk.write(`/tickets/${id}/reply`, { body: 'Yes.', requester_id, [field]: value }),
  ).toMatchObject(refusal(422, 'validation_failed', field, 'not_allowed'))
})

test('a ticket that is closed only becomes open, and only as long as the tenant says', async () => {
  const { id, requester_id } = await opened('closed')
  const at = `/tickets/${id}`
  expect(await desk.write(`${at}/status`, { status: 'pending' })).toMatchObject(
    refusal(409, 'conflict', 'status'),
  )
  platform.clock.advance(14 * DAY_MS - 60_000)
  expect(await moved(id, 'open')).toMatchObject({ closed_at: null, resolved_at: null })
  await moved(id, 'closed')
  platform.clock.advance(14 * DAY_MS)
  const forGood = refusal(409, 'conflict')
  expect(await desk.write(`${at}/status`, { status: 'open' })).toMatchObject(forGood)
  expect(await desk.write(`${at}/reply`, { body: 'And?', requester_id })).toMatchObject(forGood)
  expect(await desk.write(`${at}/reply`, { body: 'And?', agent_id: 21 })).toMatchObject(forGood)
  expect((await desk.read(`${at}/messages`)).body.total_count).toBe(4)
})

test('a status is set once, and a ticket is never new again', async () => {
  const { id } = await opened('resolved')
  const before = await ticket(id)
  expect(before.resolved_at).not.toBeNull()
  platform.clock.advance(60_000)
  expect(await moved(id, 'resolved')).toEqual(before)
  expect(await events('ticket.status_changed')).toHaveLength(1)
  expect(await moved(id, 'closed')).toMatchObject({ resolved_at: before.resolved_at })
  expect(await desk.write(`/tickets/${id}/status`, { status: 'new' })).toMatchObject(
    refusal(422, 'validation_failed', 'status'),
  )
})

test('a status that many change at once is told with each step, from one to the next', async () => {
  const { id } = await opened()
  const goals = ['open', 'pending', 'on_hold', 'resolved']
  await Promise.all([...goals, ...goals].map((goal) => moved(id, goal)))
  const told = await events('ticket.status_changed')
  const steps = told.map(({ from, to }) => [from, to])
  expect(steps[0]?.[0]).toBe('new')
  expect(new Set(steps.map((step) => step.join())).has('open,open')).toBe(false)
  const { body } = await desk.read(`/tickets/${id}/messages`)
  const changes = body.data.flatMap(({ change }: { change: Json | null }) =>
    change ? [[change.from, change.to]] : [],
  )
  changes.slice(1).forEach(([from]: unknown[], i: number) => expect(from).toBe(changes[i][1]))
  expect(changes.at(-1)[1]).toBe((await ticket(id)).status)
})

const HOUR_MS = 60 * 60 * 1000
const inHours = (hours: number) =>
  new Date(platform.clock.now().getTime() + hours * HOUR_MS).toISOString().replace(/\.\d+/, '')
const snoozed = async (id: number, hours: number) => {
  const answer = await desk.write(`/tickets/${id}`, { snoozed_until: inHours(hours) })
  expect(answer.status).toBe(200)
  return answer.body.data as Json
}
const listed = async (query: string) =>
  (await desk.read(`/tickets?limit=100&${query}`)).body.data.map(({ id }: Json) => id) as number[]
const changesIn = async (id: number) =>
  (await desk.read(`/tickets/${id}/messages`)).body.data.flatMap(({ change, author }: Json) =>
    change ? [[(change as Json).field, (change as Json).to, (author as Json).kind]] : [],
  )
const wakeDue = () =>
  doChore(platform.db, desk.tenant.live.tenantId, wakeSnoozed, platform.clock.now())

test('a snoozed ticket keeps its status, is left out where that is asked for, and comes back by the clock', async () => {
  const [{ id }, later, other] = [await opened('pending'), await opened(), await opened()]
  const row = await snoozed(id, 1)
  expect(row).toMatchObject({ status: 'pending', snoozed_until: expect.any(String) })
  await snoozed(later.id, 3)
  const queries = ['snoozed=true', 'snoozed=true&q=parcel', 'snoozed=true&status=pending']
  for (const query of queries) expect(await listed(query)).toContain(id)
  for (const query of ['snoozed=false', 'snoozed=false&q=parcel']) {
    expect(await listed(query)).toContain(other.id)
    expect(await listed(query)).not.toContain(id)
  }
  expect(await listed('')).toContain(id)
  expect(await wakeDue()).toBe(0)
  platform.clock.advance(HOUR_MS + 1000)
  expect(await wakeDue()).toBe(1)
  expect(await ticket(id)).toMatchObject({ status: 'pending', snoozed_until: null })
  expect((await ticket(later.id)).snoozed_until).not.toBeNull()
  expect((await changesIn(id)).slice(-2)).toEqual([
    ['snoozed_until', expect.any(String), 'member'],
    ['snoozed_until', null, 'system'],
  ])
  const { body } = await desk.read('/audit?event_key=ticket.woken')
  expect(body.data).toMatchObject([{ target: { kind: 'ticket', id }, actor: { kind: 'system' } }])
  expect(await events('ticket.status_changed')).toHaveLength(1)
})

test('the requester’s reply, and the end of a ticket, bring it back at once; an agent’s reply does not', async () => {
  const { id, requester_id } = await opened('open')
  await snoozed(id, 24)
  await replied(id, { agent_id: 21 })
  expect((await ticket(id)).snoozed_until).not.toBeNull()
  await replied(id, { requester_id })
  expect(await ticket(id)).toMatchObject({ status: 'open', snoozed_until: null })
  await snoozed(id, 24)
  expect(await moved(id, 'resolved')).toMatchObject({ snoozed_until: null })
  expect((await changesIn(id)).filter(([field]: string[]) => field === 'snoozed_until')).toEqual([
    ['snoozed_until', expect.any(String), 'member'],
    ['snoozed_until', null, 'requester'],
    ['snoozed_until', expect.any(String), 'member'],
    ['snoozed_until', null, 'member'],
  ])
  await snoozed((await opened()).id, 24)
  platform.clock.advance(25 * HOUR_MS)
  expect(await wakeDue()).toBe(1)
})

test('a ticket is snoozed until a time to come, and not when it has been resolved', async () => {
  const { id } = await opened()
  expect(await desk.write(`/tickets/${id}`, { snoozed_until: inHours(-1) })).toMatchObject(
    refusal(422, 'validation_failed', 'snoozed_until', 'past'),
  )
  await snoozed(id, 1)
  await desk.write(`/tickets/${id}`, { snoozed_until: null })
  expect((await ticket(id)).snoozed_until).toBeNull()
  await moved(id, 'resolved')
  expect(await desk.write(`/tickets/${id}`, { snoozed_until: inHours(1) })).toMatchObject(
    refusal(422, 'validation_failed', 'snoozed_until', 'not_allowed'),
  )
})
