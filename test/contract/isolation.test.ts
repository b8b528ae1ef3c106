import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { OperationRow } from '../../packages/contract/src/index.ts'
import { mintOneOfEach } from '../support/http/credentials.ts'
import { bodyOf, deref, parametersOf, table, type Node } from '../support/contract/contract.ts'
import { testEach } from '../support/contract/each.ts'
import { exampleOf, examplesOf, toCall, type ExampleRequest } from '../support/contract/examples.ts'
import { statusOfBadReference } from '../support/http/failure.ts'
import { startPlatform, type Platform, type TestTenant } from '../support/http/platform.ts'
import { withoutUse, dump } from '../support/contract/rows.ts'
import { buildWorld, growWorld, ids, shifted } from '../world/world.ts'

/**
 * Another tenant's resource does not exist: its id, wherever it is said, is answered like one that
 * nobody has. The tests run twice, because isolation is held twice. The second run has row-level
 * security switched off, so that a query that forgets to name its tenant is found out. (The policies
 * alone are tested with the database.)
 */

/** Ids of the other tenant's world, and ids that no row has. */
const FOREIGN = 1_000_000
const NOWHERE = 2_000_000

const OPEN_POLICIES = `do $$ declare p record; begin
  for p in select tablename, policyname from pg_policies where schemaname = 'public' loop
    execute format('alter policy %I on %I using (true) with check (true)', p.policyname, p.tablename);
  end loop;
end $$`

type Operation = (typeof table)[number]

/** A place of a request that says an id: put there, it makes another request. */
interface Place {
  readonly name: string
  readonly put: (by: number) => ExampleRequest
}

/** A mail's name, its `message_id`, and an `external_id` are texts of others and no references of ours. */
const isReference = (name: string, kind: string | undefined, type?: unknown) =>
  kind === 'Id' ||
  kind === 'Slug' ||
  kind === 'TicketKey' ||
  (/_ids?$/.test(name) && name !== 'external_id' && type !== 'string')

/** Where examples of the contract say ids and slugs: path, query, and fields of the body. */
function placesOf([id, row]: Operation): Place[] {
  const plain = exampleOf([id, row])
  const said = parametersOf(id).filter((one) => isReference(one.name, one.kind))
  const path = said
    .filter((one) => one.in === 'path')
    .map(({ name }) => ({
      name: `path ${name}`,
      put: (by: number) => ({
        ...plain,
        path: { ...plain.path, [name]: shifted(plain.path[name], by) },
      }),
    }))
  const query = said
    .filter((one) => one.in === 'query' && !['cursor', 'limit'].includes(one.name))
    .map(({ name, example = byName(name) }) => ({
      name: `query ${name}`,
      put: (by: number) => ({ ...plain, query: { ...plain.query, [name]: shifted(example, by) } }),
    }))
  return [...path, ...query, ...bodyPlaces(id)]
}

/** A field `slug` names what is being made, not something that is there. */
function bodyPlaces(id: string): Place[] {
  const { schema } = bodyOf(id) ?? {}
  return Object.entries<Node>(schema?.properties ?? {})
    .filter(
      ([name, node]) =>
        name !== 'slug' &&
        isReference(name, node.$ref?.split('/').at(-1), deref(node).type) &&
        deref(node).type !== 'array',
    )
    .map(([name]) => {
      const operation = table.find(([each]) => each === id) as Operation
      const shown = examplesOf(operation).find((one) => fieldsOf(one)[name] !== undefined)
      const request = shown ?? exampleOf(operation)
      const fields = fieldsOf(request)
      const put = (by: number) => ({
        ...request,
        body: { ...fields, [name]: shifted(fields[name] ?? byName(name), by) },
      })
      return { name: `body ${name}`, put }
    })
}

const fieldsOf = ({ body }: ExampleRequest) => (body ?? {}) as Record<string, unknown>

/** `thread_id` → 118: the value of a field that no example shows. */
function byName(field: string): number {
  const found = ids[`${field.replace(/_id$/, '')}s`]
  if (found === undefined)
    throw new Error(`show ${field} in an example, or add its id to \`ids\` of a file of test/world`)
  return found
}

/** Whether a parameter says where a page is, or stands in the plain request as well. */
const isOfPage = (name: string, place: string, { query }: ExampleRequest): boolean =>
  place === 'path' || ['cursor', 'limit'].includes(name) || name in query

const lists = table.filter(([, row]) => row.list)
const listOf = ({ surface, resource }: OperationRow) =>
  lists.find(([, row]) => row.surface === surface && row.resource === resource)

describe.each([
  { how: 'as it runs', open: false },
  { how: 'by the queries alone', open: true },
])('$how', ({ open }) => {
  let platform: Platform
  let mine: TestTenant
  let other: TestTenant
  /** Has the same ids as mine, and rows of its own below them. */
  let twin: TestTenant
  const alone = new Map<string, unknown[]>()
  let before: unknown
  beforeAll(async () => {
    platform = await startPlatform()
    if (open) await platform.query(OPEN_POLICIES)
    mine = platform.tenant
    await buildWorld(platform, mine.live.tenantId)
    for (const list of lists) alone.set(list[0], (await listed(list, mine)).data)
    other = await platform.addTenant()
    twin = await platform.addTenant()
    await buildWorld(platform, twin.live.tenantId)
    await growWorld(platform, twin.live.tenantId, 3)
    await buildWorld(platform, other.live.tenantId, { shift: FOREIGN })
    before = await rows()
  })
  afterAll(() => platform.close())

  /** The answer of a list to its own tenant. */
  async function listed([id, row]: Operation, tenant: TestTenant) {
    const plain = exampleOf([id, row])
    const [path] = toCall({ ...plain, query: { ...plain.query, limit: 100 } })
    // A key that is minted is a row of a list.
    const key = tenant === mine ? undefined : await tenant.credential(row)
    const { body } = await platform.call(path, { key, host: tenant.url })
    const noted = (name: string, value: unknown) =>
      name.startsWith('last_used_') ? undefined : value
    return JSON.parse(JSON.stringify(body, noted)) as { data: unknown[]; total_count: number }
  }

  /** Every row of the other tenant but those of keys, which tests mint as they go. */
  const rows = () => dump(platform, other.live.tenantId, /^(?:api_key|audit)/)

  /** The answer without what belongs to the one call. */
  async function answer(request: ExampleRequest, changes: object = {}) {
    const [path, call] = toCall(request)
    const { status, headers, body, failure } = await platform.call(path, { ...call, ...changes })
    const own = /^(?:date|x-request-id|x-ratelimit-.*|ratelimit)$/
    const { request_id: _, ...rest } = failure ? { failure } : (body ?? {})
    return {
      status,
      headers: [...headers].filter(([name]) => !own.test(name)),
      body: { ...rest, ...(failure && { failure: { ...failure, request_id: undefined } }) },
    }
  }

  /** The same request about the other tenant's world, in which every id has the shift. */
  const there = (request: ExampleRequest): ExampleRequest => ({
    ...request,
    path: Object.fromEntries(
      Object.entries(request.path).map(([name, value]) => [name, shifted(value, FOREIGN)]),
    ),
  })

  const places = table.flatMap((operation) =>
    placesOf(operation).map((place) => ({ id: operation[0], row: operation[1], ...place })),
  )

  testEach(places)('$id, $name: as if it were nowhere', async ({ put, name, row }) => {
    const found = await answer(put(FOREIGN))
    expect(found).toEqual(await answer(put(NOWHERE)))
    if (name.startsWith('path')) expect(found.status).toBe(404)
    if (name.startsWith('body')) expect(found.status).toBe(statusOfBadReference(row.path))
    if (name.startsWith('query') && found.status === 200 && row.list)
      expect(found.body).toMatchObject({
        data: [],
        total_count: 0,
        has_more: false,
        next_cursor: null,
      })
  })

  testEach(lists)('%s shows what it showed before there was anybody else', async (id, row) => {
    const [{ data, total_count }, seen] = [await listed([id, row], mine), alone.get(id)]
    expect(data.length).toBeGreaterThan(0)
    expect(withoutUse(data)).toEqual(withoutUse(seen))
    expect(total_count).toBe(data.length)
  })

  testEach(table.filter(([, row]) => row.path.includes('{id}') && listOf(row)))(
    '%s: what another tenant has below an id that both have',
    async (id, row) => {
      const [theirs] = (await listed(listOf(row) as Operation, twin)).data
      const plain = exampleOf([id, row])
      const of = (value: unknown) => answer({ ...plain, path: { ...plain.path, id: value } })
      const found = await of((theirs as { id: number }).id)
      expect(found).toEqual(await of(NOWHERE))
      expect(found.status).toBe(404)
    },
  )

  // A cursor is signed for its tenant, list, filters and hand, whatever the database would show.
  if (!open && lists.length > 0)
    describe('cursors', () => {
      let theirs: (row: OperationRow) => Promise<object>
      let inTest: (row: OperationRow) => Promise<object>
      beforeAll(async () => {
        await growWorld(platform, mine.live.tenantId, 3)
        const [ofOther, ofMine] = await Promise.all([
          mintOneOfEach(other),
          mintOneOfEach(mine, { environment: 'test' }),
        ])
        theirs = async (row) => ({ key: await ofOther(row), host: other.url })
        inTest = async (row) => ({ key: await ofMine(row) })
      })

      testEach(lists.map(([id, row], i) => ({ id, row, next: lists[i + 1] ?? lists[0] })))(
        '$id takes no cursor of another tenant, list, filter or hand',
        async ({ id, row, next }) => {
          const plain = exampleOf([id, row])
          const page = (query: object, changes?: object) =>
            answer({ ...plain, query: { ...plain.query, limit: 1, ...query } }, changes)
          const { body } = await page({})
          const cursor = body.next_cursor as string
          expect(cursor).toMatch(/^cur_/)
          expect((await page({ cursor })).status).toBe(200)

          const limited = { ...there(plain), query: { ...plain.query, limit: 1 } }
          const ofOthers = await answer(limited, await theirs(row))
          const refusal = {
            status: 400,
            body: { failure: { code: 'invalid_request', details: [{ field: 'cursor' }] } },
          }
          expect(await page({ cursor }, await theirs(row))).toMatchObject(refusal)
          expect(await page({ cursor: ofOthers.body.next_cursor ?? 'none' })).toMatchObject(refusal)
          expect(await page({ cursor }, await inTest(row))).toMatchObject(refusal)
          for (const made of [
            'x',
            'cur_',
            'NDI=',
            `${cursor.slice(0, 20)}${cursor[20] === 'A' ? 'B' : 'A'}${cursor.slice(21)}`,
            cursor.toUpperCase(),
            `${cursor}~~`,
            `${cursor}==junk`,
            `${cursor.slice(0, 10)}.${cursor.slice(10)}`,
          ])
            expect(await page({ cursor: made })).toMatchObject(refusal)
          for (const { name, in: place, example } of parametersOf(id))
            if (!isOfPage(name, place, plain) && example !== undefined)
              expect(await page({ cursor, [name]: example })).toMatchObject(refusal)
          // Every list is offered that of one other list, and not those of all: all are refused alike.
          const another = exampleOf(next as Operation)
          const query = { ...another.query, cursor }
          expect(await answer({ ...another, query })).toMatchObject(refusal)
        },
      )
    })

  test('nothing of all that changed the other tenant', async () => {
    expect(await rows()).toEqual(before)
  })
})
