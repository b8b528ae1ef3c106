import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { RunningServer } from '../../packages/server/src/index.ts'
import {
  startPlatform,
  type Called,
  type Platform,
  type TestTenant,
} from '../support/http/platform.ts'
import { until } from '../support/until.ts'
import { startOfWindow } from '../support/fake/clock.ts'

/** Fixed windows of a minute, exact over any number of servers. */

let platform: Platform
let second: RunningServer
let tenant: TestTenant
beforeAll(async () => {
  platform = await startPlatform({ config: { requestsPerMinute: 7 } })
  second = await platform.addServer({ requestsPerMinute: 7 })
})
afterAll(() => platform.close())
beforeEach(async () => {
  tenant = await platform.addTenant()
  startOfWindow(platform.clock)
})

const at = (server: RunningServer) => `http://${tenant.slug}.localhost:${server.port}`
const get = (key: string, server = platform.server) =>
  platform.call('/api/v1/me', { key, host: at(server) })
const passed = (answers: readonly Called[]) => answers.filter(({ status }) => status === 200).length

test.each([1, 2, 5, 40, 120])(
  'a limit of %i lets exactly so many pass, over two servers at once',
  async (limit) => {
    const key = await tenant.key({ rateLimit: limit })
    const calls = Array.from({ length: limit + 20 }, (_, i) =>
      get(key, i % 2 ? second : platform.server),
    )
    const answers = await Promise.all(calls)
    // Each server may hold on to requests of its last lease, but alone it uses up what is left.
    expect(passed(answers)).toBeLessThanOrEqual(limit)
    const rest = await Promise.all(
      Array.from({ length: 40 }, (_, i) => get(key, i % 2 ? second : platform.server)),
    )
    expect(passed(answers) + passed(rest)).toBe(limit)
    for (const { status } of [...answers, ...rest]) expect([200, 429]).toContain(status)
  },
)

test('all sessions of a member have one limit, those of a moderator none', async () => {
  const call = async (key: string) =>
    (await platform.call('/api/admin/session', { key, host: tenant.url })).status
  const statuses = async (role: number) => {
    const sessions = [await tenant.session({ role }), await tenant.session({ role })]
    const answers = []
    for (const n of [0, 1, 2, 3, 4, 5, 6, 7]) answers.push(await call(sessions[n % 2] as string))
    return answers
  }
  expect(await statuses(2)).toEqual([...Array(7).fill(200), 429])
  expect(await statuses(3)).toEqual(Array(8).fill(200))
})

test('one after another: Remaining counts down to 0, then 429 says how long to wait', async () => {
  const key = await tenant.key({ rateLimit: 10 })
  const remaining: (string | null)[] = []
  for (let i = 0; i < 10; i++) {
    const { status, headers } = await get(key)
    expect(status).toBe(200)
    expect(headers.get('retry-after')).toBeNull()
    remaining.push(headers.get('x-ratelimit-remaining'))
  }
  expect(remaining).toEqual(['9', '8', '7', '6', '5', '4', '3', '2', '1', '0'])

  const seconds = () => platform.clock.now().getTime() / 1000
  const before = seconds()
  const { status, headers, body } = await get(key)
  const after = seconds()
  expect({ status, code: body.error.code }).toEqual({ status: 429, code: 'rate_limited' })
  const wait = Number(headers.get('retry-after'))
  const reset = Number(headers.get('x-ratelimit-reset'))
  expect(headers.get('x-ratelimit-limit')).toBe('10')
  expect(headers.get('x-ratelimit-remaining')).toBe('0')
  expect(reset % 60).toBe(0)
  expect(wait).toBeGreaterThanOrEqual(Math.ceil(reset - after))
  expect(wait).toBeLessThanOrEqual(Math.ceil(reset - before))
  expect(headers.get('ratelimit')).toBe(`"default";r=0;t=${wait}`)
  expect(headers.get('ratelimit-policy')).toBe('"default";q=10;w=60')

  platform.clock.advance(wait * 1000)
  const renewed = await get(key)
  expect(renewed.status).toBe(200)
  expect(renewed.headers.get('x-ratelimit-remaining')).toBe('9')
})

test('each key has a budget of its own', async () => {
  const [one, other] = [await tenant.key({ rateLimit: 1 }), await tenant.key({ rateLimit: 1 })]
  expect((await get(one)).status).toBe(200)
  expect((await get(one)).status).toBe(429)
  expect((await get(other)).status).toBe(200)
})

test("the key's limit counts, otherwise the tenant's, otherwise the platform's; 0 is unlimited", async () => {
  const limitOf = async (key: string) => {
    const { headers, body } = await get(key)
    const limit = Number(headers.get('x-ratelimit-limit'))
    expect(body.data.limits.requests_per_minute).toBe(limit)
    return limit
  }
  const own = await tenant.key({ rateLimit: 3 })
  const none = await tenant.key({ rateLimit: null })
  const unlimited = await tenant.key({ rateLimit: 0 })
  expect([await limitOf(own), await limitOf(none), await limitOf(unlimited)]).toEqual([3, 7, 0])

  await tenant.setIni('rate_limit.requests_per_minute = 5')
  await until(async () => (await limitOf(none)) === 5)
  expect([await limitOf(own), await limitOf(unlimited)]).toEqual([3, 0])

  await tenant.setIni('[rate_limit]\nrequests_per_minute = 0')
  await until(async () => (await limitOf(none)) === 0)

  const many = await Promise.all(Array.from({ length: 60 }, () => get(unlimited)))
  expect(passed(many)).toBe(60)
  // Nothing counts down: a client that slows down at 0 must not be told 0.
  for (const { headers } of many) {
    expect(headers.get('x-ratelimit-remaining')).toBeNull()
    expect(headers.get('ratelimit')).toBeNull()
    expect(headers.get('ratelimit-policy')).toBe('"unlimited";q=999999999999999')
  }
})

test('a request that is refused for a scope or a fault has been counted as well', async () => {
  const key = await tenant.key({ rateLimit: 2, scopes: [] })
  const call = () => platform.call('/api/v1/posts', { key, host: tenant.url })
  expect([(await call()).status, (await call()).status, (await call()).status]).toEqual([
    403, 403, 429,
  ])
})

describe('a rate class', () => {
  // Refused for its form; what is refused has been counted all the same.
  const upload = (key: string, server = platform.server) =>
    platform.call('/api/v1/files', { key, host: at(server), body: {} })

  /** Sets the tenant's limit, and waits until both servers have heard of it. */
  async function limitUploads(limit: number): Promise<void> {
    await tenant.setIni(`rate_limit.uploads_per_minute = ${limit}`)
    const key = await tenant.key({ rateLimit: 0 })
    for (const server of [platform.server, second])
      await until(async () =>
        String((await upload(key, server)).headers.get('ratelimit-policy')).includes('"uploads"'),
      )
  }

  test('has a limit of its own beside the key’s, which both servers keep', async () => {
    await limitUploads(3)
    const key = await tenant.key({ rateLimit: 100 })
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => upload(key, i % 2 ? second : platform.server)),
    )
    expect(answers.filter(({ status }) => status !== 429).length).toBeLessThanOrEqual(3)
    const refused = await upload(key)
    const wait = refused.headers.get('retry-after')
    expect(refused.body.error).toMatchObject({
      code: 'rate_limited',
      message: `The key may make 3 requests of the class uploads a minute; wait ${wait} seconds.`,
    })
    expect(Object.fromEntries(refused.headers)).toMatchObject({
      'ratelimit-policy': '"default";q=100;w=60, "uploads";q=3;w=60',
      'x-ratelimit-limit': '3',
      'x-ratelimit-remaining': '0',
    })
    expect(refused.headers.get('ratelimit')).toMatch(
      new RegExp(`^"default";r=\\d+;t=${wait}, "uploads";r=0;t=${wait}$`),
    )
    // Another class of request, and another key, are not concerned.
    const other = await get(key)
    expect(other.status).toBe(200)
    expect(other.headers.get('ratelimit-policy')).toBe('"default";q=100;w=60')
    expect((await upload(await tenant.key())).status).not.toBe(429)

    platform.clock.advance(Number(wait) * 1000)
    expect((await upload(key)).headers.get('x-ratelimit-remaining')).toBe('2')
  })

  test('counts in the key’s own limit, too, which may be nearer to its end', async () => {
    await limitUploads(5)
    const key = await tenant.key({ rateLimit: 2 })
    const { headers } = await upload(key)
    expect(headers.get('x-ratelimit-limit')).toBe('2')
    await upload(key)
    const refused = await upload(key)
    expect(refused.body.error.message).toMatch(/^The key may make 2 requests a minute/)
  })

  test('limits a key without a limit, and nothing where it is not set', async () => {
    const key = await tenant.key({ rateLimit: 0 })
    expect((await upload(key)).headers.get('ratelimit-policy')).toBe(
      '"unlimited";q=999999999999999',
    )
    await tenant.setIni('[rate_limit]\nuploads_per_minute = 1')
    const policy = '"unlimited";q=999999999999999, "uploads";q=1;w=60'
    await until(async () => (await upload(key)).headers.get('ratelimit-policy') === policy)
    const refused = await upload(key)
    expect(refused.status).toBe(429)
    expect(refused.headers.get('ratelimit')).toMatch(/^"uploads";r=0;t=\d+$/)
    expect((await get(key)).status).toBe(200)
  })
})
