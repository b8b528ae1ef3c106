import { connect, directory, reader, transact, type Database } from '@mobieus/db'
import { testDatabase, type TestDatabase } from '../support/process/postgres.ts'
import { buildTenant, buildUser } from './seed.ts'

let database: TestDatabase
let db: Database

beforeAll(async () => {
  database = await testDatabase()
  db = connect({ url: database.appUrl, max: 8 })
})

afterAll(async () => {
  await db.close()
  await database.drop()
})

test('without a tenant nothing is seen and nothing can be written', async () => {
  await buildUser(db, await buildTenant(db))
  expect(await directory(db).selectFrom('users').selectAll().execute()).toEqual([])
  const insert = directory(db)
    .insertInto('users')
    .values({ tenant_id: 1, username: 'eve', display_name: 'Eve' })
  await expect(insert.execute()).rejects.toThrow(/row-level security/)
})

test("another tenant's rows are neither seen nor changed nor written", async () => {
  const [mine, theirs] = [await buildTenant(db), await buildTenant(db)]
  const id = await buildUser(db, theirs, 'bob')

  const seen = await reader(db, mine).selectFrom('users').where('id', '=', id).execute()
  expect(seen).toEqual([])
  const changed = await transact(db, mine, ({ tx }) =>
    tx.updateTable('users').set({ display_name: 'Mallory' }).where('id', '=', id).execute(),
  )
  expect(changed[0]?.numUpdatedRows).toBe(0n)
  const smuggled = transact(db, mine, ({ tx }) =>
    tx
      .insertInto('users')
      .values({ tenant_id: theirs, username: 'eve', display_name: 'Eve' })
      .execute(),
  )
  await expect(smuggled).rejects.toThrow(/row-level security/)
  const moved = transact(db, theirs, ({ tx }) =>
    tx.updateTable('users').set({ tenant_id: mine }).where('id', '=', id).execute(),
  )
  await expect(moved).rejects.toThrow(/row-level security/)
})

test('the tenant does not outlive the transaction that set it', async () => {
  const one = connect({ url: database.appUrl, max: 1 })
  try {
    const tenantId = await buildTenant(one)
    await buildUser(one, tenantId)
    expect(await reader(one, tenantId).selectFrom('users').selectAll().execute()).toHaveLength(1)
    expect(await directory(one).selectFrom('users').selectAll().execute()).toEqual([])
  } finally {
    await one.close()
  }
})

test('a user name belongs to one user of a tenant, in any case; another tenant may have it too', async () => {
  const [one, two] = [await buildTenant(db), await buildTenant(db)]
  await buildUser(db, one, 'Ada')
  await buildUser(db, two, 'ada')
  await expect(buildUser(db, one, 'aDA')).rejects.toMatchObject({ code: '23505' })
})

test('a tenant that is not a positive integer is refused before anything is sent', () => {
  for (const wrong of [0, -1, 1.5, NaN, "1'; drop table users; --" as unknown as number])
    expect(() => reader(db, wrong)).toThrow(/no tenant/)
})

test('200 transactions of many tenants at once do not leak', async () => {
  const tenants = await Promise.all(Array.from({ length: 20 }, () => buildTenant(db)))
  const rounds = Array.from({ length: 200 }, (_, n) => ({ n, tenantId: Number(tenants[n % 20]) }))
  await Promise.all(
    rounds.map(async ({ n, tenantId }) => {
      const work = transact(db, tenantId, async ({ tx }) => {
        const insert = tx
          .insertInto('forums')
          .values({ tenant_id: tenantId, slug: `f${n}`, name: `${tenantId}` })
        const [, seen] = await Promise.all([
          insert.execute(),
          tx.selectFrom('forums').select(['tenant_id', 'name']).execute(),
        ])
        expect(seen.every((row) => row.tenant_id === tenantId)).toBe(true)
        if (n % 10 === 9) throw new Error('changed my mind')
      })
      await work.catch((error: Error) => expect(error.message).toBe('changed my mind'))
      const rows = await reader(db, tenantId).selectFrom('forums').selectAll().execute()
      expect(rows.every((row) => row.tenant_id === tenantId)).toBe(true)
    }),
  )
  for (const tenantId of tenants) {
    const rows = await reader(db, tenantId).selectFrom('forums').selectAll().execute()
    // Every tenth round was undone, and 20 tenants share 200 rounds: some lose all ten, most none.
    const kept = rounds.filter((round) => round.tenantId === tenantId && round.n % 10 !== 9)
    expect(rows.map((row) => row.slug).sort()).toEqual(kept.map(({ n }) => `f${n}`).sort())
  }
  expect(db.pool.idleCount).toBe(db.pool.totalCount)
})
