import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { bulkPurge } from '../../packages/domain/src/help/bulk/purge.ts'
import { runBulkUpdate } from '../../packages/domain/src/help/bulk/bulk-run.ts'
import { doChore } from '../../packages/domain/src/platform/index.ts'
import { findDrift } from '../world/recount.ts'
import { openHelpDesk, type HelpDesk } from '../support/http/help-desk.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'

type Json = Record<string, unknown>
const DAY_MS = 24 * 60 * 60 * 1000

let platform: Platform
let desk: HelpDesk
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openHelpDesk(platform)
})

const opened = async (more: object = {}) => {
  const { body } = await desk.write('/tickets', { subject: 'Ox', body: 'Ox.', ...more })
  return body.data.id as number
}
const severalOpened = async (n: number) => {
  const ids: number[] = []
  for (let i = 0; i < n; i++) ids.push(await opened())
  return ids
}
const asked = async (body: object) => {
  const answer = await desk.write('/bulk-updates', body)
  expect(answer.status).toBe(202)
  return answer.body.data
}
const tenantId = () => desk.tenant.live.tenantId
const run = (id: number, clock = platform.clock.now) =>
  runBulkUpdate.run({ db: platform.db, clock } as never, tenantId(), id)
const bulk = async (id: number) => (await desk.read(`/bulk-updates/${id}`)).body.data as Json
const results = async (id: number, query = '') =>
  (await desk.read(`/bulk-updates/${id}/results?limit=100${query}`)).body.data as Json[]
const ticket = async (id: number) => (await desk.read(`/tickets/${id}`)).body.data as Json
const events = async (type: string) => {
  const host = desk.tenant.url
  const path = `/api/v1/events?limit=100&type=${type}`
  const { body } = await platform.call(path, { key: await desk.tenant.key(), host })
  return body.data.map(({ data }: { data: Json }) => data.ticket_id) as number[]
}
const noDrift = async () => expect(await findDrift(platform, tenantId())).toEqual([])

test('each ticket is changed as an edit would, and tells what has become of it', async () => {
  const [plain, done] = [await opened(), await opened({ priority: 'urgent', tags: ['urgent'] })]
  await desk.write(`/tickets/${done}/status`, { status: 'pending' })
  const change = { status: 'pending', priority: 'urgent', add_tags: ['urgent'] }
  const { id, ...rest } = await asked({ ticket_ids: [plain, done, 999_999, 1231], change })
  expect(rest).toMatchObject({ status: 'queued', change, total: 4, updated: 0, finished_at: null })
  await run(id)
  expect(await bulk(id)).toMatchObject({
    ...{ status: 'finished', total: 4, updated: 1, unchanged: 1, failed: 2 },
    ...{ by: { kind: 'member' }, finished_at: expect.any(String) },
  })
  expect(await ticket(plain)).toMatchObject({
    ...{ status: 'pending', priority: 'urgent', tags: ['urgent'] },
  })
  const outcomes = (await results(id)).map(({ ticket_id, outcome, error }) => [
    ...[ticket_id, outcome, (error as Json | null)?.code],
  ])
  expect(outcomes).toEqual(
    [
      [1231, 'failed', 'conflict'],
      [plain, 'updated', undefined],
      [done, 'unchanged', undefined],
      [999_999, 'failed', 'not_found'],
    ].sort((a, b) => Number(a[0]) - Number(b[0])),
  )
  expect((await results(id, '&outcome=failed')).map(({ reference }) => reference)).toEqual([
    ...['HD-001231', null],
  ])
  expect(await events('ticket.status_changed')).toEqual([plain, done])
  const { body } = await desk.read(`/audit?event_key=ticket.updated`)
  expect(body.data).toMatchObject([{ actor_kind: 'api', target: { id: plain } }])
  const thread = (await desk.read(`/tickets/${plain}/messages`)).body.data as Json[]
  expect(thread.flatMap(({ change: told }) => (told ? [(told as Json).field] : []))).toEqual([
    ...['status', 'priority', 'tags'],
  ])
  await noDrift()
})

test('a ticket gets all of a change or nothing of it, and says which field it failed by', async () => {
  const [held, loose] = [
    await opened({ help_topic_id: 41, custom_fields: { invoice_number: '7' } }),
    await opened(),
  ]
  const change = { status: 'resolved', custom_fields: { invoice_number: '8' } }
  const { id } = await asked({ ticket_ids: [held, loose], change, agent_id: 21 })
  await run(id)
  expect(await results(id)).toMatchObject([
    { ticket_id: held, outcome: 'updated' },
    {
      ...{ ticket_id: loose, outcome: 'failed' },
      error: { code: 'unknown_field', field: 'custom_fields.invoice_number' },
    },
  ])
  expect((await ticket(loose)).status).toBe('new')
  expect(await events('ticket.status_changed')).toEqual([held])
  expect((await bulk(id)).by).toMatchObject({ kind: 'agent', id: 21 })
  await noDrift()
})

test('a filter finds its tickets when it is asked, and at most a thousand', async () => {
  const [low, high] = [await opened({ priority: 'low' }), await opened({ priority: 'high' })]
  const { id, total } = await asked({ filter: { priority: 'low' }, change: { queue_id: 4 } })
  expect(total).toBe(1)
  await opened({ priority: 'low' })
  await run(id)
  expect((await results(id)).map(({ ticket_id }) => ticket_id)).toEqual([low])
  expect([(await ticket(low)).queue, (await ticket(high)).queue]).toMatchObject([
    ...[{ id: 4 }, { name: 'Support' }],
  ])
  await platform.query(
    `insert into help_tickets (tenant_id, number, subject, source, queue_id, requester_id, created_at, updated_at)
     select tenant_id, 5000 + n, 'Ox', source, queue_id, requester_id, created_at, updated_at
     from help_tickets, generate_series(1, 1000) n where tenant_id = $1 and id = 1234`,
    [tenantId()],
  )
  const many = { filter: { status: ['new'] }, change: { priority: 'low' } }
  expect(await desk.write('/bulk-updates', many)).toMatchObject(
    refusal(422, 'validation_failed', 'filter', 'too_many'),
  )
})

test.each([
  [{}, 'filter', 'not_allowed'],
  [{ ticket_ids: [1], filter: { priority: 'low' } }, 'filter', 'not_allowed'],
  [{ ticket_ids: [1], change: { queue_id: 999 } }, 'change.queue_id', 'not_found'],
  [{ ticket_ids: [1], change: { assignee_id: 22 } }, 'change.assignee_id', 'inactive'],
  [{ ticket_ids: [1], change: { add_tags: ['no'] } }, 'change.add_tags[0]', 'not_found'],
  [{ ticket_ids: [1], change: { tags: [], add_tags: [] } }, 'change.tags', 'not_allowed'],
  [
    { ticket_ids: [1], change: { snoozed_until: '2020-01-01T00:00:00Z' } },
    ...['change.snoozed_until', 'past'],
  ],
] as [object, string, string][])('createBulkUpdate refuses %j', async (body, field, code) => {
  const sent = { change: { priority: 'low' }, ...body }
  expect(await desk.write('/bulk-updates', sent)).toMatchObject(
    refusal(422, 'validation_failed', field, code),
  )
})

test('a worker that dies in the middle leaves no ticket changed twice, nor do two at once', async () => {
  const ids = await severalOpened(12)
  const { id } = await asked({ ticket_ids: ids, change: { status: 'pending' } })
  let turns = 0
  const dying = () => {
    if (++turns > 5) throw new Error('killed')
    return platform.clock.now()
  }
  await expect(run(id, dying)).rejects.toThrow('killed')
  expect(await bulk(id)).toMatchObject({ status: 'running', updated: 5, finished_at: null })
  await Promise.all([run(id), run(id), run(id)])
  expect(await bulk(id)).toMatchObject({ status: 'finished', updated: 12, failed: 0 })
  expect((await events('ticket.status_changed')).sort((a, b) => a - b)).toEqual(ids)
  await run(id)
  expect((await events('ticket.status_changed')).length).toBe(12)
  await noDrift()
})

test('the same key asks once, and what has ended is removed after 30 days', async () => {
  const ticket_ids = [await opened()]
  const ask = async () =>
    platform.call('/api/v1/helpdesk/bulk-updates', {
      ...{ key, host: desk.tenant.url, method: 'POST' },
      ...{ headers: { 'Idempotency-Key': 'bulk-1' } },
      body: { ticket_ids, change: { priority: 'low' } },
    })
  const key = await desk.tenant.key()
  const [first, again] = [await ask(), await ask()]
  expect([first.status, again.body.data.id]).toEqual([202, first.body.data.id])
  const { id } = first.body.data
  const purge = () => doChore(platform.db, tenantId(), bulkPurge, platform.clock.now())
  platform.clock.advance(31 * DAY_MS)
  await purge()
  expect(await bulk(id)).toMatchObject({ status: 'queued' })
  await run(id)
  expect(await purge()).toBe(0)
  platform.clock.advance(31 * DAY_MS)
  expect(await purge()).toBe(1)
  expect((await desk.read(`/bulk-updates/${id}`)).status).toBe(404)
  await noDrift()
})
