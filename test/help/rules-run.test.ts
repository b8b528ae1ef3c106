import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { ruleReader } from '../../packages/domain/src/help/index.ts'
import { advance, placeArrivals } from '../../packages/domain/src/platform/index.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { dark, openRuleDesk, type RuleDesk } from '../support/http/rule-desk.ts'

let platform: Platform
let desk: RuleDesk
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openRuleDesk(platform)
})

type Named = Readonly<Record<string, unknown>>

const open = async (ticket: Named = {}) => {
  const said = { subject: 'No picture', body: 'It is dark.', ...ticket }
  return (await desk.write('/tickets', said)).body.data.id as number
}
const ticketOf = async (id: number) => (await desk.read(`/tickets/${id}`)).body.data
/** Runs rules after all events so far, and after those that they cause. */
const run = async () => {
  const { tenantId } = desk.tenant.live
  const at = () => platform.clock.now()
  for (let round = 0; round < 7; round++) {
    await placeArrivals(platform.db, tenantId)
    while ((await advance(platform.db, ruleReader, tenantId, at())).more);
  }
}
const audited = async (event_key: string) => {
  const { body } = await desk.read(`/audit?limit=200&event_key=${event_key}`)
  return body.data.map((entry: Named) => entry.after_json) as Named[]
}

test('a rule runs after its event where its conditions hold, and the audit log tells what it did', async () => {
  const rule = await desk.create({
    event: 'created',
    conditions: { all: [dark], any: [{ field: 'priority', operator: 'is', values: ['normal'] }] },
    actions: [
      { type: 'set_priority', priority: 'high' },
      { type: 'add_tag', tag: 'urgent' },
      { type: 'assign_queue', queue_id: 4 },
      { type: 'assign_agent', agent_id: 21 },
      { type: 'set_status', status: 'open' },
    ],
  })
  const [ticket, other] = [await open(), await open({ subject: 'A smell' })]
  await run()
  expect(await ticketOf(ticket)).toMatchObject({
    ...{ priority: 'high', tags: ['urgent'], status: 'open' },
    ...{ queue: { id: 4 }, assignee: { id: 21 } },
  })
  expect(await ticketOf(other)).toMatchObject({ priority: 'normal', tags: [], status: 'new' })
  const done = ['set_priority', 'add_tag', 'assign_queue', 'assign_agent', 'set_status']
  expect(await audited('help_rule.ran')).toEqual([
    { ticket_id: ticket, reference: expect.stringMatching(/^HD-/), done, refused: [] },
  ])
  const { body } = await desk.read(`/tickets/${ticket}/messages`)
  expect(body.data.slice(1).map(({ author }: Named) => author)).toEqual(
    Array.from({ length: 5 }, () => ({ kind: 'system', id: null, name: 'System' })),
  )
  const events = await platform.call('/api/v1/events?limit=100', {
    ...{ host: desk.tenant.url, key: await desk.tenant.key() },
  })
  const caused = events.body.data.filter(({ data }: { data: Named }) => data.rule)
  expect(caused.map(({ type, data }: { type: string; data: Named }) => [type, data.rule])).toEqual([
    ['ticket.status_changed', { id: rule, depth: 1 }],
    ['ticket.assigned', { id: rule, depth: 1 }],
  ])
})

const conditionsOfATicket = [
  [{ field: 'subject', operator: 'is', values: ['no picture'] }, true],
  [{ field: 'subject', operator: 'not_contains', values: ['picture'] }, false],
  [{ field: 'subject', operator: 'starts_with', values: ['no'] }, true],
  [{ field: 'subject', operator: 'ends_with', values: ['no'] }, false],
  [{ field: 'body', operator: 'contains', values: ['dark'] }, true],
  [{ field: 'source', operator: 'is', values: ['api', 'email'] }, true],
  [{ field: 'queue_id', operator: 'is_not', values: ['3'] }, true],
  [{ field: 'assignee_id', operator: 'is_not_set' }, true],
  [{ field: 'assignee_id', operator: 'is_set' }, false],
  [{ field: 'requester_email', operator: 'ends_with', values: ['@example.com'] }, true],
  [{ field: 'tag', operator: 'is', values: ['urgent'] }, true],
  [{ field: 'tag', operator: 'is_not', values: ['urgent'] }, false],
  [{ field: 'custom_field', key: 'invoice_number', operator: 'starts_with', values: ['7'] }, true],
  [{ field: 'custom_field', key: 'other', operator: 'is_not_set' }, true],
  [{ field: 'author', operator: 'is', values: ['requester'] }, true],
] as const

test('each operator of each kind of field holds, or does not', async () => {
  for (const [i, [condition]] of conditionsOfATicket.entries()) {
    await desk.write('/tags', { slug: `c-${i}`, name: `C${i}`, color: '#112233' })
    const actions = [{ type: 'add_tag', tag: `c-${i}` }]
    await desk.create({ event: 'created', conditions: { all: [condition] }, actions })
  }
  const ticket = await open({
    ...{ requester: { email: 'ada@example.com', name: 'Ada' }, queue_id: 4, tags: ['urgent'] },
    ...{ help_topic_id: 41, custom_fields: { invoice_number: '77' } },
  })
  await run()
  const { tags } = await ticketOf(ticket)
  const held = conditionsOfATicket.flatMap(([, holds], i) => (holds ? [`c-${i}`] : []))
  expect(tags).toEqual(['urgent', ...held].sort())
})

test('rules run in their order, each on what those before it have left', async () => {
  const all = (priority: string) => ({
    all: [{ field: 'priority', operator: 'is', values: [priority] }],
  })
  const raise = (from: string, priority: string, sort_order: number) =>
    desk.create({
      ...{ event: 'created', conditions: all(from), sort_order },
      actions: [{ type: 'set_priority', priority }],
    })
  await raise('high', 'urgent', 20)
  await raise('normal', 'high', 10)
  await raise('normal', 'low', 30)
  const ticket = await open()
  await run()
  expect((await ticketOf(ticket)).priority).toBe('urgent')
})

test('a rule that is off, deleted or of another event does nothing', async () => {
  const actions = [{ type: 'set_priority', priority: 'urgent' }]
  await desk.create({ event: 'created', actions, is_active: false })
  const gone = await desk.create({ event: 'created', actions })
  await desk.write(`/rules/${gone}/delete`)
  await desk.create({ event: 'replied', actions })
  const ticket = await open()
  await run()
  expect((await ticketOf(ticket)).priority).toBe('normal')
  await desk.write(`/tickets/${ticket}/reply`, { body: 'Which one is it?' })
  await run()
  expect((await ticketOf(ticket)).priority).toBe('urgent')
})

test('rules that answer each other stop after five events in a row', async () => {
  const swap = (from: string, status: string) =>
    desk.create({
      ...{ event: 'status_changed' },
      conditions: { all: [{ field: 'status', operator: 'is', values: [from] }] },
      actions: [{ type: 'set_status', status }],
    })
  await swap('pending', 'on_hold')
  await swap('on_hold', 'pending')
  const ticket = await open()
  await desk.write(`/tickets/${ticket}/status`, { status: 'pending' })
  await run()
  expect(await audited('help_rule.ran')).toHaveLength(10)
  expect(await audited('help_rule.held_back')).toEqual([
    { rule: 'Rule', reason: 'events_in_a_row' },
  ])
  expect((await ticketOf(ticket)).status).toBe('pending')
})

test('rules change one ticket a hundred times in an hour and no more, and again in the next', async () => {
  await desk.create({ event: 'replied', actions: [{ type: 'set_priority', priority: 'urgent' }] })
  const ticket = await open()
  const reply = async () => {
    await desk.write(`/tickets/${ticket}`, { priority: 'low' })
    await desk.write(`/tickets/${ticket}/reply`, { body: 'Again.' })
    await run()
    return (await ticketOf(ticket)).priority
  }
  expect(await reply()).toBe('urgent')
  await platform.query('update help_tickets set rules_run = 99 where id = $1', [ticket])
  expect([await reply(), await reply(), await reply()]).toEqual(['urgent', 'low', 'low'])
  expect(await audited('help_rule.held_back')).toEqual([
    { rule: 'Rule', reason: 'runs_in_an_hour' },
  ])
  platform.clock.advance(61 * 60_000)
  expect(await reply()).toBe('urgent')
})

test('an action that is refused is left out and told; the others are done', async () => {
  await desk.create({
    event: 'created',
    actions: [
      { type: 'assign_agent', agent_id: 21 },
      { type: 'set_priority', priority: 'urgent' },
    ],
  })
  await desk.write('/agents/21/deactivate')
  const ticket = await open()
  await run()
  expect(await ticketOf(ticket)).toMatchObject({ assignee: null, priority: 'urgent' })
  const [ran] = await audited('help_rule.ran')
  expect(ran).toMatchObject({
    done: ['set_priority'],
    refused: [{ action: 'assign_agent', message: expect.stringContaining('not active') }],
  })
})

test('a dry run tells what the rule would change, and changes nothing', async () => {
  const conditions = { all: [dark, { field: 'previous_status', operator: 'is', values: ['new'] }] }
  const actions = [
    { type: 'assign_queue', queue_id: 4 },
    { type: 'assign_agent', agent_id: 21 },
    { type: 'add_tag', tag: 'urgent' },
    { type: 'set_status', status: 'pending' },
  ]
  const rule = await desk.create({ event: 'status_changed', conditions, actions, is_active: false })
  const [ticket, other] = [await open(), await open({ subject: 'A smell' })]
  const before = [await ticketOf(ticket), await ticketOf(other)]
  const { body } = await desk.read(`/rules/${rule}/dry-run?tickets=2`)
  expect(body.data).toMatchObject({ checked: 2, matched: 1, tickets: [{ ticket_id: ticket }] })
  const changes = [
    { field: 'queue', from: 'Support', to: 'Returns' },
    { field: 'assignee', from: null, to: expect.any(String) },
    { field: 'tags', from: null, to: 'urgent' },
    { field: 'status', from: 'new', to: 'pending' },
  ]
  expect(body.data.tickets[0].changes).toEqual(changes)
  await run()
  expect([await ticketOf(ticket), await ticketOf(other)]).toEqual(before)

  await desk.write(`/rules/${rule}`, { is_active: true })
  await desk.write(`/tickets/${ticket}/status`, { status: 'open' })
  await run()
  const { body: thread } = await desk.read(`/tickets/${ticket}/messages`)
  const done = thread.data.slice(2).map(({ change }: { change: Named }) => change)
  expect(done).toEqual([...changes.slice(0, 3), { field: 'status', from: 'open', to: 'pending' }])
})
