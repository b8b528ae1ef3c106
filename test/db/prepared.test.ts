import { chooseStatements, connect, reader, transact, type Database } from '@mobieus/db'
import { sql } from 'kysely'
import { testDatabase, type TestDatabase } from '../support/process/postgres.ts'
import { leavesConnectionsAsTheyWere } from './connections.ts'
import { buildTenant } from './seed.ts'

/** Statements that a connection keeps under a name. */

let database: TestDatabase
let owner: Database
let db: Database
let tenantId: number
let lost = 0

beforeAll(async () => {
  database = await testDatabase()
  owner = connect({ url: database.ownerUrl, max: 1 })
  const onStatementLost = () => void lost++
  db = connect({ url: database.appUrl, max: 1, namedStatements: true, onStatementLost })
  tenantId = await buildTenant(db)
})

afterAll(async () => {
  await Promise.all([db.close(), owner.close()])
  await database.drop()
})

beforeEach(() => db.statements.use(true))

leavesConnectionsAsTheyWere(() => db)

const prepared = async () => {
  const { rows } = await db.pool.query('select statement from pg_prepared_statements')
  return rows.map((row) => row.statement as string)
}

const read = () =>
  reader(db, tenantId).selectFrom('forums').selectAll().where('tenant_id', '=', tenantId).execute()

test('one is prepared once for each connection', async () => {
  await Promise.all([read(), read()])
  await read()
  expect((await prepared()).filter((text) => text.includes('"forums"'))).toHaveLength(1)
})

test('one that failed may be sent again', async () => {
  const divide = (by: number) =>
    sql<{ n: number }>`select 1 / ${by}::int as n`.execute(reader(db, tenantId))
  await expect(divide(0)).rejects.toMatchObject({ code: '22012' })
  expect((await divide(1)).rows).toEqual([{ n: 1 }])
  await expect(divide(0)).rejects.toMatchObject({ code: '22012' })
  await expect(divide('x' as unknown as number)).rejects.toMatchObject({ code: '22P02' })
  expect((await divide(1)).rows).toEqual([{ n: 1 }])
  const broken = () => sql`select ${1} from nowhere`.execute(reader(db, tenantId))
  await expect(broken()).rejects.toMatchObject({ code: '42P01' })
  await expect(broken()).rejects.toMatchObject({ code: '42P01' })
})

test('those that list a varying number of values do not grow without end', async () => {
  await read()
  const listing = (n: number) =>
    sql`select 1 where ${1}::int in (${sql.join(Array.from({ length: n }, (_, i) => sql`${i}`))})`
  for (let n = 1; n <= 300; n++) {
    await listing(n).execute(reader(db, tenantId))
    // A failure of the frame in which one gives way to another does not leave it behind.
    if (n > 250 && n % 10 === 0)
      await sql`select ${n}::int / 0, ${sql.raw(String(n))}`
        .execute(reader(db, tenantId))
        .catch(() => undefined)
    if (n % 50 === 0) await read()
  }
  const texts = await prepared()
  expect(texts.length).toBeLessThanOrEqual(256)
  expect(texts.length).toBeGreaterThan(200)
  expect(texts.some((text) => text.includes('"forums"'))).toBe(true)
})

test('one whose table has changed is read anew, in the same call', async () => {
  await read()
  for (const change of ['add column extra int', 'drop column extra']) {
    await owner.pool.query(`alter table forums ${change}`)
    expect(await read()).toEqual([])
    expect(await read()).toEqual([])
  }
  expect({ named: db.statements.named, lost }).toEqual({ named: true, lost: 0 })
})

test('in a transaction one whose table has changed fails once, and no further', async () => {
  const write = (unprepared?: boolean) =>
    transact(
      db,
      tenantId,
      async ({ tx }) => {
        const slug = Math.random().toString(36)
        const forum = { tenant_id: tenantId, slug, name: slug }
        return tx.insertInto('forums').values(forum).returningAll().execute()
      },
      undefined,
      { unprepared },
    )
  await write()
  await owner.pool.query('alter table forums add column extra int')
  await expect(write()).rejects.toMatchObject({ code: '0A000' })
  expect(await write()).toHaveLength(1)
  await owner.pool.query('alter table forums drop column extra')
  expect(await write(true)).toHaveLength(1)
  await expect(write()).rejects.toMatchObject({ code: '0A000' })
})

test('where they vanish, as behind a pooler, none is prepared from then on', async () => {
  await read()
  await db.pool.query('deallocate all')
  expect(await read()).toEqual(expect.any(Array))
  expect({ named: db.statements.named, lost }).toEqual({ named: false, lost: 1 })
  expect(await read()).toEqual(expect.any(Array))
})

test('a statement that a failed part of a transaction was to prepare is not taken for lost', async () => {
  const before = lost
  const failing = transact(db, tenantId, ({ tx }) =>
    Promise.all([
      sql`select ${1}::int / 0, 'first'`.execute(tx),
      sql`select ${1}::int, 'second'`.execute(tx),
      sql`select ${1}::int, 'second'`.execute(tx),
    ]),
  )
  await expect(failing).rejects.toMatchObject({ code: '22012' })
  expect({ named: db.statements.named, lost }).toEqual({ named: true, lost: before })
})

test('straight at PostgreSQL they are chosen, unless somebody wishes otherwise', async () => {
  await chooseStatements(db, 'unnamed')
  expect(db.statements.named).toBe(false)
  expect(await chooseStatements(db, 'auto')).toBe('the connection ends at PostgreSQL')
  expect(db.statements.named).toBe(true)
})
