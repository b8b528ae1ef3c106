import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import {
  createClient,
  follow as followLog,
  paginate,
  type FollowQuery,
} from '../../packages/client/src/index.ts'
import { connect, transact, type Database } from '../../packages/db/src/index.ts'
import { createOutbox, emit, flush } from '../../packages/domain/src/kit/index.ts'
import { placeArrivals } from '../../packages/domain/src/platform/index.ts'
import { follow, type FeedQuery, type Follower, type Shown } from '../support/http/follower.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'

/** A follower of the log with `order=asc` sees every event once, in the log's order. */

let platform: Platform
let tenant: TestTenant
let key: string
/** Connections of writers who take their time. */
let slowly: Database
beforeAll(async () => {
  platform = await startPlatform()
  slowly = connect({ url: platform.databaseUrl, max: 12 })
})
afterAll(async () => {
  await slowly.close()
  await platform.close()
})
beforeEach(async () => {
  tenant = await platform.addTenant()
  key = await tenant.key()
})

const call = (path: string, body?: unknown, host = tenant.url) =>
  platform.call(`/api/v1${path}`, { key, host, body })
const start = (query: FeedQuery = {}) => follow(platform, { tenant, key, query })

const joined = (name: string, host?: string) =>
  call('/users', { username: name, email: `${name}@example.com` }, host)
const posted = (title: string, host?: string) =>
  call('/posts', { forum_slug: 'general', title, body: 'x' }, host)

/** The log as its table has it: the truth that feeds are compared with. */
async function log(types?: readonly string[]): Promise<string[]> {
  await placeArrivals(platform.db, tenant.live.tenantId)
  const { rows } = await platform.query(
    `select position::int, data from api_events
     where tenant_id = $1 and ($2::text[] is null or type = any($2)) order by position`,
    [tenant.live.tenantId, types],
  )
  return rows.map(({ data }) => JSON.stringify(data))
}
const dataOf = (events: readonly Shown[]) => events.map(({ data }) => JSON.stringify(data))

/** Reads until `over` says so, then to the end. */
async function readWhile(follower: Follower, over: () => boolean): Promise<void> {
  while (!over()) await follower.next()
  await follower.catchUp()
}

describe('while others write', () => {
  test('on two servers and in transactions that end in another order than they began', async () => {
    const { port } = await platform.addServer()
    const elsewhere = tenant.url.replace(/:\d+$/, `:${port}`)
    const followers = [
      start({ limit: 3 }),
      start({ limit: 100 }),
      start({ type: 'post.created' }),
      start({ type: ['user.left', 'user.joined'], limit: 2 }),
    ]
    let over = false
    const reading = Promise.all(followers.map((each) => readWhile(each, () => over)))

    // Each opens its transaction, notes the time, and ends when all have begun, the first one last.
    const gates: (() => void)[] = []
    const slow = Array.from({ length: 12 }, (_, i) => commitLate(i, i % 4 === 3, gates))
    while (gates.length < slow.length) await call('/me')
    const http = Array.from({ length: 60 }, async (_, i) => {
      const host = i % 2 === 0 ? tenant.url : elsewhere
      const { status } = await (i % 3 === 0 ? joined(`w-${i}`, host) : posted(`Post ${i}`, host))
      expect(status).toBe(201)
    })
    for (const open of gates.reverse()) {
      open()
      await call('/me')
    }
    await Promise.all([...slow, ...http])
    over = true
    await reading

    const all = await log()
    // The founder of the tenant, the requests, and the slow ones that were not undone.
    expect(all).toHaveLength(1 + 60 + 9)
    expect(dataOf(followers[0]!.seen)).toEqual(all)
    expect(dataOf(followers[1]!.seen)).toEqual(all)
    expect(dataOf(followers[2]!.seen)).toEqual(await log(['post.created']))
    expect(dataOf(followers[3]!.seen)).toEqual(await log(['user.joined', 'user.left']))
    const ids = followers[0]!.seen.map(({ id }) => id)
    expect([...ids].sort()).toEqual(ids)
    expect(followers[1]!.seen.map(({ id }) => id)).toEqual(ids)
  })

  /** A write that has begun before others and ends after them, or is undone. */
  async function commitLate(i: number, undone: boolean, gates: (() => void)[]): Promise<void> {
    const { tenantId } = tenant.live
    const outbox = createOutbox()
    const early = platform.clock.now()
    const work = transact(
      slowly,
      tenantId,
      async ({ query }) => {
        await query('select 1')
        emit({ outbox }, 'user.joined', {
          user_id: 1000 + i,
          username: `late-${i}`,
          email_verified: false,
        })
        await new Promise<void>((resolve) => gates.push(resolve))
        if (undone) throw new Error('undone')
      },
      () => flush(tenantId, outbox, early),
    )
    await (undone ? expect(work).rejects.toThrow('undone') : work)
  }
})

describe('at the end of the log', () => {
  test('a page is empty and has a cursor, from which on exactly what is new comes', async () => {
    platform.clock.advance(1_000)
    const follower = start({ since: platform.clock.now().toISOString() })
    expect(await follower.next()).toMatchObject({ data: [], has_more: false, total_count: 0 })
    for (const name of ['one', 'two', 'three']) {
      await joined(name)
      expect((await follower.catchUp()).map(({ data }) => data.username)).toEqual([name])
      expect(await follower.catchUp()).toEqual([])
    }
    expect(follower.seen).toHaveLength(3)
  })

  test('the cursor moves past what the filter leaves out, and stays where nothing happened', async () => {
    const follower = start({ type: 'user.left' })
    await follower.next()
    const first = follower.cursor()
    await posted('Nothing to do with it')
    expect(await follower.next()).toMatchObject({ data: [], has_more: false, total_count: 0 })
    const second = follower.cursor()
    expect(second).not.toBe(first)
    await follower.next()
    expect(follower.cursor()).toBe(second)

    const { body } = await joined('leaver')
    await call(`/users/${body.data.id}/delete`, {})
    expect(await follower.next()).toMatchObject({ data: [{ type: 'user.left' }], total_count: 1 })
    expect(await follower.catchUp()).toEqual([])
  })

  test('a page that is full to the last event has nothing behind it', async () => {
    for (const title of ['two', 'three', 'four']) await posted(title)
    const follower = start({ limit: 2 })
    expect(await follower.next()).toMatchObject({ has_more: true, total_count: 4 })
    expect(await follower.next()).toMatchObject({ has_more: false, total_count: 4 })
    expect(await follower.next()).toMatchObject({ data: [], has_more: false, total_count: 4 })
  })

  test('a cursor keeps its place when the log is behind it, as on a replica that lags', async () => {
    const follower = start()
    await posted('Seen')
    await follower.catchUp()
    const cursor = follower.cursor()
    const { tenantId } = tenant.live
    await platform.query('delete from api_events where tenant_id = $1', [tenantId])
    const back = `update counters set value = 0 where tenant_id = $1 and name like 'events%'`
    await platform.query(back, [tenantId])
    expect(await follower.catchUp()).toEqual([])
    expect(follower.cursor()).toBe(cursor)
  })

  test('our client’s paginate ends there, and follow goes on from there', async () => {
    for (const title of ['one', 'two', 'three']) await posted(title)
    const { port } = new URL(tenant.url)
    const client = createClient({ baseUrl: `http://127.0.0.1:${port}`, apiKey: key })
    const query: FollowQuery = { type: ['post.created', 'user.left'], limit: 2 }
    const ended: unknown[] = []
    for await (const event of paginate(client, 'listEvents', { query: { ...query, order: 'asc' } }))
      ended.push(event.data.title)
    expect(ended).toEqual(['one', 'two', 'three'])

    const followed: unknown[] = []
    for await (const page of followLog(client, query, { everyMs: 1 })) {
      followed.push(...page.data.map(({ data }) => data.title))
      if (followed.length === 3) await posted('four')
      if (followed.length === 4) break
    }
    expect(followed).toEqual(['one', 'two', 'three', 'four'])
  })
})
