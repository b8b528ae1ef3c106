import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { connect, transact, type Database, type Statement } from '@mobieus/db'
import {
  count,
  createOutbox,
  emit,
  flush,
  listOf,
  readCounter,
  type StoredAnswer,
} from '@mobieus/domain/kit'
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
  const log = await positions()
  expect(log.map(({ position }) => position)).toEqual(log.map((_, i) => i + 1))
  expect(new Set(log.slice(4).map(({ n }) => n))).toEqual(new Set([1, 2, 4, 5, 6, 8]))
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

test('the second of two who place knows where the first has ended', async () => {
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

test('arrivals are placed in batches, in one order, which go on where the one before has ended', async () => {
  const arrivals = 2_500
  const joined = Math.floor(arrivals / 3)
  await transact(db, tenantId, ({ query }) =>
    query(
      `insert into arrivals (tenant_id, created_at, types, data, names, changes)
       select $1, now(), case when n % 3 = 0 then '{user.joined,user.left}' else '{user.left}' end::text[],
         case when n % 3 = 0 then array['{"n":1}', '{"n":2}'] else array['{"n":3}'] end::json[],
         array['some', 'some.n=' || n % 7], array[1, 2]
       from generate_series(1, $2) n order by n returning 1`,
      [tenantId, arrivals],
    ),
  )
  // One that is larger than a batch may be is placed none the less.
  const large = createOutbox()
  const left = { username: 'x', reason: 'deletion_scheduled' } as const
  for (let n = 0; n < 10_500; n++) emit({ outbox: large }, 'user.left', { user_id: n, ...left })
  const finish = () => flush(tenantId, large, new Date())
  await transact(db, tenantId, async () => {}, finish)
  await write(1)
  const sizes: number[] = []
  const report = { placed: (types: readonly string[]) => void sizes.push(types.length) }
  const { events } = await placeArrivals(db, tenantId, { report })
  expect(sizes.length).toBeGreaterThan(5)
  expect(events).toBe(arrivals + joined + 10_500 + 1)

  const log = await transact(db, tenantId, ({ query }) =>
    query<{ position: number; type: string; type_position: number }>(
      'select position, type, type_position from api_events order by position',
    ),
  )
  expect(log.rows.map(({ position }) => position)).toEqual(log.rows.map((_, i) => i + 1))
  for (const type of ['user.joined', 'user.left']) {
    const own = log.rows.filter((each) => each.type === type)
    expect(own.map((each) => each.type_position)).toEqual(own.map((_, i) => i + 1))
  }
  expect((await positions()).slice(-3).map(({ n }) => n)).toEqual([10_498, 10_499, 1])
  const counted = async (name: string) => [name, await total(name)] as const
  expect(await counted('some')).toEqual(['some', arrivals])
  for (let rest = 0; rest < 7; rest++) {
    const own = Array.from({ length: arrivals }, (_, i) => i + 1).filter((n) => n % 7 === rest)
    expect(await counted(`some.n=${rest}`)).toEqual([`some.n=${rest}`, 2 * own.length])
  }
  expect(await counted('events')).toEqual(['events', events])
  expect(await counted('events.type=user.joined')).toEqual(['events.type=user.joined', joined])
})

/** The parts of a plan, from the root on. */
interface Plan {
  readonly 'Node Type': string
  readonly Operation?: string
  readonly 'Relation Name'?: string
  readonly 'Conflict Resolution'?: string
  readonly Plans?: readonly Plan[]
}
const partsOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(partsOf)]

const answerOf = (n: number): StoredAnswer => ({
  keyHash: Buffer.alloc(32, n),
  fingerprint: Buffer.alloc(32),
  status: 201,
  body: '{}',
  expiresAt: new Date(Date.now() + 86_400_000),
})

test('the end of a write is inserts that name the tenant first, and neither change nor lock a row', async () => {
  const ends = [[outboxOf(1)], [outboxOf(1), answerOf(1)], [createOutbox(), answerOf(2)]] as const
  const tables = new Set<string>()
  for (const [outbox, answer] of ends) {
    const statements = flush(tenantId, outbox, new Date(), answer)
    expect(statements).toHaveLength(1)
    const [{ text, values }] = statements as [Statement]
    const inserts = [...text.matchAll(/insert into (\w+)\s*\((\w+),[^)]*\)\s*(\S+ \S+?),?\s/g)]
    for (const [, table = '', column, begin] of inserts) {
      tables.add(table)
      expect([table, column]).toEqual([table, 'tenant_id'])
      expect(begin).toMatch(/^(?:values \(|select )\$1::bigint/)
    }
    const { rows } = await transact(db, tenantId, ({ query }) =>
      query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${text}`, values),
    )
    const parts = partsOf((rows[0] as (typeof rows)[0])['QUERY PLAN'][0].Plan)
    const changes = parts.filter((part) => part['Node Type'] === 'ModifyTable')
    expect(changes).toHaveLength(inserts.length)
    for (const change of changes) {
      expect(change.Operation).toBe('Insert')
      expect([undefined, 'NOTHING']).toContain(change['Conflict Resolution'])
    }
    expect(parts.filter((part) => part['Node Type'] === 'LockRows')).toEqual([])
  }
  expect([...tables].sort()).toEqual(['api_idempotency_keys', 'arrivals', 'work_due'])
})

test('a server of before, which raises counters as it writes, and placing wait for each other in no circle', async () => {
  for (const n of [0, 1]) await write(n)
  await placeArrivals(db, tenantId)
  // Counted in the other direction.
  await write(1)
  const raise = `
    insert into counters as c (tenant_id, name, value)
    select $1::bigint, name, 1 from unnest('{a,b,c}'::text[]) name order by name collate "C"
    on conflict (tenant_id, name) do update set value = c.value + excluded.value returning 1`
  const waits = async (n: number) =>
    until(async () => (await lockWaits((text) => db.pool.query(text))) >= n)
  let ended: Promise<unknown> | undefined
  await transact(db, tenantId, async ({ query }) => {
    await query(`select from counters where tenant_id = $1 and name = 'b' for update`, [tenantId])
    // It has raised `a` and waits for `b`, when placing comes.
    const before = transact(db, tenantId, ({ query }) => query(raise, [tenantId]))
    await waits(1)
    ended = Promise.all([before, placeArrivals(db, tenantId)])
    ended.catch(() => {})
    await waits(2)
  })
  await ended
  expect([await total('a'), await total('b'), await total('c')]).toEqual([4, 4, 4])
})
