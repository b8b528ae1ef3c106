import { connect, reader, transact, type Database } from '@mobieus/db'
import { testDatabase, type TestDatabase } from '../support/process/postgres.ts'
import { buildTenant, buildUser } from './seed.ts'
import { relayTo, type Relay } from './trips.ts'

let database: TestDatabase
let relay: Relay
let db: Database
let tenantId: number

beforeAll(async () => {
  database = await testDatabase()
  relay = await relayTo(database.appUrl)
  db = connect({ url: relay.url, max: 1 })
  tenantId = await buildTenant(db)
  await buildUser(db, tenantId)
})

afterAll(async () => {
  await db.close()
  await relay.close()
  await database.drop()
})

beforeEach(() => relay.take())

test('a read is one trip', async () => {
  const rows = await reader(db, tenantId)
    .selectFrom('users')
    .select('username')
    .where('username_key', '=', 'ada')
    .execute()
  expect(rows).toEqual([{ username: 'ada' }])
  expect(relay.take()).toEqual({ trips: 1, writes: 1 })
})

test('a failed read costs another trip, and its connection is good for the next', async () => {
  const broken = reader(db, tenantId).selectFrom('users').select('id').where('id', '=', 1e300)
  await expect(broken.execute()).rejects.toMatchObject({ code: '22P02' })
  expect(relay.take()).toEqual({ trips: 2, writes: 2 })
  await reader(db, tenantId).selectFrom('users').select('id').execute()
  expect(relay.take()).toEqual({ trips: 1, writes: 1 })
})

test('a write with one statement and a last one is two trips', async () => {
  await transact(
    db,
    tenantId,
    ({ tx }) =>
      tx
        .insertInto('forums')
        .values({ tenant_id: tenantId, slug: 'general', name: 'General' })
        .returning('id')
        .executeTakeFirstOrThrow(),
    ({ id }) => [
      {
        text: 'insert into counters (tenant_id, name, value) values ($1, $2, $3)',
        values: [tenantId, 'forums', id],
      },
    ],
  )
  expect(relay.take()).toEqual({ trips: 2, writes: 2 })
})

test('statements sent at once share a trip', async () => {
  await transact(db, tenantId, ({ tx, query }) =>
    Promise.all([
      query('select pg_try_advisory_xact_lock(1)'),
      tx.selectFrom('users').select('id').execute(),
      tx.selectFrom('forums').select('id').execute(),
    ]),
  )
  expect(relay.take()).toEqual({ trips: 2, writes: 2 })
})

test('a transaction without a statement sends nothing', async () => {
  expect(await transact(db, tenantId, async () => 7)).toBe(7)
  const failing = transact(db, tenantId, () => Promise.reject(new Error('no')))
  await expect(failing).rejects.toThrow('no')
  expect(relay.take()).toEqual({ trips: 0, writes: 0 })
})

test('a transaction that has only last statements is one trip', async () => {
  await transact(
    db,
    tenantId,
    async () => 1,
    () =>
      ['only', 'these'].map((name) => ({
        text: 'insert into counters values ($1, $2, $3)',
        values: [tenantId, name, 1],
      })),
  )
  expect(relay.take()).toEqual({ trips: 1, writes: 1 })
})

test('a connection that is cut rejects what runs on it, and the next one works', async () => {
  const sleeping = reader(db, tenantId)
    .selectNoFrom((eb) => eb.fn<string>('pg_sleep', [eb.val(30)]).as('slept'))
    .execute()
  const rejected = expect(sleeping).rejects.toThrow(/Connection terminated|ECONNRESET/)
  setTimeout(() => relay.cut(), 100)
  await rejected

  const cutInside = transact(db, tenantId, async ({ tx, query }) => {
    await tx.selectFrom('users').select('id').execute()
    relay.cut()
    await query('select 1')
  })
  await expect(cutInside).rejects.toThrow(/Connection terminated|ECONNRESET|EPIPE|not queryable/)
  expect(await reader(db, tenantId).selectFrom('users').select('id').execute()).toHaveLength(1)
  expect(db.pool.totalCount).toBe(1)
})
