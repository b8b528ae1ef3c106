import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { findDrift } from '../world/recount.ts'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
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

const asked = { subject: 'Where is my parcel?', body: 'It was sent in May.' }
type Json = Record<string, unknown>

const opened = async (fields: object = {}) => {
  const { status, body } = await desk.write('/tickets', { ...asked, ...fields })
  expect(status).toBe(201)
  return body.data
}
const found = async (query: string) => {
  const { status, body } = await desk.read(`/tickets?limit=100&${query}`)
  expect(status).toBe(200)
  expect(body.total_count).toBe(body.data.length)
  return body.data.map(({ id }: Json) => id) as number[]
}
const events = async (type: string) => {
  const host = desk.tenant.url
  const path = `/api/v1/events?type=${type}`
  const { body } = await platform.call(path, { key: await desk.tenant.key(), host })
  return body.data.map(({ data }: { data: Json }) => data) as Json[]
}
const thread = async (id: number) =>
  (await desk.read(`/tickets/${id}/messages`)).body.data as Record<string, Json>[]

test('createTicket opens a ticket of the caller on the default queue, with the next reference', async () => {
  const [first, second] = [await opened(), await opened()]
  expect(first).toMatchObject({
    ...{ subject: asked.subject, status: 'new', priority: 'normal', source: 'api' },
    ...{ queue: { name: 'Support' }, help_topic_id: null, assignee: null, tags: [] },
    ...{ custom_fields: {}, sla_state: 'none', first_responded_at: null, closed_at: null },
  })
  expect([first.reference, second.reference]).toEqual(['HD-001235', 'HD-001236'])
  expect(second.requester).toEqual(first.requester)
  expect(await thread(first.id)).toMatchObject([
    { kind: 'reply', author: { kind: 'requester' }, body: asked.body, change: null },
  ])
  const { requester, id: ticket_id, reference, subject } = second
  expect((await events('ticket.created'))[0]).toMatchObject({
    ...{ ticket_id, reference, subject, status: 'new', priority: 'normal' },
    requester: { id: requester.id, name: requester.name },
  })
  expect(JSON.stringify(await events('ticket.created'))).not.toContain('@')
})

test('a help topic says queue, priority and fields, and the body goes before it', async () => {
  const custom_fields = { invoice_number: '7' }
  const topic = { help_topic_id: 41, custom_fields }
  expect(await opened(topic)).toMatchObject({
    ...{ queue: { id: 3 }, priority: 'high', help_topic_id: 41, custom_fields },
  })
  expect(await opened({ ...topic, queue_id: 4, priority: 'low' })).toMatchObject({
    ...{ queue: { id: 4 }, priority: 'low' },
  })
})

test.each([
  [{ queue_id: 999 }, 'queue_id', 'not_found'],
  [{ help_topic_id: 999 }, 'help_topic_id', 'not_found'],
  [{ help_topic_id: 42 }, 'help_topic_id', 'inactive'],
  [{ tags: ['urgent', 'nope'] }, 'tags[1]', 'not_found'],
  [{ custom_fields: { a: 'b' } }, 'custom_fields.a', 'unknown_field'],
  [{ help_topic_id: 41 }, 'custom_fields.invoice_number', 'required'],
  [
    { help_topic_id: 41, custom_fields: { invoice_number: null } },
    ...['custom_fields.invoice_number', 'required'],
  ],
  [
    { help_topic_id: 41, custom_fields: { invoice_number: 7 } },
    ...['custom_fields.invoice_number', 'text'],
  ],
] as [object, string, string][])('createTicket refuses %j', async (fields, field, code) => {
  expect(await desk.write('/tickets', { ...asked, ...fields })).toMatchObject(
    refusal(422, 'validation_failed', field, code),
  )
})

test('values of custom fields are of their type, and every fault is told', async () => {
  const field = (type: string, more: object = {}) => ({ key: type, label: 'L', type, ...more })
  const types = ['text', 'number', 'url', 'email', 'date']
  const custom_fields = [
    ...types.map((type) => field(type)),
    field('select', { options: ['Broken', 'Late'] }),
    { key: 'constructor', label: 'Maker', type: 'text', is_required: true },
  ]
  const { body } = await desk.write('/help-topics', { slug: 'all', name: 'All', custom_fields })
  const help_topic_id = body.data.id
  const right = {
    ...{ text: 'a', number: 1.5, url: 'https://example.com/a', email: 'a@example.com' },
    ...{ date: '2024-02-29', select: 'Late', constructor: 'Atari' },
  }
  expect((await opened({ help_topic_id, custom_fields: right })).custom_fields).toEqual(right)
  const wrong = {
    ...{ text: 'a\nb', number: '1', url: 'javascript:alert(1)', email: 'a@b' },
    ...{ date: '2023-02-29', select: 'Lost' },
  }
  const refused = await desk.write('/tickets', { ...asked, help_topic_id, custom_fields: wrong })
  expect(refused.status).toBe(422)
  expect(refused.body.error.details.map(({ field, code }: Json) => [field, code])).toEqual([
    ...['text', 'number', 'url', 'email', 'date', 'select'].map((type) => [
      `custom_fields.${type}`,
      type,
    ]),
    ['custom_fields.constructor', 'required'],
  ])
})

test('tickets that are opened at once have references of their own, without a hole', async () => {
  const many = await Promise.all(Array.from({ length: 100 }, () => opened()))
  const numbers = many.map(({ reference }) => Number(reference.slice(3))).sort((a, b) => a - b)
  expect(numbers).toEqual(Array.from({ length: 100 }, (_, i) => 1235 + i))
})

test('a creation that is rolled back leaves its reference to the next, and waits for nobody', async () => {
  await opened()
  const { tenantId } = desk.tenant.live
  const client = await platform.db.pool.connect()
  try {
    await client.query('begin')
    await client.query(`set local app.tenant = '${tenantId}'`)
    const { rows } = await client.query('select take_help_reference($1) as number', [tenantId])
    expect(Number(rows[0].number)).toBe(1236)
    expect((await opened()).reference).toBe('HD-001237')
    await client.query('rollback')
  } finally {
    client.release()
  }
  expect((await opened()).reference).toBe('HD-001236')
  expect((await opened()).reference).toBe('HD-001238')
})

test('a ticket is read by its id and by its reference, also at the alias', async () => {
  const ticket = await opened()
  for (const name of [ticket.id, ticket.reference])
    expect((await desk.read(`/tickets/${name}`)).body.data).toEqual(ticket)
  const { body } = await platform.call(`/api/v1/help/tickets/${ticket.reference}`, {
    ...{ key: await desk.tenant.key(), host: desk.tenant.url },
  })
  expect(body.data).toEqual(ticket)
  expect(await desk.read('/tickets/HD-999999')).toMatchObject(refusal(404, 'not_found'))
  expect(await desk.read('/tickets/hd-1')).toMatchObject(refusal(400, 'invalid_request', 'id'))
})

test('listTickets filters, alone and together, and pages in both directions', async () => {
  const [a, b] = [
    await opened({ tags: ['urgent'] }),
    await opened({ priority: 'low', queue_id: 4 }),
  ]
  await desk.write(`/tickets/${a.id}`, { assignee_id: 21 })
  await desk.write(`/tickets/${b.id}/status`, { status: 'pending' })
  expect(await found('status=new')).toEqual([a.id])
  expect(await found('status=new&status=pending')).toEqual([b.id, a.id])
  expect(await found('status=new&status=pending&order=asc')).toEqual([a.id, b.id])
  expect(await found('priority=low')).toEqual([b.id])
  expect(await found('queue_id=4&status=pending')).toEqual([b.id])
  expect(await found('assignee_id=21')).toEqual([a.id, 1234])
  expect(await found('unassigned=true')).toEqual([b.id, 1232, 1231, 1230])
  expect(await found('unassigned=false')).toEqual([a.id, 1234])
  expect(await found('tag=urgent')).toEqual([a.id, 1234, 1232, 1231, 1230])
  expect(await found('tag=urgent&status=new&assignee_id=21')).toEqual([a.id])
  expect(await found('tag=nope')).toEqual([])
  platform.clock.advance(60_000)
  const since = platform.clock.now().toISOString()
  await desk.write(`/tickets/${b.id}/reply`, { body: 'Is there news?' })
  expect(await found(`updated_since=${encodeURIComponent(since)}`)).toEqual([b.id])
  for (const order of ['asc', 'desc']) {
    const seen: number[] = []
    for (let cursor = ''; ;) {
      const { body } = await desk.read(`/tickets?limit=1&order=${order}&cursor=${cursor}`)
      seen.push(body.data[0].id)
      if (!(cursor = body.next_cursor)) break
    }
    expect(seen).toEqual(await found(`order=${order}`))
  }
})

test('updateTicket changes what is sent, and tells who was given the ticket', async () => {
  const { id } = await opened({ help_topic_id: 41, custom_fields: { invoice_number: '7' } })
  const edit = {
    ...{ subject: 'Where?', priority: 'urgent', queue_id: 4, assignee_id: 21, tags: ['urgent'] },
    custom_fields: { invoice_number: '8' },
  }
  const { body } = await desk.write(`/tickets/${id}`, edit)
  expect(body.data).toMatchObject({
    ...{ subject: 'Where?', priority: 'urgent', queue: { id: 4 }, assignee: { id: 21 } },
    ...{ tags: ['urgent'], custom_fields: { invoice_number: '8' }, help_topic_id: 41 },
  })
  expect((await desk.read(`/tickets/${id}`)).body.data).toEqual(body.data)
  const changes = (await thread(id)).flatMap(({ change }) => change ?? [])
  expect(changes).toEqual([
    { field: 'subject', from: asked.subject, to: 'Where?' },
    { field: 'priority', from: 'high', to: 'urgent' },
    { field: 'queue', from: 'Billing', to: 'Returns' },
    { field: 'assignee', from: null, to: expect.any(String) },
    { field: 'tags', from: null, to: 'urgent' },
    { field: 'custom_fields.invoice_number', from: '7', to: '8' },
  ])
  await desk.write(`/tickets/${id}`, { help_topic_id: null })
  expect((await thread(id)).at(-1)?.change).toEqual({
    ...{ field: 'help_topic', from: 'Invoices and refunds', to: null },
  })
  await desk.write(`/tickets/${id}`, { assignee_id: 21, tags: [] })
  await desk.write(`/tickets/${id}`, { assignee_id: null })
  expect(await events('ticket.assigned')).toMatchObject([
    { ticket_id: id, from: { id: 21 }, to: null },
    { ticket_id: id, from: null, to: { id: 21 }, by: { kind: 'member' } },
  ])
  expect((await desk.read(`/tickets/${id}`)).body.data.tags).toEqual([])
})

test.each([
  [{ assignee_id: 999 }, 'assignee_id', 'not_found'],
  [{ assignee_id: 22 }, 'assignee_id', 'inactive'],
  [{ help_topic_id: 42 }, 'help_topic_id', 'inactive'],
  [{ tags: ['nope'] }, 'tags[0]', 'not_found'],
  [{ custom_fields: { other: 'x' } }, 'custom_fields.other', 'unknown_field'],
  [{ custom_fields: { invoice_number: null } }, 'custom_fields.invoice_number', 'required'],
] as [object, string, string][])('updateTicket refuses %j', async (edit, field, code) => {
  expect(await desk.write('/tickets/1234', edit)).toMatchObject(
    refusal(422, 'validation_failed', field, code),
  )
})

test('one of two agents who have read the same ticket edits it; a message is no edit', async () => {
  const at = '/api/v1/helpdesk/tickets/1234'
  const common = { key: await desk.tenant.key(), host: desk.tenant.url }
  const tag = (await platform.call(at, common)).headers.get('etag') as string
  await desk.write('/tickets/1234/reply', { body: 'Yes.', requester_id: 71 })
  const edit = (priority: string) =>
    platform.call(at, {
      ...{ ...common, method: 'POST', body: { priority }, headers: { 'if-match': tag } },
    })
  const answers = await Promise.all([edit('urgent'), edit('low')])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 412])
  const kept = answers.find(({ status }) => status === 200)
  const read = await platform.call(at, common)
  expect(read.body.data.priority).toBe(kept?.body.data.priority)
  expect(read.headers.get('etag')).toBe(kept?.headers.get('etag'))
})

test('a topic or queue that a ticket names is not deleted, and a tag that is deleted leaves it', async () => {
  expect(await desk.write('/help-topics/41/delete')).toMatchObject(refusal(409, 'conflict'))
  const { id } = await opened({ queue_id: 4, tags: ['urgent'] })
  expect(await desk.write('/queues/4/delete')).toMatchObject(refusal(409, 'conflict'))
  await desk.write('/tags/31/delete')
  expect((await desk.read(`/tickets/${id}`)).body.data.tags).toEqual([])
})

test('counters are what a recount finds, after every kind of change at once', async () => {
  const tickets = await Promise.all(Array.from({ length: 8 }, () => opened()))
  await Promise.all(
    tickets.flatMap(({ id }, i) => [
      desk.write(`/tickets/${id}`, { assignee_id: 21, priority: 'low', queue_id: 3 + (i % 2) }),
      desk.write(`/tickets/${id}/status`, { status: i % 2 ? 'resolved' : 'pending' }),
      desk.write(`/tickets/${id}/reply`, { body: 'And?' }),
    ]),
  )
  expect(await findDrift(platform, desk.tenant.live.tenantId)).toEqual([])
})
