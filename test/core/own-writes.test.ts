import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { connect, transact } from '../../packages/db/src/index.ts'
import { createOutbox, emit, flush } from '../../packages/domain/src/kit/index.ts'
import { placeArrivals, placeForReading } from '../../packages/domain/src/platform/index.ts'
import { createPlacing } from '../../packages/server/src/placing.ts'
import { readOwnWrites, type Ask } from '../support/http/own-writes.ts'
import {
  startPlatform,
  type Json,
  type Platform,
  type TestTenant,
} from '../support/http/platform.ts'
import { lockWaits } from '../support/process/lock-waits.ts'
import { directly } from '../support/process/postgres.ts'
import { until } from '../support/until.ts'
import { findDrift } from '../world/recount.ts'

/** Callers see what they did at once, on every server; see ADR 3. No worker places anything here. */

let platform: Platform
let tenant: TestTenant
let tenantId: number
let key: string
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  tenant = await platform.addTenant()
  tenantId = tenant.live.tenantId
  key = await tenant.key()
})

/** Asks the server at a port. */
const asking =
  (port: number): Ask =>
  async (path, body) => {
    const host = tenant.url.replace(/:\d+$/, `:${port}`)
    const answer = await platform.call(`/api/v1${path}`, { key, host, body })
    expect({ path, error: answer.body.error }).toEqual({ path, error: undefined })
    return answer.body
  }
const waiting = async () => {
  const { rows } = await platform.query(
    'select count(*)::int as n from arrivals where tenant_id = $1',
    [tenantId],
  )
  return rows[0]?.n as number
}

/** `npm run check:reads` does the same 10,000 times, with a worker, in processes. */
test('event, row and totals are seen at once, on another server', async () => {
  const other = await platform.addServer()
  const servers = [asking(platform.server.port), asking(other.port)] as const
  const broken = await readOwnWrites({ servers, rounds: 80, clients: 4 })
  expect(broken).toEqual({ log: [], type: [], rows: [], part: [], member: [], totals: [] })
  expect(await findDrift(platform, tenantId)).toEqual([])
})

test('a standby shows what is placed, and totals of the rows that it shows', async () => {
  const ask = asking(platform.server.port)
  const post = async (title: string) =>
    (await ask('/posts', { forum_slug: 'general', title, body: 'x' })).data
  const { id } = await post('placed')
  await placeArrivals(platform.db, tenantId)
  const { thread_id } = await post('arrived')
  const url = new URL(directly(platform.databaseUrl))
  url.searchParams.set('options', '-c default_transaction_read_only=on')
  const standby = connect({ url: url.href, max: 2 })
  expect(await placeForReading(standby, tenantId)).toBe(false)
  await standby.close()

  const askStandby = asking((await platform.addServer({}, url.href)).port)
  const log = await askStandby('/events?type=post.created')
  expect(log).toMatchObject({ total_count: 1, has_more: false })
  expect(log.data.map(({ data }: Json) => data.post_id)).toEqual([id])
  expect((await askStandby(`/posts?thread_id=${thread_id}`)).total_count).toBe(1)
  expect(await waiting()).toBe(1)
  expect((await ask('/events?type=post.created')).total_count).toBe(2)
  expect(await waiting()).toBe(0)
})

test('a reader who asks while something is placed waits for the next turn, which others share', async () => {
  const turns: number[] = []
  const placing = createPlacing(platform.db, { placed: ({ length }) => void turns.push(length) })
  const write = (...numbers: number[]) =>
    transact(platform.db, tenantId, async ({ query }) => {
      const outbox = createOutbox()
      for (const user_id of numbers)
        emit({ outbox }, 'user.left', { user_id, username: 'x', reason: 'deletion_scheduled' })
      for (const { text, values } of flush(tenantId, outbox, platform.clock.now()))
        await query(text, values)
    })
  await placeArrivals(platform.db, tenantId)
  await write(1)
  const asked: Promise<boolean>[] = []
  await transact(platform.db, tenantId, async ({ query }) => {
    // The turn has seen what there is, and waits to count it.
    await query('select from counters where tenant_id = $1 for update', [tenantId])
    asked.push(placing.before(tenantId))
    await until(async () => (await lockWaits((text) => platform.query(text))) > 0)
    await write(2, 3)
    asked.push(placing.before(tenantId), placing.before(tenantId))
  })
  expect(await asked[1]).toBe(true)
  expect(await waiting()).toBe(0)
  await Promise.all(asked)
  expect(turns).toEqual([1, 2])
})
