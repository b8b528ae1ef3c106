import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import type { RunningServer } from '../../packages/server/src/index.ts'
import { startPlatform, type Called, type Platform, type TestTenant } from '../support/platform.ts'
import { until } from '../support/until.ts'

/** Fixed windows of a minute, exact over any number of servers. */

const WINDOW_MS = 60_000

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
  startOfWindow()
})

/** Moves the clock to where a window has just begun, so that no test runs over its end. */
function startOfWindow(): void {
  platform.clock.advance(WINDOW_MS - (platform.clock.now().getTime() % WINDOW_MS) + 1000)
}

const at = (server: RunningServer) => `http://${tenant.slug}.localhost:${server.port}`
const get = (key: string, server = platform.server) =>
  platform.call('/api/v1/me', { key, host: at(server) })
const passed = (answers: readonly Called[]) => answers.filter(({ status }) => status === 200).length

test.each([1, 2, 5, 40, 120])(
  'of a limit of %i exactly so many pass, over two servers at once',
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

test('what is refused for a scope or a fault has been counted as well', async () => {
  const key = await tenant.key({ rateLimit: 2, scopes: [] })
  const call = () => platform.call('/api/v1/posts', { key, host: tenant.url })
  expect([(await call()).status, (await call()).status, (await call()).status]).toEqual([
    403, 403, 429,
  ])
})
