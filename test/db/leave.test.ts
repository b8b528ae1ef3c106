import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { connect, leave, reader, transact, type Database } from '@mobieus/db'
import { sql } from 'kysely'
import { testDatabase, type TestDatabase } from '../support/process/postgres.ts'
import { until } from '../support/until.ts'
import { leavesConnectionsAsTheyWere } from './connections.ts'
import { buildTenant } from './seed.ts'

/** Waiters, for whom statements run, and who leave. */

let database: TestDatabase
let db: Database
let tenantId: number

beforeAll(async () => {
  database = await testDatabase()
  db = connect({ url: database.appUrl, max: 2 })
  tenantId = await buildTenant(db)
})

afterAll(async () => {
  await db.close()
  await database.drop()
})

leavesConnectionsAsTheyWere(() => db)

const CANCELLED = { code: '57014' }
const pause = (seconds: number) => sql`select pg_sleep(${seconds})`
const forum = (slug: string) => ({ tenant_id: tenantId, slug, name: slug })

const findForum = (slug: string) =>
  reader(db, tenantId).selectFrom('forums').where('slug', '=', slug).select('slug').execute()

const running = async () => {
  const { rows } = await reader(db, tenantId).executeQuery<{ n: number }>(
    sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
      where datname = current_database() and state = 'active' and query like '%pg_sleep($1)%'
        and pid <> pg_backend_pid()`.compile(reader(db, tenantId)),
  )
  return rows[0]?.n
}

test('a read ends, and its connection is the next one’s', async () => {
  const waiter = { left: false }
  const read = pause(60).execute(reader(db, tenantId, waiter))
  const caught = expect(read).rejects.toMatchObject(CANCELLED)
  await until(async () => (await running()) === 1)
  leave(db, waiter)
  await caught
  // The error is sent a moment before the session counts as idle.
  await until(async () => (await running()) === 0)
  expect(db.pool.totalCount).toBe(2)
})

test('a write ends and leaves nothing; its later statements are not sent', async () => {
  const waiter = { left: false }
  const write = transact(
    db,
    tenantId,
    async ({ tx }) => {
      await tx.insertInto('forums').values(forum('left')).execute()
      await pause(60)
        .execute(tx)
        .catch(() => undefined)
      await pause(60).execute(tx)
    },
    undefined,
    { waiter },
  )
  const caught = expect(write).rejects.toMatchObject(CANCELLED)
  await until(async () => (await running()) === 1)
  leave(db, waiter)
  await caught
  expect(await findForum('left')).toEqual([])
})

test('a caller who leaves before COMMIT is sent has changed nothing', async () => {
  const waiter = { left: false }
  const write = transact(
    db,
    tenantId,
    async ({ tx }) => {
      await tx.insertInto('forums').values(forum('early')).execute()
      leave(db, waiter)
    },
    undefined,
    { waiter },
  )
  await expect(write).rejects.toMatchObject(CANCELLED)
  expect(await findForum('early')).toEqual([])
})

test('COMMIT, and what travels with it, is never cancelled', async () => {
  const waiter = { left: false }
  const write = transact(
    db,
    tenantId,
    ({ tx }) => tx.insertInto('forums').values(forum('late')).execute(),
    () => {
      setImmediate(() => leave(db, waiter))
      return [{ text: 'select pg_sleep(0.2)' }]
    },
    { waiter },
  )
  await write
  expect(await findForum('late')).toEqual([{ slug: 'late' }])
})

test('a caller who waits for a connection, and leaves, gives it to the next one', async () => {
  const waiter = { left: false }
  const all = Array.from({ length: 3 }, () => pause(60).execute(reader(db, tenantId, waiter)))
  const caught = Promise.all(all.map((each) => expect(each).rejects.toMatchObject(CANCELLED)))
  const write = expect(
    transact(db, tenantId, ({ tx }) => pause(60).execute(tx), undefined, { waiter }),
  ).rejects.toMatchObject(CANCELLED)
  setImmediate(() => leave(db, waiter))
  await pause(0).execute(reader(db, tenantId))
  await caught
  await write
})

test('no cancellation ever meets the statement of somebody else', async () => {
  const rounds = async (work: (i: number) => Promise<unknown>) => {
    for (let i = 0; i < 150; i++) await work(i)
  }
  const leaving = (i: number) => {
    const waiter = { left: false }
    const read = pause((i % 7) / 1000).execute(reader(db, tenantId, waiter))
    setTimeout(() => leave(db, waiter), i % 5)
    return read.catch((error: unknown) => expect(error).toMatchObject(CANCELLED))
  }
  const staying = (i: number) => pause((i % 3) / 1000).execute(reader(db, tenantId))
  await Promise.all([leaving, leaving, leaving, staying, staying, staying].map(rounds))
})
