import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
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

const hours = (day: string, opens: string, closes: string) => ({ day, opens, closes })
const calendar = {
  ...{ name: 'Pune', time_zone: 'Asia/Kolkata' },
  hours: [
    hours('tuesday', '09:30', '18:00'),
    hours('monday', '14:00', '24:00'),
    hours('monday', '00:00', '14:00'),
  ],
  holidays: [
    { date: '2026-10-02', name: 'Gandhi Jayanti' },
    { date: '2026-08-15', name: 'Independence Day' },
  ],
}
const plan = { name: 'Gold', calendar_id: 61, first_response_minutes: 60 }

test('createHelpCalendar keeps hours from Monday on, and holidays by their dates', async () => {
  const { status, body } = await desk.write('/calendars', calendar)
  const [tuesday, afternoon, morning] = calendar.hours
  const [later, sooner] = calendar.holidays
  const kept = {
    ...{ name: 'Pune', time_zone: 'Asia/Kolkata' },
    ...{ hours: [morning, afternoon, tuesday], holidays: [sooner, later] },
  }
  expect({ status, data: body.data }).toEqual({
    status: 201,
    data: { id: expect.any(Number), ...kept },
  })
  expect((await desk.read(`/calendars/${body.data.id}`)).body.data).toEqual(body.data)
  const edit = { name: 'Nagpur', holidays: [] }
  const edited = await desk.write(`/calendars/${body.data.id}`, edit)
  expect(edited.body.data).toEqual({ ...body.data, ...edit })
  expect(await desk.audited('help_calendar')).toMatchObject([
    { action: 'help_calendar.updated', before: { name: 'Pune' }, after: edit },
    { action: 'help_calendar.created', before: null, after: kept },
  ])
})

const day = (opens: string, closes: string) => hours('friday', opens, closes)
test.each([
  [{ hours: [] }, 'hours', 'too_few'],
  [{ hours: [day('17:00', '09:00')] }, 'hours[0].closes', 'not_after'],
  [{ hours: [day('09:00', '09:00')] }, 'hours[0].closes', 'not_after'],
  [{ hours: [day('09:00', '12:00'), day('11:59', '17:00')] }, 'hours[1].opens', 'overlaps'],
  [{ hours: [day('09:00', '12:00'), day('08:00', '24:00')] }, 'hours[1].opens', 'overlaps'],
  [{ hours: [day('9:00', '12:00')] }, 'hours[0].opens', 'pattern'],
  [{ hours: [hours('funday', '09:00', '12:00')] }, 'hours[0].day', 'enum'],
  [{ time_zone: 'Europe/Berlinn' }, 'time_zone', 'time_zone'],
  [{ time_zone: 'CEST' }, 'time_zone', 'time_zone'],
  [{ time_zone: '+02:00' }, 'time_zone', 'time_zone'],
  [{ time_zone: 'W. Europe Standard Time' }, 'time_zone', 'time_zone'],
  [{ holidays: [{ date: '2026-02-30', name: 'x' }] }, 'holidays[0].date', 'format'],
  [
    { holidays: ['a', 'b'].map((name) => ({ date: '2026-02-03', name })) },
    'holidays[1].date',
    'twice',
  ],
] as [object, string, string][])('a calendar with %j is refused', async (fields, field, code) => {
  const wanted = refusal(422, 'validation_failed', field, code)
  expect(await desk.write('/calendars', { ...calendar, ...fields })).toMatchObject(wanted)
  expect(await desk.write('/calendars/61', fields)).toMatchObject(wanted)
})

test('all faults of a calendar are told at once; hours that only touch have none', async () => {
  const faulty = { ...calendar, time_zone: 'Mars/Crater', hours: [day('17:00', '09:00')] }
  const { status, body } = await desk.write('/calendars', faulty)
  const fields = body.error.details.map(({ field }: { field: string }) => field)
  expect({ status, fields }).toEqual({ status: 422, fields: ['time_zone', 'hours[0].closes'] })
  const touching = { ...calendar, hours: [day('09:00', '12:00'), day('12:00', '17:00')] }
  expect((await desk.write('/calendars', touching)).status).toBe(201)
})

test('a calendar that a plan counts in is not deleted, and one that none does is', async () => {
  expect(await desk.write('/calendars/61/delete')).toMatchObject(refusal(409, 'conflict'))
  for (const id of [81, 82]) await desk.write(`/sla-plans/${id}`, { calendar_id: null })
  expect((await desk.write('/calendars/61/delete')).status).toBe(200)
  expect((await desk.read('/calendars/61')).status).toBe(404)
})

test('createSlaPlan pauses while a ticket is pending and warns from 80 % on, unless it says otherwise', async () => {
  const { status, body } = await desk.write('/sla-plans', { ...plan, calendar_id: null })
  const kept = {
    ...{ name: 'Gold', calendar_id: null, first_response_minutes: 60, resolution_minutes: null },
    ...{ priorities: [], pause_on_statuses: ['pending'], at_risk_percent: 80 },
  }
  expect({ status, data: body.data }).toEqual({
    status: 201,
    data: { id: expect.any(Number), ...kept },
  })
  const edit = { at_risk_percent: 50, pause_on_statuses: [], resolution_minutes: 120 }
  const edited = await desk.write(`/sla-plans/${body.data.id}`, edit)
  expect(edited.body.data).toEqual({ ...body.data, ...edit })
  expect((await desk.read(`/sla-plans/${body.data.id}`)).body.data).toEqual(edited.body.data)
  expect(await desk.audited('sla_plan')).toMatchObject([
    { action: 'sla_plan.updated', after: edit },
    { action: 'sla_plan.created', after: kept },
  ])
})

const target = (priority: string, minutes: number | null) => ({
  ...{ priority, first_response_minutes: minutes, resolution_minutes: null },
})
test.each([
  [{ first_response_minutes: null }, 'first_response_minutes', 'no_target'],
  [{ first_response_minutes: 0 }, 'first_response_minutes', 'too_small'],
  [{ calendar_id: 999 }, 'calendar_id', 'not_found'],
  // 40 hours a week are 2,080 a year.
  [{ first_response_minutes: 2080 * 60 + 1 }, 'first_response_minutes', 'unreachable'],
  [
    { priorities: [target('urgent', 200_000)] },
    'priorities[0].first_response_minutes',
    'unreachable',
  ],
  [{ priorities: [target('low', 9), target('low', 8)] }, 'priorities[1].priority', 'twice'],
  [{ pause_on_statuses: ['open'] }, 'pause_on_statuses[0]', 'enum'],
  [{ at_risk_percent: 100 }, 'at_risk_percent', 'too_large'],
] as [object, string, string][])('a plan with %j is refused', async (fields, field, code) => {
  const wanted = refusal(422, 'validation_failed', field, code)
  expect(await desk.write('/sla-plans', { ...plan, ...fields })).toMatchObject(wanted)
})

test('an edit is held to the plan as it would be, and to hours that become fewer', async () => {
  const bare = { first_response_minutes: null, resolution_minutes: null, priorities: [] }
  expect(await desk.write('/sla-plans/81', bare)).toMatchObject(
    refusal(422, 'validation_failed', 'first_response_minutes', 'no_target'),
  )
  const hour = [hours('monday', '09:00', '09:30')]
  expect(await desk.write('/calendars/61', { hours: hour })).toMatchObject(
    refusal(422, 'validation_failed', 'hours', 'too_few'),
  )
  expect((await desk.write('/calendars/62', { hours: hour })).status).toBe(200)
  expect(await desk.write('/sla-plans/81', { calendar_id: 62 })).toMatchObject(
    refusal(422, 'validation_failed', 'resolution_minutes', 'unreachable'),
  )
  const urgent = { ...target('urgent', 1), resolution_minutes: 2000 }
  const few = { ...bare, first_response_minutes: 1, priorities: [urgent] }
  expect(await desk.write('/sla-plans/81', { ...few, calendar_id: 62 })).toMatchObject(
    refusal(422, 'validation_failed', 'priorities[0].resolution_minutes', 'unreachable'),
  )
})

test('a queue takes a plan of its tenant, which then stays until the queue has another', async () => {
  const other = await openHelpDesk(platform)
  const { body } = await other.write('/sla-plans', { ...plan, calendar_id: null })
  for (const sla_plan_id of [999, body.data.id]) {
    const wanted = refusal(422, 'validation_failed', 'sla_plan_id', 'not_found')
    expect(await desk.write('/queues/3', { sla_plan_id })).toMatchObject(wanted)
    const queue = { slug: 'new', name: 'New', sla_plan_id }
    expect(await desk.write('/queues', queue)).toMatchObject(wanted)
  }
  expect((await desk.write('/queues/3', { sla_plan_id: 81 })).body.data.sla_plan_id).toBe(81)
  expect(await desk.write('/sla-plans/81/delete')).toMatchObject(refusal(409, 'conflict'))
  expect((await desk.write('/queues/3', { name: 'Bills' })).body.data.sla_plan_id).toBe(81)
  expect((await desk.write('/queues/3', { sla_plan_id: null })).body.data.sla_plan_id).toBeNull()
  expect((await desk.write('/sla-plans/81/delete')).status).toBe(200)
  expect((await desk.read('/sla-plans/81')).status).toBe(404)
})

test('calendars and plans are read with helpdesk:read, and managed with helpdesk:admin', async () => {
  const statuses = async (scope: string) => {
    const key = await desk.tenant.key({ scopes: [scope] })
    const calls = ['/calendars/61', '/sla-plans/81'].flatMap((path) => [
      desk.read(path, key),
      desk.write(path, { name: 'Named' }, key),
    ])
    return (await Promise.all(calls)).map(({ status }) => status)
  }
  expect(await statuses('helpdesk:read')).toEqual([200, 403, 200, 403])
  expect(await statuses('helpdesk:write')).toEqual([403, 403, 403, 403])
  expect(await statuses('helpdesk:admin')).toEqual([403, 200, 403, 200])
})
