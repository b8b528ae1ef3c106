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

const insertForum = (tx: Tx, slug: string) =>
  tx.insertInto('forums').values({ tenant_id: tenantId, slug, name: slug }).execute()

const forums = async (...slugs: string[]) => {
  const rows = await reader(db, tenantId)
    .selectFrom('forums')
    .select('slug')
    .where('slug', 'in', slugs)
    .execute()
  return rows.map((row) => row.slug)
}

const flush = (name: string) => () => [
  {
    text: 'insert into counters (tenant_id, name, value) values ($1, $2, 1)',
    values: [tenantId, name],
  },
]

test('the changes of the work and the last statement persist together', async () => {
  await transact(db, tenantId, ({ tx }) => insertForum(tx, 'together'), flush('together'))
  expect(await forums('together')).toEqual(['together'])
  const twice = transact(db, tenantId, ({ tx }) => insertForum(tx, 'alone'), flush('together'))
  await expect(twice).rejects.toMatchObject({ code: '23505', table: 'counters' })
  expect(await forums('alone')).toEqual([])
})

test('several last statements persist all, or none', async () => {
  const both = () => [...flush('several 1')(), ...flush('several 2')()]
  await transact(db, tenantId, async () => {}, both)
  const found = await reader(db, tenantId)
    .selectFrom('counters')
    .select('name')
    .where('name', 'like', 'several %')
    .orderBy('name')
    .execute()
  expect(found).toEqual([{ name: 'several 1' }, { name: 'several 2' }])

  const broken = () => [...flush('several 3')(), ...flush('several 1')(), ...flush('several 4')()]
  const failing = transact(db, tenantId, ({ tx }) => insertForum(tx, 'before'), broken)
  await expect(failing).rejects.toMatchObject({ code: '23505', table: 'counters' })
  await transact(
    db,
    tenantId,
    async () => {},
    () => [...flush('several 3')(), ...flush('several 4')()],
  )
  expect(await forums('before')).toEqual([])
})

test('nothing persists after a throw', async () => {
  const thrown = transact(db, tenantId, async ({ tx }) => {
    await insertForum(tx, 'thrown')
    throw new Error('changed my mind')
  })
  await expect(thrown).rejects.toThrow('changed my mind')
  const finish = () => {
    throw new Error('no flush')
  }
  const unflushed = transact(db, tenantId, ({ tx }) => insertForum(tx, 'thrown'), finish)
  await expect(unflushed).rejects.toThrow('no flush')
  expect(await forums('thrown')).toEqual([])
})

test('the first of several failures is reported, the others are its consequences', async () => {
  const failing = transact(db, tenantId, ({ tx }) =>
    Promise.all([
      insertForum(tx, 'several'),
      insertForum(tx, 'several'),
      sql`select 1 / 0`.execute(tx),
      insertForum(tx, 'further'),
    ]),
  )
  await expect(failing).rejects.toMatchObject({ code: '23505' })

  const late = transact(db, tenantId, async ({ tx }) => {
    await sql`select 1 / 0`.execute(tx).catch(() => {})
    await insertForum(tx, 'late')
  })
  await expect(late).rejects.toMatchObject({ code: '22012' })
  expect(await forums('several', 'further', 'late')).toEqual([])
})

test('a swallowed error does not pass for a commit', async () => {
  const swallowed = transact(db, tenantId, async ({ tx }) => {
    await insertForum(tx, 'swallowed')
    await sql`select 1 / 0`.execute(tx).catch(() => {})
    return 'fine'
  })
  await expect(swallowed).rejects.toMatchObject({ code: '22012' })
  const flushed = transact(
    db,
    tenantId,
    async ({ tx }) => {
      await sql`select 1 / 0`.execute(tx).catch(() => {})
    },
    flush('swallowed'),
  )
  await expect(flushed).rejects.toMatchObject({ code: '22012' })
  expect(await forums('swallowed')).toEqual([])
})

test('an error that a savepoint undid does not stand in the way of the commit', async () => {
  await transact(db, tenantId, async ({ tx, query }) => {
    await query('savepoint before')
    await sql`select 1 / 0`.execute(tx).catch(() => {})
    await query('rollback to savepoint before')
    await insertForum(tx, 'recovered')
  })
  expect(await forums('recovered')).toEqual(['recovered'])
})

test('a constraint that fails at COMMIT is reported', async () => {
  await withDeferredCheck(async () => {
    const deferred = transact(db, tenantId, ({ tx }) => insertForum(tx, 'deferred'))
    await expect(deferred).rejects.toThrow('refused at commit')
  })
  expect(await forums('deferred')).toEqual([])
})

async function withDeferredCheck(work: () => Promise<void>) {
  const owner = connect({ url: database.ownerUrl })
  try {
    await owner.pool.query(`
      create function refuse() returns trigger language plpgsql as
        $$ begin raise 'refused at commit'; end $$;
      create constraint trigger refuse after insert on forums
        deferrable initially deferred for each row execute function refuse()`)
    await work()
    await owner.pool.query('drop function refuse cascade')
  } finally {
    await owner.close()
  }
}

test('a statement sent after the end does not reach another transaction', async () => {
  let escaped: Tx | undefined
  await transact(db, tenantId, async ({ tx }) => {
    escaped = tx
    await insertForum(tx, 'escaped')
  })
  await expect(insertForum(escaped as Tx, 'late')).rejects.toThrow(/the transaction is over/)

  let straggler: Promise<unknown> | undefined
  const failing = transact(db, tenantId, ({ tx }) =>
    Promise.all([
      sql`select 1 / 0`.execute(tx),
      (straggler = sql`select pg_sleep(0.05)`
        .execute(tx)
        .catch(() => {})
        .then(() => insertForum(tx, 'straggler'))
        .catch((error: Error) => error.message)),
    ]),
  )
  await expect(failing).rejects.toMatchObject({ code: '22012' })
  expect(await straggler).toMatch(/the transaction is over|division by zero/)
  expect(await forums('late', 'straggler')).toEqual([])
})

test('a throw while the connection is still being made sends nothing later', async () => {
  const hasty = transact(db, tenantId, ({ tx }) => {
    insertForum(tx, 'hasty').catch(() => {})
    return Promise.reject(new Error('hasty'))
  })
  await expect(hasty).rejects.toThrow('hasty')
  expect(await forums('hasty')).toEqual([])
})

test('without a connection every statement fails, also when the first failure is swallowed', async () => {
  const nowhere = connect({ url: 'postgres://nobody@127.0.0.1:1/nothing' })
  const refused = { code: 'ECONNREFUSED' }
  await expect(insertForum(reader(nowhere, 1), 'nowhere')).rejects.toMatchObject(refused)
  const stubborn = transact(nowhere, 1, async ({ tx }) => {
    await insertForum(tx, 'nowhere').catch(() => {})
    await insertForum(tx, 'nowhere')
  })
  await expect(stubborn).rejects.toMatchObject(refused)
  const swallowed = transact(nowhere, 1, ({ tx }) => insertForum(tx, 'nowhere').catch(() => {}))
  await expect(swallowed).rejects.toMatchObject(refused)
  await nowhere.close()
})

test('transactions do not nest', async () => {
  const nested = transact(db, tenantId, ({ tx }) =>
    tx.transaction().execute((inner) => insertForum(inner, 'nested')),
  )
  await expect(nested).rejects.toThrow(/transactions do not nest/)
  const controlled = reader(db, tenantId).startTransaction().execute()
  await expect(controlled).rejects.toThrow(/transactions do not nest/)
})

test('a reader cannot write', async () => {
  await expect(insertForum(reader(db, tenantId), 'read')).rejects.toMatchObject({ code: '25006' })
})

test('the isolation level can be chosen', async () => {
  const level = await transact(
    db,
    tenantId,
    async ({ query }) => (await query('show transaction_isolation')).rows[0],
    undefined,
    { isolation: 'serializable' },
  )
  expect(level).toEqual({ transaction_isolation: 'serializable' })
})

test('a transaction that is not synced does not wait for the disk, and the next one does', async () => {
  // The cluster of the tests syncs nothing, so what tells them apart is where the setting comes from.
  const one = connect({ url: database.appUrl, max: 1 })
  const setting = (options = {}) =>
    transact(
      one,
      tenantId,
      async ({ query }) =>
        (
          await query(
            "select setting, source = 'session' as own from pg_settings where name = 'synchronous_commit'",
          )
        ).rows,
      undefined,
      options,
    )
  expect(await setting({ unsynced: true })).toEqual([{ setting: 'off', own: true }])
  expect(await setting()).toMatchObject([{ own: false }])
  await one.close()
})
