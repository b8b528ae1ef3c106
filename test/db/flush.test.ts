import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { connect, transact, type Database } from '@mobieus/db'
import { count, createOutbox, emit, flush, listOf, readCounter } from '@mobieus/domain/kit'
import { placeArrivals, placeFirst } from '@mobieus/domain/platform'
import { lockWaits } from '../support/process/lock-waits.ts'
import { testDatabase, type TestDatabase } from '../support/process/postgres.ts'
import { until } from '../support/until.ts'
import { buildTenant } from './seed.ts'

/** The end of a write: what it leaves arrives with its commit, and no other write waits for it. */

let database: TestDatabase
let db: Database
let tenantId: number

beforeAll(async () => {
  database = await testDatabase()
  db = connect({ url: database.appUrl, max: 12 })
})
afterAll(async () => {
  await db.close()
  await database.drop()
})
beforeEach(async () => {
  tenantId = await buildTenant(db)
})

/** Lists of which only the number of rows is counted. */
const lists = ['a', 'b', 'c'].map((name) => listOf(name, { from: 'posts' }))

/** The outbox of a write: an event with its number, and one more in each list, in one order or the other. */
function outboxOf(n: number) {
  const outbox = createOutbox()
  emit({ outbox }, 'user.left', { user_id: n, username: 'x', reason: 'deletion_scheduled' })
  for (const list of n % 2 === 0 ? lists : [...lists].reverse()) count({ outbox }, list, 1)
  return outbox
}

/** A write that ends once `gate` opens, after all that it leaves has been sent. */
function openWrite(n: number, gate: Promise<unknown>) {
  let left: (() => void) | undefined
  const sent = new Promise<void>((resolve) => (left = resolve))
  const ended = transact(db, tenantId, async ({ query }) => {
    for (const { text, values } of flush(tenantId, outboxOf(n), new Date()))
      await query(text, values)
    left?.()
    await gate
  })
  return { sent, ended }
}

const write = (n: number, now = new Date()) =>
  transact(
    db,
    tenantId,
    async ({ query }) => {
      await query('select 1')
      return outboxOf(n)
    },
    (outbox) => flush(tenantId, outbox, now),
  )

const positions = async () => {
  const { rows } = await transact(db, tenantId, ({ query }) =>
    query<{ position: number; n: number }>(
      `select position, (data ->> 'user_id')::int as n from api_events order by position`,
    ),
  )
  return rows
}

const total = (name: string) =>
  transact(db, tenantId, ({ tx }) => readCounter({ tx, tenantId }, name))

test('writes of one tenant reach their end side by side, whatever they count, and end in any order', async () => {
  const gates: (() => void)[] = []
  const writes = Array.from({ length: 10 }, (_, n) =>
    openWrite(n, new Promise<void>((resolve) => gates.push(resolve))),
  )
  // Each has left everything while all the others are open.
  await Promise.all(writes.map((each) => each.sent))
  for (const n of [7, 3, 9, 0]) {
    gates[n]?.()
    await writes[n]?.ended
  }
  expect((await placeArrivals(db, tenantId)).events).toBe(4)
  expect((await positions()).map(({ n }) => n).sort()).toEqual([0, 3, 7, 9])
  for (const open of gates) open()
  await Promise.all(writes.map((each) => each.ended))
  expect((await placeArrivals(db, tenantId)).events).toBe(6)
  const placed = await positions()
  expect(placed.map(({ position }) => position)).toEqual(placed.map((_, i) => i + 1))
  expect(new Set(placed.slice(4).map(({ n }) => n))).toEqual(new Set([1, 2, 4, 5, 6, 8]))
})

test('a write that is undone leaves nothing, and takes no position', async () => {
  await write(1)
  const undone = openWrite(2, Promise.reject(new Error('undone')))
  await expect(undone.ended).rejects.toThrow('undone')
  await write(3)
  expect(await total('a')).toBe(2)
  expect((await placeArrivals(db, tenantId)).events).toBe(2)
  expect(await positions()).toEqual([
    { position: 1, n: 1 },
    { position: 2, n: 3 },
  ])
  expect([await total('a'), await total('c')]).toEqual([2, 2])
})

test('a counter knows a change with its commit, and once only when it is placed', async () => {
  const seen: number[] = []
  for (let n = 0; n < 6; n++) {
    await write(n)
    seen.push(await total('b'))
    if (n % 2 === 0) await placeArrivals(db, tenantId)
    seen.push(await total('b'))
  }
  expect(seen).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6])
  expect(await total('nothing')).toBe(0)
})

test('of two who place the second knows where the first has ended', async () => {
  await write(1, new Date(Date.now() + 60_000))
  let second: Promise<unknown> | undefined
  await transact(db, tenantId, async (transaction) => {
    await placeFirst(transaction)
    await write(2)
    second = placeArrivals(db, tenantId)
    await until(async () => (await lockWaits((text) => db.pool.query(text))) > 0)
  })
  await second
  const { rows } = await transact(db, tenantId, ({ query }) =>
    query<{ at: Date }>('select created_at as at from api_events order by position'),
  )
  expect(rows).toHaveLength(2)
  expect(rows[1]).toEqual(rows[0])
})

test('a change by nothing is none', async () => {
  const outbox = createOutbox()
  count({ outbox }, lists[0] as (typeof lists)[0], 1)
  count({ outbox }, lists[0] as (typeof lists)[0], -1)
  expect(flush(tenantId, outbox, new Date())).toEqual([])
})
