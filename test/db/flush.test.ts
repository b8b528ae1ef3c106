import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { connect, transact, type Database } from '@mobieus/db'
import { count, createOutbox, flush } from '@mobieus/domain/kit'
import { Client } from 'pg'
import { testDatabase, type TestDatabase } from '../support/process/postgres.ts'
import { until } from '../support/until.ts'
import { lockWaits } from '../support/process/lock-waits.ts'
import { buildTenant } from './seed.ts'

let database: TestDatabase
let db: Database
let owner: Client
let tenantId: number

beforeAll(async () => {
  database = await testDatabase()
  db = connect({ url: database.appUrl, max: 2 })
  owner = new Client({ connectionString: database.ownerUrl })
  await owner.connect()
  tenantId = await buildTenant(db)
})
afterAll(async () => {
  await db.close()
  await owner.end()
  await database.drop()
})

/** A write that counts in these lists, in this order. */
const countIn = (...lists: string[]) =>
  transact(
    db,
    tenantId,
    async () => {
      const outbox = createOutbox()
      for (const list of lists) count({ outbox }, { name: list, counters: [] }, 1)
      return outbox
    },
    (outbox) => flush(tenantId, outbox, new Date()),
  )

const isLocked = async (name: string) => {
  const { rows } = await owner.query(
    'select from counters where tenant_id = $1 and name = $2 for update skip locked',
    [tenantId, name],
  )
  return rows.length === 0
}

const somebodyWaits = async () => (await lockWaits((text) => owner.query(text))) > 0

test('a write locks its counters by their names, in whatever order it has counted', async () => {
  await countIn('a', 'b', 'c')
  const holder = new Client({ connectionString: database.ownerUrl })
  await holder.connect()
  for (const order of [
    ['c', 'b', 'a'],
    ['b', 'c', 'a'],
    ['a', 'b', 'c'],
  ]) {
    await holder.query('begin')
    await holder.query(`update counters set value = value where name = 'a'`)
    const write = countIn(...order)
    await until(somebodyWaits)
    // It waits for the first of them and holds none: nobody who holds a can wait for it.
    expect([await isLocked('a'), await isLocked('b'), await isLocked('c')]).toEqual([
      true,
      false,
      false,
    ])
    await holder.query('rollback')
    await write
  }
  await holder.end()
})
