import { createHmac } from 'node:crypto'
import { parametersOf } from '../support/contract/contract.ts'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { connect, createSecrets, transact, type Database } from '@mobieus/db'
import { operations } from '@mobieus/contract'
import { validators } from '@mobieus/contract/artifacts'
import {
  closePage,
  CURSOR_LENGTH,
  listOf,
  openPage,
  PAGE_LIMIT,
  pagesOf,
} from '@mobieus/domain/kit'
import { testDatabase, type TestDatabase } from '../support/process/postgres.ts'
import { buildTenant } from './seed.ts'

/** Pages of a list that is ordered by a number, a time and a text, of which the first two are often equal. */

const secrets = createSecrets({ appSecret: 'a secret for cursors' })
const members = listOf('members', {
  from: 'users as u',
  order: { by: ['post_count', { time: 'joined_at' }, 'username'], direction: 'desc' },
})
const listMembers = pagesOf(members, ({ tx, tenantId }, from = members.from) =>
  tx.selectFrom(from).select(['u.username', 'u.post_count']).where('u.tenant_id', '=', tenantId),
)

let database: TestDatabase
let db: Database
let tenantId: number
beforeAll(async () => {
  database = await testDatabase()
  db = connect({ url: database.appUrl, max: 2 })
  tenantId = await buildTenant(db)
  await transact(db, tenantId, ({ query }) =>
    query(
      `insert into users (tenant_id, username, display_name, post_count, joined_at)
       select $1::bigint, 'Größe "' || i || '"', 'M', i % 2,
         timestamptz '2026-01-01 00:00:00+00' + (i % 3) * interval '1 microsecond'
       from generate_series(1, 24) i returning 1`,
      [tenantId],
    ),
  )
})
afterAll(async () => {
  await db.close()
  await database.drop()
})

const context = (tenant = tenantId) => ({
  tenantId: tenant,
  operationId: 'listUsers' as const,
  secrets,
})

const pageOf = (query: { cursor?: string; limit?: number }, tenant = tenantId) =>
  transact(db, tenant, async ({ tx }) => {
    const page = openPage(context(tenant), query)
    const found = await listMembers({ tx, tenantId: tenant }, {}, page)
    return closePage(page, found, ({ username }) => username)
  })

async function walk(limit: number, tenant = tenantId) {
  const seen: string[] = []
  const cursors: string[] = []
  let cursor: string | null | undefined
  do {
    const page = await pageOf({ limit, ...(cursor && { cursor }) }, tenant)
    seen.push(...page.data)
    cursor = page.next_cursor
    if (cursor) cursors.push(cursor)
  } while (cursor)
  return { seen, cursors }
}

test('rows that are equal in what comes first are each visited once, in one order', async () => {
  const { data: all } = await pageOf({ limit: 100 })
  expect(all).toHaveLength(24)
  for (const limit of [1, 2, 5]) expect((await walk(limit)).seen).toEqual(all)
})

test('texts of 200 characters are paged through, with cursors that the contract takes', async () => {
  const other = await buildTenant(db)
  await transact(db, other, ({ query }) =>
    query(
      `insert into users (tenant_id, username, display_name, post_count, joined_at)
       select $1::bigint, repeat(letter, 199) || i, 'M', 2147483647,
         timestamptz '2026-01-01 00:00:00.123456+00'
       from unnest(array['"', U&'\\0001', U&'\\+01F600', 'x']) letter, unnest(array[1, 2]) i returning 1`,
      [other],
    ),
  )
  const { data: all } = await pageOf({ limit: 100 }, other)
  expect(all).toHaveLength(8)
  const { seen, cursors } = await walk(1, other)
  expect(seen).toEqual(all)
  for (const cursor of cursors) expect(validators.listUsers?.query?.({ cursor })).toBe(true)
  expect(Math.max(...cursors.map(({ length }) => length))).toBeGreaterThan(1600)
})

/** A list may have a larger page than the others. */
const largestPageOf = (id: string) =>
  Math.max(PAGE_LIMIT, parametersOf(id).find(({ name }) => name === 'limit')?.schema.maximum ?? 0)

test('every list takes the longest cursor and the largest page that there are, and none beyond', () => {
  const lists = Object.entries(operations).filter(([, { parameters }]) =>
    parameters.some(({ name }) => name === 'cursor'),
  )
  expect(lists.length).toBeGreaterThan(10)
  for (const [id, { parameters }] of lists)
    for (const beyond of [0, 1]) {
      const fits = validators[id]?.query
      const needed = parametersOf(id).filter((each) => each.in === 'query' && each.required)
      const query = {
        ...Object.fromEntries(needed.map(({ name }) => [name, 'a'])),
        cursor: `cur_${'A'.repeat(CURSOR_LENGTH - 4 + beyond)}`,
        limit: largestPageOf(id) + beyond,
      }
      // SCIM puts a page's length in bounds, whatever it is.
      const named = parameters.filter(({ name }) => name === 'cursor' || name === 'limit')
      fits?.(query)
      const at = fits?.errors?.map(({ instancePath }) => instancePath) ?? []
      expect({ id, at }).toEqual({
        id,
        at: beyond ? expect.arrayContaining(named.map(({ name }) => `/${name}`)) : [],
      })
    }
})

test('a cursor that the contract would refuse is not given out', () => {
  const { seal } = openPage(context(), {})
  const room = (CURSOR_LENGTH - 4) * 0.75 - 12 - '[""]'.length
  expect(seal(['x'.repeat(room)])).toHaveLength(CURSOR_LENGTH)
  expect(() => seal(['x'.repeat(room + 1)])).toThrow('A cursor of listUsers has 2002 characters')
})

test('a key is one of its own list only, and not of a part of its order', async () => {
  const { next_cursor } = await pageOf({ limit: 1 })
  const ofOneNumber = openPage(context(), {}).seal([7])
  const refused = { code: 'invalid_request', details: [{ field: 'cursor', code: 'cursor' }] }
  for (const cursor of [ofOneNumber, `${next_cursor?.slice(0, -4)}AAAA`, 'cur_', 'cur_WzddAAAA'])
    await expect(pageOf({ cursor })).rejects.toMatchObject(refused)
})

test('cursors of a single number are those that callers have kept', () => {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(4501n)
  const [secret] = secrets.for('cursor').signing
  const mac = createHmac('sha256', secret)
    .update(`${tenantId} listUsers {} `)
    .update(bytes)
    .digest()
  const kept = `cur_${Buffer.concat([bytes, mac.subarray(0, 12)]).toString('base64url')}`
  expect(openPage(context(), { cursor: kept }).after).toEqual([4501])
  expect(openPage(context(), {}).seal([4501])).toBe(kept)
})
