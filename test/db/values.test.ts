import { connect, reader, transact, type Database, type Tx } from '@mobieus/db'
import { sql } from 'kysely'
import { testDatabase, type TestDatabase } from '../support/process/postgres.ts'
import { leavesConnectionsAsTheyWere } from './connections.ts'
import { buildTenant } from './seed.ts'

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

const insertForum = (tx: Tx) =>
  tx
    .insertInto('forums')
    .values({ tenant_id: tenantId, slug: 'general', name: 'General' })
    .execute()

/** A value that cannot be sent. */
function circular(): object {
  const value: { self?: unknown } = {}
  value.self = value
  return value
}

test('a value that cannot be sent undoes the transaction, also in the last statements', async () => {
  const query = transact(db, tenantId, async ({ tx, query }) => {
    await insertForum(tx)
    await query('select $1::json', [circular()])
  })
  await expect(query).rejects.toThrow(/circular/i)
  const last = transact(
    db,
    tenantId,
    ({ tx }) => insertForum(tx),
    () => [
      { text: 'insert into counters values ($1, $2, 1)', values: [tenantId, 'circular'] },
      { text: 'select $1::json', values: [circular()] },
      { text: 'insert into counters values ($1, $2, 1)', values: [tenantId, 'behind'] },
    ],
  )
  await expect(last).rejects.toThrow(/circular/i)
  const read = sql`select ${circular()}::json`.execute(reader(db, tenantId))
  await expect(read).rejects.toThrow(/circular/i)
  const left = reader(db, tenantId)
  expect(await left.selectFrom('forums').select('id').execute()).toEqual([])
  expect(await left.selectFrom('counters').select('name').execute()).toEqual([])
})

test('a time comes back as it was sent, of whatever year', async () => {
  const years = [-100, 0, 1, 1900, 2026, 9999, 10_000, 12_000]
  const times = years.flatMap((year) => {
    const time = new Date(Date.UTC(2000, 11, 31, 23, 59, 59, 999))
    const next = new Date(Date.UTC(2000, 0, 1))
    time.setUTCFullYear(year)
    next.setUTCFullYear(year)
    return [time, next]
  })
  for (const time of times) {
    const { rows } = await sql<{ sent: Date }>`select ${time}::timestamptz as sent`.execute(
      reader(db, tenantId),
    )
    expect(rows[0]?.sent).toEqual(time)
  }
})
