import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OperationRow } from '../../packages/contract/src/index.ts'
import { parametersOf, table } from '../support/contract.ts'
import { exampleOf, toCall } from '../support/examples.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/platform.ts'
import { bySession } from '../support/tenants.ts'
import { buildWorld, growWorld } from '../support/world.ts'

/** Every list: its pages, its total, its filters. */

let platform: Platform
let tenant: TestTenant
let credential: (row: OperationRow) => Promise<string>
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

async function newTenant(): Promise<void> {
  tenant = await platform.addTenant()
  // One of each kind: a key that is minted is a row of a list.
  const key = await tenant.key()
  const session = await tenant.session()
  credential = async (row) =>
    row.resource === 'session' ? tenant.session() : bySession(row) ? session : key
  await buildWorld(platform, tenant.live.tenantId)
  await growWorld(platform, tenant.live.tenantId, 5)
}

interface Page {
  readonly data: unknown[]
  readonly next_cursor: string | null
  readonly total_count: number
  readonly has_more: boolean
}
type Query = Readonly<Record<string, unknown>>

const lists = table.filter(([, row]) => row.list)

async function page(operation: (typeof table)[number], query: Query): Promise<Page> {
  const plain = exampleOf(operation)
  const [path] = toCall({ ...plain, query: { ...plain.query, ...query } })
  const key = await credential(operation[1])
  const { status, body } = await platform.call(path, { key, host: tenant.url })
  expect({ status, error: body.error }).toEqual({ status: 200, error: undefined })
  return body
}

/** Every page from the first to the last; `between` runs before each next one. */
async function walk(
  operation: (typeof table)[number],
  query: Query,
  between?: () => Promise<void>,
) {
  const pages: Page[] = []
  do {
    if (pages.length > 0) await between?.()
    const cursor = pages.at(-1)?.next_cursor
    pages.push(await page(operation, { ...query, ...(cursor && { cursor }) }))
    if (pages.length > 200) throw new Error('the pages do not end')
  } while (pages.at(-1)?.has_more)
  return pages
}

/** The end of a list; a log in ascending order has no last page, and a cursor to go on with. */
const endOf = (query: Query) => ({
  has_more: false,
  next_cursor: query.order === 'asc' ? expect.stringMatching(/^cur_/) : null,
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

const filtered = lists.flatMap((operation) =>
  filtersOf(operation[0]).map((query) => {
    const by = Object.keys(query).join(' and ')
    return { operation, query, label: by === '' ? operation[0] : `${operation[0]} by ${by}` }
  }),
)

describe.each(filtered)('$label', ({ operation, query }) => {
  beforeAll(newTenant)

  test('paging visits each row once, and total_count is their number', async () => {
    const pages = await walk(operation, { ...query, limit: 2 })
    const seen = identities(pages)
    // Three rows are the least that shows paging: test/support/world.ts has to have them.
    expect({ [operation[0]]: Math.min(seen.length, 3) }).toEqual({ [operation[0]]: 3 })
    expect(new Set(seen).size).toBe(seen.length)
    expect(new Set(pages.map((each) => each.total_count))).toEqual(new Set([seen.length]))
    expect(pages.slice(0, -1).every((each) => each.has_more && each.data.length === 2)).toBe(true)
    expect(pages.at(-1)).toMatchObject(endOf(query))
    expect(identities([await page(operation, { ...query, limit: 100 })])).toEqual(seen)
  })

  test('a last page that is full ends the list', async () => {
    const { total_count } = await page(operation, { ...query, limit: 1 })
    const whole = await page(operation, { ...query, limit: total_count })
    expect(whole.data).toHaveLength(total_count)
    expect(whole).toMatchObject(endOf(query))
  })

  test('rows that are inserted meanwhile make none appear twice or not at all', async () => {
    const before = identities(await walk(operation, { ...query, limit: 100 }))
    // Not for ever: in ascending order they come faster than they are read.
    let rounds = 5
    const grow = async () => {
      if (rounds-- > 0) await growWorld(platform, tenant.live.tenantId, 1)
    }
    const seen = identities(await walk(operation, { ...query, limit: 3 }, grow))
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual(expect.arrayContaining(before))
  })
})

// A list of something has nothing to be empty of where there is nothing.
const ofAll = lists.filter(([, row]) => !row.path.includes('{'))
test.each(ofAll)('%s has an empty page where there is nothing', async (id, row) => {
  const other = await platform.addTenant()
  const filters = filtersOf(id).slice(1)
  for (const query of filters) {
    const [path] = toCall({ ...exampleOf([id, row]), query })
    const { body } = await platform.call(path, {
      host: other.url,
      key: await other.credential(row),
    })
    if (body.total_count > 0) continue
    expect(body).toMatchObject({ data: [], total_count: 0, ...endOf(query) })
  }
})

test('total_count follows every write', async () => {
  const writes = table.filter(([, row]) => row.method !== 'get')
  for (const operation of writes) {
    await newTenant()
    const [path, call] = toCall(exampleOf(operation))
    const key = await credential(operation[1])
    const { status } = await platform.call(path, { ...call, key, host: tenant.url })
    expect(status).toBe(operation[1].statuses[0])
    const follows = async ({ operation: list, query, label }: (typeof filtered)[number]) => {
      // What was deleted has no lists any more.
      const nested = list[1].path.includes('{')
      const [at] = toCall(exampleOf(list))
      if (nested && (await platform.call(at, { key, host: tenant.url })).status === 404) return
      const pages = await walk(list, { ...query, limit: 100 })
      const after = `${label} after ${operation[0]}`
      expect({ after, total: pages[0]?.total_count }).toEqual({
        after,
        total: identities(pages).length,
      })
    }
    await Promise.all(filtered.map(follows))
  }
})
