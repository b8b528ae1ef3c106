import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { help } from '../../packages/domain/src/help/index.ts'
import { slaClock } from '../../packages/domain/src/help/sla/clock.ts'
import { slaOf } from '../../packages/domain/src/help/sla/sla.rules.ts'
import { doChore, doTasks } from '../../packages/domain/src/platform/index.ts'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
import { mailing, noPost } from '../support/fake/post.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { findDrift } from '../world/recount.ts'

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const moveTo = (time: string) =>
  platform.clock.advance(Date.parse(time) - platform.clock.now().getTime())
const minute = (time: string | null) => time && `${time.slice(0, 16)}Z`

/** A desk whose queue 3 has plan 81, at a time. */
async function deskAt(time: string, plan: object): Promise<HelpDesk> {
  moveTo(time)
  const desk = await openHelpDesk(platform)
  await ok(desk.write('/sla-plans/81', { priorities: [], ...plan }))
  await ok(desk.write('/queues/3', { sla_plan_id: 81 }))
  return desk
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of any operation
async function ok(call: ReturnType<HelpDesk['write']>): Promise<any> {
  const { status, body, text } = await call
  if (status >= 300) throw new Error(text)
  return body.data
}

const asked = { subject: 'Where is my parcel?', body: 'It was sent in May.', queue_id: 3 }
const opened = (desk: HelpDesk, fields: object = {}): Promise<{ id: number }> =>
  ok(desk.write('/tickets', { ...asked, ...fields }))
const setStatus = (desk: HelpDesk, { id }: { id: number }, status: string) =>
  ok(desk.write(`/tickets/${id}/status`, { status }))
const ticketOf = (desk: HelpDesk, { id }: { id: number }) => ok(desk.read(`/tickets/${id}`))
const tick = ({ tenant }: HelpDesk) =>
  doChore(platform.db, tenant.live.tenantId, slaClock, platform.clock.now())

/** The entries of the thread about targets. */
async function told(desk: HelpDesk, { id }: { id: number }): Promise<string[]> {
  const messages = await ok(desk.read(`/tickets/${id}/messages?limit=100`))
  return messages.flatMap(({ change }: { change: Record<string, string> | null }) =>
    change?.field?.endsWith('_sla') ? [`${change.field}: ${change.from} → ${change.to}`] : [],
  )
}

test('states at a moved clock are those of the table, over a weekend, a holiday, the end of summer time and a pause', async () => {
  const holidays = [{ date: '2027-11-02', name: 'A Tuesday' }]
  // Friday, 15:00 in Berlin. 240 minutes end on Monday at 11:00, 192 of them at 10:12; 960 on Wednesday at 15:00,
  // 768 of them at 11:48. From Sunday on Berlin is one hour ahead.
  const plan = { first_response_minutes: 240, resolution_minutes: 960 }
  const desk = await deskAt('2027-10-29T13:00Z', plan)
  await ok(desk.write('/calendars/61', { holidays }))
  const silent = await opened(desk)
  const answered = await opened(desk)
  const held = await opened(desk)
  const heldSilent = await opened(desk)
  const done = await opened(desk)
  const answer = ({ id }: { id: number }) =>
    ok(desk.write(`/tickets/${id}/reply`, { body: 'Soon.', agent_id: 21 }))
  await answer(held)
  const steps: [string, () => Promise<unknown>, string[]][] = [
    ['2027-10-29T13:30Z', async () => 0, Array(5).fill('on_track')],
    [
      '2027-10-29T14:00Z',
      async () => {
        await setStatus(desk, held, 'pending')
        await setStatus(desk, heldSilent, 'pending')
        await setStatus(desk, done, 'resolved')
      },
      ['on_track', 'on_track', 'paused', 'on_track', 'on_track'],
    ],
    [
      '2027-11-01T08:50Z',
      async () => 0,
      ['on_track', 'on_track', 'paused', 'on_track', 'on_track'],
    ],
    [
      '2027-11-01T08:55Z',
      () => setStatus(desk, held, 'open'),
      ['on_track', 'on_track', 'on_track', 'on_track', 'on_track'],
    ],
    ['2027-11-01T09:13Z', async () => 0, ['at_risk', 'at_risk', 'on_track', 'at_risk', 'on_track']],
    [
      '2027-11-01T09:30Z',
      () => answer(answered),
      ['at_risk', 'on_track', 'on_track', 'at_risk', 'on_track'],
    ],
    [
      '2027-11-01T10:01Z',
      async () => 0,
      ['breached', 'on_track', 'on_track', 'breached', 'on_track'],
    ],
    [
      '2027-11-03T10:47Z',
      async () => 0,
      ['breached', 'on_track', 'on_track', 'breached', 'on_track'],
    ],
    [
      '2027-11-03T10:50Z',
      async () => 0,
      ['breached', 'at_risk', 'on_track', 'breached', 'on_track'],
    ],
    [
      '2027-11-03T14:02Z',
      async () => 0,
      ['breached', 'breached', 'at_risk', 'breached', 'on_track'],
    ],
    [
      '2027-11-03T15:50Z',
      () => setStatus(desk, held, 'resolved'),
      ['breached', 'breached', 'on_track', 'breached', 'on_track'],
    ],
    [
      '2027-11-05T12:00Z',
      async () => 0,
      ['breached', 'breached', 'on_track', 'breached', 'on_track'],
    ],
  ]
  const tickets = [silent, answered, held, heldSilent, done]
  for (const [time, act, wanted] of steps) {
    moveTo(time)
    await act()
    await tick(desk)
    const rows = await Promise.all(tickets.map((each) => ticketOf(desk, each)))
    expect({ time, states: rows.map(({ sla_state }) => sla_state) }).toEqual({
      ...{ time, states: wanted },
    })
  }
  const dues = await Promise.all(tickets.map((each) => ticketOf(desk, each)))
  expect(dues.map((each) => minute(each.first_response_due_at))).toEqual(
    Array(5).fill('2027-11-01T10:00Z'),
  )
  // A pause of 60 minutes on Friday and 55 on Monday puts the resolution off by as much.
  expect(dues.map((each) => minute(each.resolution_due_at))).toEqual([
    ...['2027-11-03T14:00Z', '2027-11-03T14:00Z', '2027-11-03T15:55Z'],
    ...[expect.anything(), '2027-11-03T14:00Z'],
  ])
  expect(await told(desk, silent)).toEqual([
    ...['first_response_sla: on_track → at_risk', 'first_response_sla: at_risk → breached'],
    ...['resolution_sla: on_track → at_risk', 'resolution_sla: at_risk → breached'],
  ])
  expect(await told(desk, done)).toEqual([])
  const log = await ok(desk.read('/audit?event_key=sla.breached'))
  expect(log).toHaveLength(4)
  expect(log[0]).toMatchObject({
    ...{ actor_kind: 'system', target: { kind: 'ticket' }, after_json: { target: 'resolution' } },
  })
  const { body } = await desk.read('/tickets?sla_state=breached')
  expect(body.data.map(({ id }: { id: number }) => id)).toEqual([
    ...[heldSilent.id, answered.id, silent.id],
  ])
  expect(body.total_count).toBe(3)
  expect(await findDrift(platform, desk.tenant.live.tenantId)).toEqual([])
})

test('another priority, queue or target counts from the creation, and pauses are kept', async () => {
  const urgent = { priority: 'urgent', first_response_minutes: null, resolution_minutes: 300 }
  const plan = { calendar_id: null, first_response_minutes: null, resolution_minutes: 600 }
  const desk = await deskAt('2028-01-10T00:00Z', { ...plan, priorities: [urgent] })
  const ticket = await opened(desk)
  const due = async () => minute((await ticketOf(desk, ticket)).resolution_due_at)
  const edit = (change: object) => ok(desk.write(`/tickets/${ticket.id}`, change))
  expect(await due()).toBe('2028-01-10T10:00Z')
  moveTo('2028-01-10T01:00Z')
  await setStatus(desk, ticket, 'pending')
  moveTo('2028-01-10T03:00Z')
  await setStatus(desk, ticket, 'open')
  expect(await due()).toBe('2028-01-10T12:00Z')
  expect(minute((await edit({ priority: 'urgent' })).resolution_due_at)).toBe('2028-01-10T07:00Z')
  const moved = await edit({ queue_id: 4 })
  expect(moved).toMatchObject({ sla_state: 'none', resolution_due_at: null })
  moveTo('2028-01-10T08:00Z')
  const back = await edit({ queue_id: 3 })
  expect(minute(back.resolution_due_at)).toBe('2028-01-10T07:00Z')
  expect(back.sla_state).toBe('breached')
  expect(await told(desk, ticket)).toEqual(['resolution_sla: on_track → breached'])
  await edit({ priority: 'normal' })
  expect(await ticketOf(desk, ticket)).toMatchObject({ sla_state: 'on_track' })
  expect(await findDrift(platform, desk.tenant.live.tenantId)).toEqual([])
})

test('the time in which a ticket was resolved counts for nothing when it is reopened', async () => {
  const plan = { calendar_id: null, first_response_minutes: null, resolution_minutes: 60 }
  const desk = await deskAt('2028-02-10T00:00Z', plan)
  const ticket = await opened(desk)
  moveTo('2028-02-10T00:30Z')
  await setStatus(desk, ticket, 'resolved')
  moveTo('2028-02-11T00:00Z')
  await tick(desk)
  expect(await ticketOf(desk, ticket)).toMatchObject({ sla_state: 'on_track' })
  await setStatus(desk, ticket, 'open')
  const row = await ticketOf(desk, ticket)
  expect([row.sla_state, minute(row.resolution_due_at)]).toEqual(['on_track', '2028-02-11T00:30Z'])
})

test('an edit of a plan, a calendar or a queue reaches the tickets that have not ended', async () => {
  const plan = { calendar_id: 61, first_response_minutes: 60, resolution_minutes: null }
  const desk = await deskAt('2028-03-06T07:00Z', plan)
  const [kept, ended] = [await opened(desk), await opened(desk)]
  await setStatus(desk, ended, 'resolved')
  const { db, storage, clock } = platform
  const work = {
    db,
    storage,
    scan: async () => true,
    ...mailing(noPost),
    clock: clock.now,
    surfaces: [help],
  }
  const doWork = async () => {
    const failed: unknown[] = []
    await doTasks(work, desk.tenant.live.tenantId, 100, (error) => void failed.push(error))
    expect(failed).toEqual([])
  }
  const dues = async () =>
    (await Promise.all([kept, ended].map((each) => ticketOf(desk, each)))).map((each) =>
      minute(each.first_response_due_at),
    )
  // Monday, 8:00 in Berlin: an hour before the desk opens.
  expect(await dues()).toEqual(['2028-03-06T09:00Z', '2028-03-06T09:00Z'])
  await ok(desk.write('/sla-plans/81', { first_response_minutes: 120 }))
  await doWork()
  expect(await dues()).toEqual(['2028-03-06T10:00Z', '2028-03-06T09:00Z'])
  await ok(desk.write('/calendars/61', { time_zone: 'Europe/London' }))
  await doWork()
  expect(await dues()).toEqual(['2028-03-06T11:00Z', '2028-03-06T09:00Z'])
  await ok(desk.write('/queues/3', { sla_plan_id: null }))
  await doWork()
  expect(await dues()).toEqual([null, '2028-03-06T09:00Z'])
  // Once more a minute later, for tickets of transactions that had begun before the edit.
  await platform.query('update help_tickets set sla_state = $2 where tenant_id = $1 and id = $3', [
    ...[desk.tenant.live.tenantId, 'breached', kept.id],
  ])
  await doWork()
  expect(await ticketOf(desk, kept)).toMatchObject({ sla_state: 'breached' })
  platform.clock.advance(60_000)
  await doWork()
  expect(await ticketOf(desk, kept)).toMatchObject({ sla_state: 'none' })
})

test('the clock looks at tickets whose time has come, each once, however many workers there are', async () => {
  const plan = { calendar_id: null, first_response_minutes: 100, resolution_minutes: null }
  const desk = await deskAt('2028-04-10T00:00Z', plan)
  const tickets = await Promise.all(Array.from({ length: 6 }, () => opened(desk)))
  const noted = async () => {
    const { rows } = await platform.query(
      `select due_at from work_due where tenant_id = $1 and kind = $2`,
      [desk.tenant.live.tenantId, slaClock.name],
    )
    return rows.map(({ due_at }) => minute((due_at as Date).toISOString()))
  }
  expect(await noted()).toEqual(['2028-04-10T01:20Z'])
  expect(await tick(desk)).toBe(0)
  moveTo('2028-04-10T01:21Z')
  const done = await Promise.all([tick(desk), tick(desk), tick(desk)])
  expect(done.reduce((sum, each) => sum + each)).toBe(6)
  expect(await noted()).toEqual(['2028-04-10T01:40Z'])
  moveTo('2028-04-10T05:00Z')
  expect(await tick(desk)).toBe(6)
  expect(await noted()).toEqual([])
  for (const ticket of tickets)
    expect(await told(desk, ticket)).toEqual([
      ...['first_response_sla: on_track → at_risk', 'first_response_sla: at_risk → breached'],
    ])
})

test('fifty pauses are kept; of more, the two with the least time between them count as one', () => {
  const hour = 3_600_000
  const begin = Date.parse('2028-05-01T00:00Z')
  // Pauses of half an hour, each an hour after the one before; between the 7th and the 8th is a quarter of an hour.
  const pauses = Array.from({ length: 50 }, (_, i) => {
    const from = begin + i * hour - (i === 7 ? hour / 4 : 0)
    return [from, begin + i * hour + hour / 2] as const
  })
  const ticket = {
    ...{ status: 'open', priority: 'normal', first_responded_at: null, resolved_at: null },
    ...{ created_at: new Date(begin), sla_first_response_level: 0, sla_resolution_level: 0 },
    ...{ sla_pauses: pauses, sla_paused_at: new Date(begin + 60 * hour) },
  }
  const terms = {
    ...{ first_response_minutes: null, resolution_minutes: 6000, priorities: [], calendar: null },
    ...{ pause_on_statuses: ['pending'], at_risk_percent: 80 },
  }
  const { sla } = slaOf(ticket, terms, new Date(begin + 61 * hour))
  expect(sla.sla_pauses).toHaveLength(50)
  expect(sla.sla_pauses[6]).toEqual([begin + 6 * hour, begin + 7.5 * hour])
  expect(sla.sla_pauses[49]).toEqual([begin + 60 * hour, begin + 61 * hour])
  // 100 hours, 50 pauses of half an hour, one of an hour, and twice a quarter that was drawn in.
  expect(sla.resolution_due_at).toEqual(new Date(begin + (100 + 25 + 1 + 0.25 + 0.25) * hour))
})
