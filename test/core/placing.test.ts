import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { transact } from '../../packages/db/src/index.ts'
import { userList } from '../../packages/domain/src/core/users.store.ts'
import { count, createOutbox, emit, flush } from '../../packages/domain/src/kit/index.ts'
import { placeArrivals } from '../../packages/domain/src/platform/index.ts'
import { follow } from '../support/http/follower.ts'
import { startHooks, type Hooks } from '../support/http/hooks.ts'
import { type Platform, type TestTenant } from '../support/http/platform.ts'
import { until } from '../support/until.ts'

/** Places in the log are given after the commit: nothing is missed, whoever places. */

let hooks: Hooks
let platform: Platform
let tenant: TestTenant
let tenantId: number
let key: string
beforeAll(async () => {
  hooks = await startHooks(false)
  platform = hooks.platform
})
afterAll(() => hooks.close())
beforeEach(async () => {
  tenant = await platform.addTenant()
  tenantId = tenant.live.tenantId
  key = await tenant.key()
})

const call = (path: string, body?: unknown) =>
  platform.call(`/api/v1${path}`, { key, host: tenant.url, body })
const posted = async (title: string) => {
  const { status } = await call('/posts', { forum_slug: 'general', title, body: 'x' })
  expect(status).toBe(201)
}
const logged = async () => {
  const { rows } = await platform.query(
    `select position::int, type, type_position::int, created_at, data from api_events
     where tenant_id = $1 order by position`,
    [tenantId],
  )
  return rows
}
const waiting = async () => {
  const { rows } = await platform.query(
    'select count(*)::int as n from arrivals where tenant_id = $1',
    [tenantId],
  )
  return rows[0]?.n as number
}

/** A write of events with these numbers, at a time; `until` keeps it open when everything is sent. */
const write = (numbers: readonly number[], now = platform.clock.now(), until?: Promise<unknown>) =>
  transact(platform.db, tenantId, async ({ query }) => {
    const outbox = createOutbox()
    for (const n of numbers)
      emit({ outbox }, 'user.left', { user_id: n, username: 'x', reason: 'deletion_scheduled' })
    for (const { text, values } of flush(tenantId, outbox, now)) await query(text, values)
    await until
  })

describe('a write that stays open while others end', () => {
  test.each(['committed', 'undone'])('and is then %s', async (end) => {
    await posted('Before')
    const all = follow(platform, { tenant, key })
    const some = follow(platform, { tenant, key, query: { type: 'user.left' } })
    const { length: before } = await all.catchUp()
    await some.catchUp()
    const receiver = await hooks.receiver()
    await hooks.register(receiver.url, ['*'], tenant)
    const worker = await hooks.startWorker()

    let close: (error?: Error) => void = () => {}
    const closed = new Promise<void>((resolve, reject) => {
      close = (error) => (error ? reject(error) : resolve())
    })
    const late = write([1], platform.clock.now(), closed)
    const outcome =
      end === 'committed' ? late : expect(late).rejects.toThrow('the write was undone')
    platform.clock.advance(60_000)
    for (const title of ['one', 'two']) {
      await posted(title)
      // Attempts that are made at the same time arrive in any order.
      await hooks.settled(tenant)
    }
    expect((await all.catchUp()).map(({ data }) => data.title)).toEqual(['one', 'two'])
    expect(receiver.received.map(({ event }) => event.data.title)).toEqual(['one', 'two'])
    expect(await some.catchUp()).toEqual([])
    close(end === 'committed' ? undefined : new Error('the write was undone'))
    await outcome
    await placeArrivals(platform.db, tenantId)

    await posted('three')
    await hooks.settled(tenant)
    await worker.stop()
    const types = (await all.catchUp()).map(({ type }) => type)
    expect(types).toEqual(end === 'committed' ? ['user.left', 'post.created'] : ['post.created'])
    const told = receiver.received.map(({ event }) => event)
    expect(told.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ id }) => id)).toEqual(
      all.seen.slice(before).map(({ id }) => id),
    )
    expect(await some.catchUp()).toHaveLength(end === 'committed' ? 1 : 0)
    const times = all.seen.map(({ created_at }) => created_at)
    expect([...times].sort()).toEqual(times)
  })
})

describe('settled arrivals are not looked at again', () => {
  const settled = async () => {
    const { rows } = await platform.query(
      'select id::int from arrivals_settled where tenant_id = $1',
      [tenantId],
    )
    return (rows[0]?.id as number | undefined) ?? 0
  }
  /** Writes and places, as a second later than the last time. */
  async function round(n: number) {
    await platform.query(
      `update arrivals_settled set seen_at = seen_at - interval '2 seconds' where tenant_id = $1`,
      [tenantId],
    )
    await write([n])
    await placeArrivals(platform.db, tenantId)
  }
  const numbers = async () => {
    const events = await follow(platform, { tenant, key, query: { type: 'user.left' } }).catchUp()
    return events.map(({ data }) => data.user_id)
  }
  const total = async () => (await call('/users')).body.total_count

  test('and no write comes later, however long it was open', async () => {
    let sent = false
    let close = () => {}
    const closed = new Promise<void>((resolve) => (close = resolve))
    const users = await total()
    const late = transact(platform.db, tenantId, async ({ query }) => {
      const outbox = createOutbox()
      emit({ outbox }, 'user.left', { user_id: 99, username: 'x', reason: 'deletion_scheduled' })
      count({ outbox }, userList, 1)
      for (const { text, values } of flush(tenantId, outbox, platform.clock.now()))
        await query(text, values)
      sent = true
      await closed
    })
    await until(() => sent)
    for (let n = 0; n < 5; n++) await round(n)
    expect(await numbers()).toEqual([0, 1, 2, 3, 4])
    const before = await settled()
    close()
    await late
    expect(await total()).toBe(users + 1)
    expect(await numbers()).toEqual([0, 1, 2, 3, 4, 99])
    expect(await total()).toBe(users + 1)
    // Once it has ended, the rest is settled: as soon as other databases have no older transaction.
    let n = 5
    await until(async () => {
      await round(n++)
      return (await settled()) > before
    })
    expect(await numbers()).toHaveLength(n + 1)
  })

  test('but by the poll, which finds what ids that begin anew after a restore have hidden', async () => {
    for (let n = 0; n < 3; n++) await round(n)
    // From the id that was seen: nothing is settled while another database has an older transaction.
    await platform.query(
      `update arrivals_settled set id = seen_id + 1000000, seen_id = seen_id + 1000000
       where tenant_id = $1`,
      [tenantId],
    )
    await write([3])
    await placeArrivals(platform.db, tenantId)
    expect(await numbers()).toEqual([0, 1, 2])
    await platform.query(
      `update arrivals_settled set seen_at = seen_at - interval '2 seconds' where tenant_id = $1`,
      [tenantId],
    )
    await placeArrivals(platform.db, tenantId, { all: true })
    expect(await numbers()).toEqual([0, 1, 2, 3])
    await write([4])
    expect(await numbers()).toEqual([0, 1, 2, 3, 4])
  })
})

describe('placing', () => {
  test('by several at once, while others write: no gap, no double, one order', async () => {
    const writers = Array.from({ length: 6 }, async (_, w) => {
      for (let n = 0; n < 25; n++) await write([w * 1_000 + n * 10, w * 1_000 + n * 10 + 1])
    })
    let over = false
    const placers = Array.from({ length: 4 }, async () => {
      let placed = 0
      while (!over) placed += (await placeArrivals(platform.db, tenantId)).events
      return placed
    })
    await Promise.all(writers)
    over = true
    const placed = (await Promise.all(placers)).reduce((sum, each) => sum + each, 0)
    const { events: left } = await placeArrivals(platform.db, tenantId)
    expect(await waiting()).toBe(0)

    const log = (await logged()).filter(({ type }) => type === 'user.left')
    const all = await logged()
    expect(placed + left).toBe(all.length)
    expect(all.map(({ position }) => position)).toEqual(all.map((_, i) => i + 1))
    expect(log.map(({ type_position }) => type_position)).toEqual(log.map((_, i) => i + 1))
    const numbers = log.map(({ data }) => data.user_id as number)
    expect(new Set(numbers).size).toBe(6 * 25 * 2)
    for (let w = 0; w < 6; w++) {
      const own = numbers.filter((n) => Math.floor(n / 1_000) === w)
      expect(own).toEqual([...own].sort((a, b) => a - b))
    }
  })

  test('keeps times from going back, when the clocks of servers differ', async () => {
    const now = platform.clock.now().getTime()
    for (const late of [0, 5_000, -9_000, 2_000]) await write([late], new Date(now + late))
    await placeArrivals(platform.db, tenantId)
    for (const late of [-60_000, 6_000]) await write([late], new Date(now + late))
    await placeArrivals(platform.db, tenantId)
    const log = (await logged()).filter(({ type }) => type === 'user.left')
    expect(log.map(({ data }) => data.user_id)).toEqual([0, 5_000, -9_000, 2_000, -60_000, 6_000])
    const late = log.map(({ created_at }) => (created_at as Date).getTime() - now)
    expect(late).toEqual([0, 5_000, 5_000, 5_000, 5_000, 6_000])
  })
})
