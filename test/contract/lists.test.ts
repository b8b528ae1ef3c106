import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { mintOneOfEach } from '../support/http/credentials.ts'
import { parametersOf, table, worldFileOf } from '../support/contract/contract.ts'
import { describeEach, testEach } from '../support/contract/each.ts'
import { exampleOf, examplesOf, toCall } from '../support/contract/examples.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'
import { findDrift, repairDrift } from '../world/recount.ts'
import { buildWorld, growWorld } from '../world/world.ts'

/** Every list: its pages, its total, its filters. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

type Site = Awaited<ReturnType<typeof newSite>>

/** A tenant with the documentation world and enough of each list to be paged through, of one surface or of all. */
async function newSite(rows = 5, of?: string) {
  const tenant = await platform.addTenant()
  const credential = await mintOneOfEach(tenant)
  const { tenantId } = tenant.live
  await buildWorld(platform, tenantId, { of })
  if (rows > 0) await growWorld(platform, tenantId, rows, { of })
  return { tenant, tenantId, credential }
}

interface Page {
  readonly data: unknown[]
  readonly next_cursor: string | null
  readonly total_count: number
  readonly has_more: boolean
}
type Operation = (typeof table)[number]
type Query = Readonly<Record<string, unknown>>

const lists = table.filter(([, row]) => row.list)

async function page({ tenant, credential }: Site, operation: Operation, query: Query) {
  const plain = exampleOf(operation)
  const [path] = toCall({ ...plain, query: { ...plain.query, ...query } })
  const key = await credential(operation[1])
  const { status, body } = await platform.call(path, { key, host: tenant.url })
  expect({ status, error: body.error }).toEqual({ status: 200, error: undefined })
  return body as Page
}

/** Every page from the first to the last. */
async function walk(site: Site, operation: Operation, query: Query) {
  const pages: Page[] = []
  do {
    const cursor = pages.at(-1)?.next_cursor
    pages.push(await page(site, operation, { ...query, ...(cursor && { cursor }) }))
    if (pages.length > 200) throw new Error('the pages do not end')
  } while (pages.at(-1)?.has_more)
  return pages
}

/** The end of a list; the log in ascending order, and an export, have no last page, and a cursor to go on with. */
const isFollowed = (id: string, query: Query) =>
  id === 'exportTickets' || (id === 'listEvents' && query.order === 'asc')
const endOf = (id: string, query: Query) => ({
  has_more: false,
  next_cursor: isFollowed(id, query) ? expect.stringMatching(/^cur_/) : null,
})

const identityOf = (row: unknown): string => {
  const { id, slug } = row as { id?: unknown; slug?: unknown }
  return String(id ?? slug ?? JSON.stringify(row))
}
const identities = (pages: readonly Page[]) => pages.flatMap(({ data }) => data.map(identityOf))

/** Each filter that the contract shows, and all of them together. */
function filtersOf(id: string): Query[] {
  const shown = parametersOf(id)
    .filter((one) => one.in === 'query' && !['cursor', 'limit'].includes(one.name))
    .filter((one) => one.example !== undefined)
    .map((one) => [one.name, one.example] as const)
  const alone = shown.map((pair) => Object.fromEntries([pair]))
  return [{}, ...alone, ...(shown.length > 1 ? [Object.fromEntries(shown)] : [])]
}

const filteredOf = (operation: Operation) =>
  filtersOf(operation[0]).map((query) => {
    const by = Object.keys(query).join(' and ')
    return { operation, query, label: by === '' ? operation[0] : `${operation[0]} by ${by}` }
  })

describeEach(lists)('%s', (id, row) => {
  // Its filters share a tenant: rows that others have added are rows like any.
  let site: Site
  beforeAll(async () => {
    site = await newSite(5, row.surface)
  })

  describe.each(filteredOf([id, row]))('$label', ({ operation, query }) => {
    test('paging visits each row once, and total_count is their number', async () => {
      const pages = await walk(site, operation, { ...query, limit: 2 })
      const seen = identities(pages)
      const least = `three rows show paging: grow() in ${worldFileOf(row)}`
      expect({ least, rows: Math.min(seen.length, 3) }).toEqual({ least, rows: 3 })
      expect(new Set(seen).size).toBe(seen.length)
      expect(new Set(pages.map((each) => each.total_count))).toEqual(new Set([seen.length]))
      expect(pages.slice(0, -1).every((each) => each.has_more && each.data.length === 2)).toBe(true)
      expect(pages.at(-1)).toMatchObject(endOf(id, query))
      expect(identities([await page(site, operation, { ...query, limit: 100 })])).toEqual(seen)
    })

    test('a last page that is full ends the list', async () => {
      const { total_count } = await page(site, operation, { ...query, limit: 1 })
      const whole = await page(site, operation, { ...query, limit: total_count })
      expect(whole.data).toHaveLength(total_count)
      expect(whole).toMatchObject(endOf(id, query))
    })
  })

  test('rows that are inserted meanwhile make none appear twice or not at all', async () => {
    const limit = 3
    // All filters side by side: rows are added between the pages of each of them.
    const walks = await Promise.all(
      filteredOf([id, row]).map(async ({ label, query }) => ({
        label,
        query,
        before: identities(await walk(site, [id, row], { ...query, limit: 100 })),
        pages: [await page(site, [id, row], { ...query, limit })],
      })),
    )
    // Only a few rounds: in ascending order rows come faster than they are read.
    for (let round = 0; walks.some(({ pages }) => pages.at(-1)?.has_more); round++) {
      if (round > 200) throw new Error('the pages do not end')
      if (round < 3) await growWorld(platform, site.tenantId, 1, { of: row.surface })
      for (const { query, pages } of walks) {
        const { has_more, next_cursor: cursor } = pages.at(-1)!
        if (has_more) pages.push(await page(site, [id, row], { ...query, limit, cursor }))
      }
    }
    for (const { label, before, pages } of walks) {
      const seen = identities(pages)
      expect({ label, twice: seen.length - new Set(seen).size }).toEqual({ label, twice: 0 })
      expect({ label, seen }).toEqual({ label, seen: expect.arrayContaining(before) })
      expect({ label, more: pages.length > 1 }).toEqual({ label, more: true })
    }
  })
})

describe('where there is nothing', () => {
  let empty: TestTenant
  let credential: Site['credential']
  beforeAll(async () => {
    empty = await platform.addTenant()
    credential = await mintOneOfEach(empty)
  })

  // A list of something has nothing to be empty of where there is nothing.
  const ofAll = lists.filter(([, row]) => !row.path.includes('{'))
  testEach(ofAll)('%s has an empty page', async (id, row) => {
    for (const query of filtersOf(id).slice(1)) {
      const plain = exampleOf([id, row])
      const [path] = toCall({ ...plain, query: { ...plain.query, ...query } })
      const { body } = await platform.call(path, { host: empty.url, key: await credential(row) })
      if (body.total_count > 0) continue
      expect(body).toMatchObject({ data: [], total_count: 0, ...endOf(id, query) })
    }
  })
})

/**
 * Totals are counters beside the rows, or are counted on an index. Counters are compared with the rows
 * after each write. The lists, with counters or without, are walked through once, in a tenant to which
 * everything has happened.
 */
describe('total_count follows every write', () => {
  const writes = table.filter(([, row]) => row.method !== 'get')

  let site: Site
  beforeAll(async () => {
    site = await newSite()
  })

  /** Sends the examples of an operation; answers the first status, and what the counters have wrong then. */
  async function send(at: Site, operation: Operation) {
    const statuses: number[] = []
    for (const example of examplesOf(operation)) {
      const [path, call] = toCall(example)
      const key = await at.credential(operation[1])
      const { status } = await platform.call(path, { ...call, key, host: at.tenant.url })
      statuses.push(status)
    }
    return { status: statuses[0], drift: await findDrift(platform, at.tenantId) }
  }

  /** The totals of lists are the numbers of their rows. */
  async function expectTotals(at: Site, some: readonly Operation[]) {
    for (const { operation, query, label } of some.flatMap(filteredOf)) {
      // Lists of a deleted resource are gone.
      const [path] = toCall(exampleOf(operation))
      const nested = operation[1].path.includes('{')
      const key = await at.credential(operation[1])
      const host = at.tenant.url
      if (nested && (await platform.call(path, { key, host })).status === 404) continue
      const pages = await walk(at, operation, { ...query, limit: 100 })
      const total = identities(pages).length
      expect({ label, total: pages[0]?.total_count }).toEqual({ label, total })
    }
  }

  test('the counters of the world are those of its rows', async () => {
    expect(await findDrift(platform, site.tenantId)).toEqual([])
  })

  testEach(writes)('after %s', async (...operation) => {
    const [, row] = operation
    const ofResource = lists.filter(([, { resource }]) => resource === row.resource)
    // Where those before it have left it nothing to do, it has a tenant of its own.
    let [at, sent] = [site, await send(site, operation)]
    const isDone = () => row.statuses.some((each) => each === sent.status)
    if (!isDone()) {
      expect(sent.drift).toEqual([])
      at = await newSite(0, row.surface)
      sent = await send(at, operation)
    }
    const hint = 'a counter without rows here is of a list that no surface names in `lists`'
    const status = isDone() ? sent.status : row.statuses[0]
    expect({ ...sent, hint }).toEqual({ status, drift: [], hint })
    await expectTotals(at, ofResource)
  })

  test('after all of them, every list', async () => {
    await expectTotals(site, lists)
  })

  test('counters that lie are found and corrected; those that give events their positions are left alone', async () => {
    const { tenantId } = site
    const lie = (text: string) => platform.query(`${text} returning name`, [tenantId])
    await lie(
      `update counters set value = value + 5 where tenant_id = $1 and name in ('posts', 'events')`,
    )
    await lie(`delete from counters where tenant_id = $1 and name = 'users'`)
    await lie(`insert into counters (tenant_id, name, value) values ($1, 'posts.author_id=0', 3)`)
    const lies = ['events', 'posts', 'posts.author_id=0', 'users']
    const drift = await findDrift(platform, tenantId)
    expect(drift.map(({ name }) => name)).toEqual(lies)
    expect(drift[2]).toEqual({ name: 'posts.author_id=0', counter: 3, rows: 0 })
    expect(await repairDrift(platform, tenantId)).toEqual(drift.slice(1))
    expect(await findDrift(platform, tenantId)).toEqual(drift.slice(0, 1))
  })
})
