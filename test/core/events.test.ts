import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { table } from '../support/contract/contract.ts'
import { eventFaults } from '../support/contract/closed-schemas.ts'
import { examplesOf, toCall } from '../support/contract/examples.ts'
import { workOnFiles } from '../support/process/file-work.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'
import { buildWorld } from '../world/world.ts'

let platform: Platform
let tenant: TestTenant
let key: string
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

beforeEach(() => settle())

/** A tenant of its own, with the documentation world as one surface knows it, or with all of it. */
async function settle(of?: string): Promise<void> {
  tenant = await platform.addTenant()
  key = await tenant.key()
  await buildWorld(platform, tenant.live.tenantId, { of })
}

interface Event {
  readonly id: string
  readonly type: string
  readonly created_at: string
  readonly data: Record<string, unknown>
}

const call = (path: string, body?: unknown, headers?: Record<string, string>) =>
  platform.call(path, { key, host: tenant.url, body, headers })

async function log(query = ''): Promise<Event[]> {
  const { status, body } = await call(`/api/v1/events?limit=100${query}`)
  expect(status).toBe(200)
  expect(body.total_count).toBe(body.data.length)
  return body.data
}

const register = (name: string) =>
  call('/api/v1/users', { username: name, email: `${name}@example.com` })

const byRelay = ['ticket.assigned', 'ticket.replied', 'ticket.status_changed']

/**
 * Types that no example can cause, because they depend on the resource itself. They are caused in its
 * tests.
 */
const depends: Readonly<Record<string, readonly string[]>> = {
  createTicket: ['ticket.assigned'],
  receiveEmail: ['ticket.assigned', 'ticket.status_changed'],
  receiveMailgunEmail: byRelay,
  receivePostmarkEmail: byRelay,
  receiveSendgridEmail: byRelay,
  // A session of an activity with which its course ends.
  recordLiveAttendance: ['course.completed', 'certificate.issued'],
  resolveReport: ['listing.withdrawn'],
  // Told by the clock once the page is due.
  setKnowReview: ['page.review_due'],
}

test.each(table.filter(([, row]) => row.emits.length > 0))(
  '%s causes what it declares, by one example or another, in the words of the webhook',
  async (id, row) => {
    const caused = new Set(depends[id])
    for (const [i, request] of examplesOf([id, row]).entries()) {
      if (i > 0) await settle(row.surface)
      const before = await log()
      const [path, call] = toCall(request)
      const as = { key: await tenant.credential(row), host: tenant.url }
      const { status } = await platform.call(path, { ...call, ...as })
      expect(status).toBeLessThan(300)
      // The event of an upload comes with its scan.
      await workOnFiles(platform, tenant.live.tenantId)
      const events = (await log()).slice(0, -before.length)
      for (const event of events) expect(eventFaults(event)).toEqual([])
      for (const { type } of events) caused.add(type)
    }
    expect([...caused].sort()).toEqual([...row.emits].sort())
  },
)

test('under 40 creates at once: no gap, no double, ids and times in the order of positions', async () => {
  const before = (await log()).length
  const created = await Promise.all(Array.from({ length: 40 }, (_, i) => register(`crowd-${i}`)))
  expect(created.map(({ status }) => status)).toEqual(Array(40).fill(201))
  const events = await log()
  expect(events).toHaveLength(before + 40)
  const ids = events.map(({ id }) => id)
  expect([...ids].sort().reverse()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
  const times = events.map(({ created_at }) => created_at)
  expect([...times].sort().reverse()).toEqual(times)
  const { rows } = await platform.query(
    'select position::int from api_events where tenant_id = $1 order by position',
    [tenant.live.tenantId],
  )
  expect(rows.map(({ position }) => position)).toEqual(events.map((_, i) => i + 1))
  const users = new Set(created.map(({ body }) => body.data.id))
  const joined = events.filter(({ data }) => users.has(data.user_id))
  expect(joined).toHaveLength(40)
})

test('created_at never goes back, although a clock does', async () => {
  await register('first')
  platform.clock.advance(-3_600_000)
  await register('second')
  platform.clock.advance(3_600_000)
  const [second, first] = await log()
  expect(second?.data.username).toBe('second')
  expect(second?.created_at).toBe(first?.created_at)
  expect((second?.id ?? '') > (first?.id ?? '')).toBe(true)
})

test('a write that fails leaves no event and no count', async () => {
  await register('taken')
  const before = await log()
  const users = (await call('/api/v1/users')).body.total_count
  expect((await register('taken')).status).toBe(409)
  expect((await register('TAKEN')).status).toBe(409)
  expect((await call('/api/v1/posts', { thread_id: 118, body: 'x', author_id: 999 })).status).toBe(
    422,
  )
  expect(await log()).toEqual(before)
  expect((await call('/api/v1/users')).body.total_count).toBe(users)
  const { rows } = await platform.query(
    'select count(*)::int as n from users where tenant_id = $1 and deletion_scheduled_at is null',
    [tenant.live.tenantId],
  )
  expect(rows[0].n).toBe(users)
})

test('by type, since a time, and both', async () => {
  platform.clock.advance(10_000)
  await register('early')
  platform.clock.advance(10_000)
  const since = platform.clock.now().toISOString()
  platform.clock.advance(10_000)
  await register('late')
  await call('/api/v1/posts', { thread_id: 118, body: 'Later still.' })
  const types = async (query: string) => (await log(query)).map(({ type }) => type)
  const from = `&since=${encodeURIComponent(since)}`
  expect(await types(from)).toEqual(['post.created', 'user.joined'])
  expect(await types(`${from}&type=user.joined`)).toEqual(['user.joined'])
  expect(await types(`${from}&type=user.left`)).toEqual([])
  const joined = await log('&type=user.joined')
  expect(joined.map(({ data }) => data.username).slice(0, 2)).toEqual(['late', 'early'])
  const [newest] = await log()
  const at = (time: string) => types(`&since=${encodeURIComponent(time)}`)
  expect(await at(newest?.created_at ?? '')).toContain('post.created')
  const past = new Date(Date.parse(newest?.created_at ?? '') + 1).toISOString()
  expect(await at(past)).toEqual([])
})

test.each([
  [
    'an offset',
    (time: Date) => `${new Date(time.getTime() + 23 * 3_600_000).toISOString().slice(0, -1)}+23:00`,
  ],
  ['nanoseconds', (time: Date) => time.toISOString().replace('Z', '000000Z')],
  ['small letters', (time: Date) => time.toISOString().toLowerCase()],
])('since understands %s', async (_what, write) => {
  const [newest, ...older] = await log()
  const found = await log(`&since=${encodeURIComponent(write(new Date(newest?.created_at ?? '')))}`)
  const same = older.filter((each) => each.created_at === newest?.created_at)
  expect(found).toEqual([newest, ...same])
})

test.each(['0000-01-01T00:00:00Z', '2016-12-31T23:59:60Z', '0001-01-01T00:00:00+23:59'])(
  'since %s is long ago',
  async (since) => {
    expect(await log(`&since=${encodeURIComponent(since)}`)).toEqual(await log())
  },
)

test('an event is what it was when it happened', async () => {
  const created = await call('/api/v1/posts', { thread_id: 118, body: 'By me.', author_id: 7 })
  const [before] = await log()
  expect(before?.data).toMatchObject({
    post_id: created.body.data.id,
    author: { username: 'pixel_pia' },
  })
  await call('/api/v1/users/7', { username: 'pia_pixel' })
  const after = (await log()).find(({ id }) => id === before?.id)
  expect(after).toEqual(before)
})

test('an offset whose + is not encoded is told how to be', async () => {
  const { status, body } = await platform.call('/api/v1/events?since=2026-05-28T00:00:00+02:00')
  expect({ status, details: body.error.details }).toEqual({
    status: 400,
    details: [{ field: 'since', code: 'format', message: expect.stringContaining('%2B') }],
  })
  const other = await platform.call('/api/v1/events?since=yesterday+evening&until=2026-05-28+x')
  expect(other.body.error.details).toHaveLength(2)
  const well = `/api/v1/events?since=${encodeURIComponent('2026-05-28T00:00:00+02:00')}`
  expect((await platform.call(well)).status).toBe(200)
  const wrong = await platform.call('/api/v1/events?since=never')
  expect(wrong.body.error.details[0].message).not.toContain('%2B')
})
