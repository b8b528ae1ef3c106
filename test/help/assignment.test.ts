import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { agentStanding } from '../../packages/domain/src/help/agents/standing.ts'
import { handOutWaiting } from '../../packages/domain/src/help/queues/hand-out.ts'
import { help } from '../../packages/domain/src/help/index.ts'
import {
  advance,
  doChore,
  doTasks,
  placeArrivals,
} from '../../packages/domain/src/platform/index.ts'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
import { mailing, noPost } from '../support/fake/post.ts'
import { startPlatform, type Json, type Platform } from '../support/http/platform.ts'
import { findDrift } from '../world/recount.ts'

let platform: Platform
let desk: HelpDesk
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openHelpDesk(platform)
})

const QUEUE = 4
let members = 0

async function ok(call: ReturnType<HelpDesk['write']>): Promise<Json> {
  const { status, body, text } = await call
  if (status >= 300) throw new Error(text)
  return body.data
}

/** So many agents of the queue, who are members of their own. */
async function agents(count: number, fields: object = {}): Promise<number[]> {
  const ids: number[] = []
  for (let i = 0; i < count; i++) {
    const username = `helper-${++members}`
    const call = { key: await desk.tenant.key(), host: desk.tenant.url, method: 'POST' }
    const body = { username, email: `${username}@example.com` }
    const user = await ok(platform.call('/api/v1/users', { ...call, body }))
    const agent = { user_id: user.id, queue_ids: [QUEUE], presence: 'available', ...fields }
    ids.push((await ok(desk.write('/agents', agent))).id)
  }
  return ids
}
const policy = (assignment_policy: string) =>
  ok(desk.write(`/queues/${QUEUE}`, { assignment_policy }))
const open = (fields: object = {}): Promise<Json> =>
  ok(desk.write('/tickets', { subject: 'Help', body: 'Please.', queue_id: QUEUE, ...fields }))
const ticketOf = (id: number) => ok(desk.read(`/tickets/${id}`))
const assigneeOf = (ticket: Json): number | null => ticket.assignee?.id ?? null
const close = (id: number) => ok(desk.write(`/tickets/${id}/status`, { status: 'resolved' }))
const handOut = () =>
  doChore(platform.db, desk.tenant.live.tenantId, handOutWaiting, platform.clock.now())

/** The tasks that are due are done, as a worker does them. */
async function work(): Promise<void> {
  const { db, storage, clock } = platform
  const services = {
    db,
    storage,
    scan: async () => true,
    ...mailing(noPost),
    clock: clock.now,
    surfaces: [help],
  }
  const failed: unknown[] = []
  await doTasks(services, desk.tenant.live.tenantId, 100, (error) => void failed.push(error))
  expect(failed).toEqual([])
}

/** How many of these tickets each agent has, in the order of the agents. */
const shares = (tickets: readonly Json[], ids: readonly number[]) =>
  ids.map((id) => tickets.filter((ticket) => assigneeOf(ticket) === id).length)
const spread = (counts: readonly number[]) => Math.max(...counts) - Math.min(...counts)

/** Loads, as they are kept and as the tickets say. */
async function loads(): Promise<[Json, Json]> {
  const { rows } = await platform.query(
    `select a.id::int, a.open_count as kept, (
       select count(*) from help_tickets t where t.tenant_id = a.tenant_id
         and t.assignee_id = a.id and t.status in ('new', 'open'))::int as counted
     from help_agents a where a.tenant_id = $1 order by a.id`,
    [desk.tenant.live.tenantId],
  )
  return [rows.map(({ id, kept }) => [id, kept]), rows.map(({ id, counted }) => [id, counted])]
}
const requireLoads = async () => {
  const [kept, counted] = await loads()
  expect(kept).toEqual(counted)
}

const inBatches = async <T>(count: number, at: number, act: () => Promise<T>): Promise<T[]> => {
  const done: T[] = []
  const next = async (): Promise<void> => {
    if (done.length + running >= count) return
    running++
    done.push(await act().finally(() => running--))
    return next()
  }
  let running = 0
  await Promise.all(Array.from({ length: at }, next))
  return done
}

test('two hundred tickets at once differ by one per agent at most, with an agent who goes off half way', async () => {
  await policy('round_robin')
  const ids = await agents(5)
  const off = ids[4] as number
  const first = await inBatches(100, 25, () => open())
  const counts = shares(first, ids)
  expect({ sum: counts.reduce((sum, each) => sum + each), spread: spread(counts) }).toEqual({
    ...{ sum: 100, spread: 0 },
  })
  let opened = 0
  let leaving: Promise<unknown> | undefined
  const second = await inBatches(100, 25, async () => {
    if (++opened === 50) leaving = ok(desk.write(`/agents/${off}`, { presence: 'away' }))
    return open()
  })
  await leaving
  const others = shares(second, ids.slice(0, 4))
  const [gone] = shares(second, [off])
  expect(second.filter((ticket) => assigneeOf(ticket) === null)).toEqual([])
  expect(spread(others)).toBeLessThanOrEqual(1)
  expect(gone).toBeLessThan(Math.min(...others))
  expect(gone).toBeGreaterThan(0)
  await requireLoads()
  expect(await findDrift(platform, desk.tenant.live.tenantId)).toEqual([])
  // One who comes back begins where the others are: at the last turn but one, which some of them may have had twice.
  await ok(desk.write(`/agents/${off}`, { presence: 'available' }))
  const third = await inBatches(50, 10, () => open())
  const stayed = shares([...second, ...third], ids.slice(0, 4))
  const [back] = shares(third, [off]) as [number]
  const ahead = shares(third, ids.slice(0, 4)).map((count) => back - count)
  expect({ stayed, spread: spread(stayed) <= 1 }).toEqual({ stayed, spread: true })
  expect({ ahead, fair: ahead.every((by) => by >= -1 && by <= 2) }).toEqual({ ahead, fair: true })
})

test('fewest_open gives to whoever has the fewest open tickets, also of many at once', async () => {
  await policy('manual')
  const ids = await agents(3)
  const [busy] = ids as [number]
  for (let i = 0; i < 4; i++) {
    const { id } = await open()
    await ok(desk.write(`/tickets/${id}`, { assignee_id: busy }))
  }
  await policy('fewest_open')
  expect(shares(await inBatches(8, 8, () => open()), ids)).toEqual([0, 4, 4])
  expect(spread(shares(await inBatches(9, 9, () => open()), ids))).toBe(0)
  const { body } = await desk.read(`/tickets?assignee_id=${busy}&status=new&limit=100`)
  for (const { id } of body.data) await close(id)
  expect(shares(await inBatches(6, 3, () => open()), ids)).toEqual([6, 0, 0])
  await requireLoads()
})

test('no agent is given more than they can take, and the oldest ticket goes first when one of theirs ends', async () => {
  await policy('round_robin')
  const ids = await agents(2, { capacity: 3 })
  const tickets = await inBatches(20, 20, () => open())
  expect(shares(tickets, ids)).toEqual([3, 3])
  const waiting = tickets.filter((ticket) => assigneeOf(ticket) === null).map(({ id }) => id)
  expect(waiting).toHaveLength(14)
  expect(await handOut()).toBe(0)
  const given = tickets.filter((ticket) => assigneeOf(ticket) !== null)
  await close(given[0]!.id)
  // One that is opened now does not go before those that wait.
  expect(assigneeOf(await open())).toBeNull()
  expect(await handOut()).toBe(1)
  const oldest = Math.min(...waiting)
  expect(assigneeOf(await ticketOf(oldest))).toBe(assigneeOf(given[0]!))
  await ok(desk.write(`/agents/${ids[1]}`, { capacity: 5 }))
  await work()
  const later = [...waiting].sort((a, b) => a - b)
  const now = await Promise.all(later.map((id) => ticketOf(id)))
  expect(now.map((ticket) => assigneeOf(ticket) !== null)).toEqual(later.map((_, i) => i < 3))
  await requireLoads()
  expect(await findDrift(platform, desk.tenant.live.tenantId)).toEqual([])
})

test('tickets of an empty desk wait until somebody becomes available, and stay with them', async () => {
  await policy('fewest_open')
  const [agent] = (await agents(1, { presence: 'offline' })) as [number]
  const [first, second, third] = [await open(), await open(), await open()]
  expect([first, second, third].map(assigneeOf)).toEqual([null, null, null])
  await platform.query(
    `insert into work_due values ($1, 'help-sla', now() - interval '90 seconds')`,
    [desk.tenant.live.tenantId],
  )
  const { text } = await platform.call('/metrics', { key: null })
  expect(text).toMatch(/^mobieus_help_sla_lag_seconds (?:9\d|\d{3,})/m)
  expect(text).toMatch(/^mobieus_work_lag_seconds\{kind="help-sla"\} (?:9\d|\d{3,})/m)
  expect(text).toMatch(/^mobieus_work_lag_seconds\{kind="purge-know-pages"\} 0$/m)
  expect(text).toMatch(/^mobieus_help_tickets_waiting [1-9]\d*$/m)
  await close(second.id)
  await ok(desk.write(`/agents/${agent}`, { presence: 'available' }))
  await work()
  const ids = await Promise.all([first, second, third].map(({ id }) => ticketOf(id)))
  expect(ids.map(assigneeOf)).toEqual([agent, null, agent])
  // One that was given to nobody by hand stays so; one that is reopened without an agent waits again.
  await ok(desk.write(`/tickets/${first.id}`, { assignee_id: null }))
  await ok(desk.write(`/tickets/${second.id}/status`, { status: 'open' }))
  expect(await handOut()).toBe(1)
  expect(assigneeOf(await ticketOf(first.id))).toBeNull()
  expect(assigneeOf(await ticketOf(second.id))).toBe(agent)
  await requireLoads()
})

test('a ticket that moves to a queue which gives out tickets is given to one of its agents', async () => {
  const [agent] = (await agents(1)) as [number]
  await policy('round_robin')
  const { id } = await open({ queue_id: 3 })
  const moved = await ok(desk.write(`/tickets/${id}`, { queue_id: QUEUE }))
  expect(assigneeOf(moved)).toBe(agent)
  const held = await ok(desk.write(`/tickets/${id}`, { queue_id: 3 }))
  expect(assigneeOf(held)).toBe(agent)
  await requireLoads()
})

test('being given a ticket is told with its cause: in events, in the thread and in the audit log', async () => {
  const [agent] = (await agents(1)) as [number]
  await policy('round_robin')
  const { id, reference } = await open()
  await ok(desk.write(`/tickets/${id}`, { assignee_id: null }))
  const call = { key: await desk.tenant.key(), host: desk.tenant.url }
  const { body } = await platform.call('/api/v1/events?type=ticket.assigned', call)
  const common = { ticket_id: id, reference }
  expect(body.data.map(({ data }: Json) => data)).toMatchObject([
    { ...common, from: { id: agent }, to: null, cause: 'manual' },
    { ...common, from: null, to: { id: agent }, by: { kind: 'system' }, cause: 'round_robin' },
  ])
  const thread = await ok(desk.read(`/tickets/${id}/messages`))
  expect(thread.map(({ author, change }: Json) => [author.kind, change?.field])).toEqual([
    ...[['requester', undefined]],
    ...[
      ['system', 'assignee'],
      ['member', 'assignee'],
    ],
  ])
  const log = await ok(desk.read('/audit?event_key=ticket.assigned'))
  expect(log.map(({ actor_kind, after_json }: Json) => [actor_kind, after_json])).toEqual([
    ['api', { assignee_id: null }],
    ['system', { assignee_id: agent }],
  ])
})

test('agents whose member is banned or suspended are given nothing, and become inactive', async () => {
  await policy('round_robin')
  const [banned, suspended, kept] = (await agents(3)) as [number, number, number]
  const memberOf = async (id: number) => (await ok(desk.read(`/agents/${id}`))).user_id
  const host = desk.tenant.url
  const act = async (id: number, action: object) =>
    ok(
      platform.call('/api/v1/moderation/actions', {
        ...{ key: await desk.tenant.key(), host, method: 'POST' },
        body: { target_user_id: await memberOf(id), ...action },
      }),
    )
  await act(banned, { action: 'ban' })
  await act(suspended, { action: 'suspend', duration_hours: 5 })
  expect(shares(await inBatches(4, 4, () => open()), [banned, suspended, kept])).toEqual([0, 0, 4])
  const { tenantId } = desk.tenant.live
  await placeArrivals(platform.db, tenantId)
  await advance(platform.db, agentStanding, tenantId, platform.clock.now())
  const active = async (id: number) => (await ok(desk.read(`/agents/${id}`))).is_active
  expect(await Promise.all([banned, suspended, kept].map(active))).toEqual([false, false, true])
  expect(await findDrift(platform, tenantId)).toEqual([])
})

test('loads are what a recount finds after tickets have moved between agents and statuses at once', async () => {
  await policy('fewest_open')
  const ids = await agents(3)
  const tickets = await inBatches(12, 6, () => open())
  await Promise.all(
    tickets.flatMap(({ id }, i) => [
      desk.write(`/tickets/${id}`, { assignee_id: ids[i % 3] }),
      desk.write(`/tickets/${id}`, { assignee_id: ids[(i + 1) % 3] }),
      desk.write(`/tickets/${id}/status`, { status: i % 2 ? 'pending' : 'closed' }),
      desk.write(`/tickets/${id}/reply`, { body: 'And?' }),
      open(),
    ]),
  )
  await requireLoads()
  expect(await findDrift(platform, desk.tenant.live.tenantId)).toEqual([])
})
