import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { random } from '../support/contract/random.ts'
import { fillUsers } from '../support/scim/fill-users.ts'
import { holdFilters, readAll } from '../support/scim/hold-filters.ts'
import { personOf } from '../support/scim/people.ts'
import { buildWorld } from '../world/world.ts'

const SEED = 13
const USERS = 300

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
  const { tenantId } = platform.tenant.live
  await buildWorld(platform, tenantId)
  const numbers = random(SEED)
  await fillUsers((text, values) => platform.query(text, values), tenantId, {
    ...{ count: USERS, firstId: 900_000_000, personOf: (n: number) => personOf(numbers, n) },
  })
})
afterAll(() => platform.close())

const ask = (filter: string, count: number) =>
  platform.call(`/scim/v2/Users?count=${count}&filter=${encodeURIComponent(filter)}`)

/** `npm run check:scim-filters` asks 10,000 of 100,000 users. */
test('300 made-up filters find what they say, and a broken one is refused', async () => {
  const users = await readAll((query) => platform.call(`/scim/v2/Users?${query}`))
  expect(users.length).toBeGreaterThanOrEqual(USERS)
  const held = await holdFilters(ask, users, { numbers: random(SEED), rounds: 300 })
  expect(held.wrong).toEqual([])
  expect(held.found).toBeGreaterThan(100)
  expect(held.refused).toBeGreaterThan(20)
})

test('the pages of a filter are cut from what it finds, by index and along the cursor', async () => {
  const filter = encodeURIComponent('emails pr')
  const get = (query: string) => platform.call(`/scim/v2/Users?filter=${filter}&${query}`)
  const found = await readAll(async (query) => get(query.replace('count=200', 'count=50')))
  const { body } = await get('count=200')
  expect(found.map(({ id }) => id).slice(0, 200)).toEqual(
    body.Resources.map(({ id }: { id: string }) => id),
  )
  expect(found).toHaveLength(body.totalResults)
  const sorted = await get('startIndex=41&count=10&sortBy=userName')
  const names = found.map(({ userName }) => String(userName)).sort(byLowerCase)
  expect(sorted.body.Resources.map(({ userName }: { userName: string }) => userName)).toEqual(
    names.slice(40, 50),
  )
  for (const place of [found.length + 1, Number.MAX_SAFE_INTEGER]) {
    const { status, body } = await get(`startIndex=${place}`)
    expect([status, body.totalResults, body.Resources]).toEqual([200, found.length, []])
  }
})

const byLowerCase = (one: string, other: string) =>
  one.toLowerCase() < other.toLowerCase() ? -1 : 1
