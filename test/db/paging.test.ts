import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { connect, createSecrets, transact, type Database } from '@mobieus/db'
import { closePage, listOf, openPage, pagesOf } from '@mobieus/domain/kit'
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

const context = () => ({ tenantId, operationId: 'listUsers' as const, secrets })

const pageOf = (query: { cursor?: string; limit?: number }) =>
  transact(db, tenantId, async ({ tx }) => {
    const page = openPage(context(), query)
    const found = await listMembers({ tx, tenantId }, {}, page)
    return closePage(page, found, ({ username }) => username)
  })

test('rows that are equal in what comes first are each visited once, in one order', async () => {
  const { data: all } = await pageOf({ limit: 100 })
  expect(all).toHaveLength(24)
  for (const limit of [1, 2, 5]) {
    const seen: string[] = []
    let cursor: string | null | undefined
    do {
      const page = await pageOf({ limit, ...(cursor && { cursor }) })
      seen.push(...page.data)
      cursor = page.next_cursor
    } while (cursor)
    expect(seen).toEqual(all)
  }
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
