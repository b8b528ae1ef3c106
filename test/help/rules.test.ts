import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
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

test('createHelpRule makes a rule that is on, without conditions where none are said', async () => {
  const actions = [{ type: 'set_priority', priority: 'urgent' }]
  const { body } = await desk.write('/rules', { name: 'All', event: 'created', actions })
  expect(body.data).toEqual({
    ...{ id: expect.any(Number), name: 'All', event: 'created', actions },
    ...{ conditions: { all: [], any: [] }, is_active: true, sort_order: 100 },
    ...{ created_at: expect.any(String), updated_at: expect.any(String) },
  })
  expect((await desk.read(`/rules/${body.data.id}`)).body.data).toEqual(body.data)
  expect((await desk.audited('help_rule'))[0]).toMatchObject({ action: 'help_rule.created' })
})

test('every fault of conditions and actions is told by its place', async () => {
  const { body } = await desk.write('/rules', {
    ...{ name: 'Wrong', event: 'created' },
    conditions: {
      all: [
        { field: 'status', operator: 'contains', values: ['open'] },
        { field: 'status', operator: 'is', values: ['open', 'ajar'] },
        { field: 'queue_id', operator: 'is', values: ['billing'] },
        { field: 'custom_field', operator: 'is_set' },
      ],
      any: [
        { field: 'subject', operator: 'is' },
        { field: 'tag', operator: 'is_set', values: ['x'] },
        { field: 'previous_status', operator: 'is', values: ['open'] },
        { field: 'subject', key: 'a', operator: 'is', values: ['x'] },
      ],
    },
    actions: [
      { type: 'set_priority', status: 'open' },
      { type: 'set_status', status: 'open' },
    ],
  })
  const told = body.error.details.map(({ field, code }: Named) => [field, code])
  expect(told).toEqual([
    ['conditions.all[0].operator', 'not_allowed'],
    ['conditions.all[1].values[1]', 'not_allowed'],
    ['conditions.all[2].values[0]', 'not_allowed'],
    ['conditions.all[3].key', 'missing'],
    ['conditions.any[0].values', 'missing'],
    ['conditions.any[1].values', 'not_allowed'],
    ['conditions.any[2].field', 'not_allowed'],
    ['conditions.any[3].key', 'not_allowed'],
    ['actions[0].priority', 'missing'],
    ['actions[0].status', 'not_allowed'],
  ])
  const missing = await desk.write('/rules', {
    ...{ name: 'Wrong', event: 'created' },
    actions: [
      { type: 'assign_queue', queue_id: 999 },
      { type: 'assign_agent', agent_id: 22 },
      { type: 'add_tag', tag: 'nobody' },
    ],
  })
  expect(missing.body.error.details.map(({ field, code }: Named) => [field, code])).toEqual([
    ['actions[0].queue_id', 'not_found'],
    ['actions[1].agent_id', 'inactive'],
    ['actions[2].tag', 'not_found'],
  ])
})

test('an event that a condition does not fit is refused; conditions are replaced as a whole', async () => {
  const conditions = { all: [{ field: 'previous_status', operator: 'is', values: ['new'] }] }
  const actions = [{ type: 'set_priority', priority: 'low' }]
  const rule = await desk.create({ event: 'status_changed', conditions, actions })
  expect(await desk.write(`/rules/${rule}`, { event: 'created' })).toMatchObject(
    refusal(422, 'validation_failed', 'event', 'not_allowed'),
  )
  const { body } = await desk.write(`/rules/${rule}`, {
    event: 'created',
    conditions: { any: [dark] },
  })
  expect(body.data.conditions).toEqual({ all: [], any: [{ key: null, ...dark }] })
})

test('at most 200 rules; those of an event in their order', async () => {
  const rule = { event: 'created', actions: [{ type: 'set_priority', priority: 'low' }] }
  const ids = [
    await desk.create({ ...rule, sort_order: 7 }),
    await desk.create({ ...rule, sort_order: 3 }),
  ]
  await desk.create({ ...rule, event: 'replied' })
  const { body } = await desk.read('/rules?event=created&is_active=true')
  expect(body.data.map(({ id }: Named) => id)).toEqual(ids.toReversed())
  expect(body.total_count).toBe(2)
  await platform.query(
    `insert into help_rules (tenant_id, name, event, conditions, actions, created_at, updated_at)
     select $1, 'n', 'created', '{"all":[],"any":[]}', '[]', now(), now() from generate_series(1, 197)`,
    [desk.tenant.live.tenantId],
  )
  expect(await desk.write('/rules', { name: 'One more', ...rule })).toMatchObject(
    refusal(409, 'conflict'),
  )
})
