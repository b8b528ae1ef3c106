import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { connect, migrate, reader, throughout, transact, type Database, type Tx } from '@mobieus/db'
import { sql } from 'kysely'
import pg from 'pg'
import { bySystem } from '../../packages/domain/src/platform/index.ts'
import {
  atDatabase,
  directly,
  testDatabase,
  withServer,
  type TestDatabase,
} from '../support/process/postgres.ts'
import { until } from '../support/until.ts'
import { buildTenant } from './seed.ts'

/** The limits of a session of the application. */

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

/** The application with shorter limits, so that nobody has to wait for them. */
async function limited<T>(options: string, work: (db: Database) => Promise<T>): Promise<T> {
  const url = new URL(directly(database.appUrl))
  url.searchParams.set('options', options)
  const shorter = connect({ url: url.href, max: 1 })
  try {
    return await work(shorter)
  } finally {
    await shorter.close()
  }
}

const NAMES = [
  'enable_seqscan',
  'idle_in_transaction_session_timeout',
  'lock_timeout',
  'statement_timeout',
  'temp_file_limit',
]
const settings = async ({ pool }: { pool: Pick<pg.Pool, 'query'> }) => {
  const { rows } = await pool.query<{ name: string; value: string }>(
    `select name, current_setting(name) as value from pg_settings where name = any($1) order by name`,
    [NAMES],
  )
  return rows.map(({ value }) => value)
}

const tablesWhole = async (tx: Tx) => {
  const asked = sql<{ on: string }>`select current_setting('enable_seqscan') as on where ${true}`
  return (await asked.execute(tx)).rows[0]?.on
}

test('a table is read whole by a query that says so, alone and in a transaction, and not by the next', async () => {
  const alone = reader(db, tenantId)
  expect([await tablesWhole(throughout(alone)), await tablesWhole(alone)]).toEqual(['on', 'off'])
  await transact(db, tenantId, async ({ tx }) => {
    const asked = [tablesWhole(throughout(tx)), tablesWhole(tx), tablesWhole(throughout(tx))]
    expect(await Promise.all(asked)).toEqual(['on', 'off', 'on'])
    expect(await tablesWhole(tx)).toBe('off')
  })
})

test('the application’s sessions have limits, its owner’s have none', async () => {
  expect(await settings(db)).toEqual(['off', '30s', '5s', '10s', '512MB'])
  const owner = new pg.Pool({ connectionString: database.ownerUrl })
  // The database may end before the last connection has said goodbye.
  owner.on('error', () => {})
  expect(await settings({ pool: owner })).toEqual(['on', '0', '0', '0', '-1'])
  await owner.end()
})

test('a batch may take longer, and only it', async () => {
  const show = sql<{ s: string; l: string }>`
    select current_setting('statement_timeout') as s, current_setting('lock_timeout') as l`
  const { rows } = await bySystem(db, tenantId, new Date(), ({ tx }) => show.execute(tx))
  expect(rows).toEqual([{ s: '2min', l: '30s' }])
  expect((await show.execute(reader(db, tenantId))).rows).toEqual([{ s: '10s', l: '5s' }])
})

test('a limit that the operator gave stays, one that is missing is given', async () => {
  await withServer(database.ownerUrl, async (client) => {
    const name = `mobieus_limits_${Date.now()}`
    await client.query(`create database ${name}`)
    const url = atDatabase(database.ownerUrl, name)
    const { appUrl } = await migrate({ url, appSecret: 'test-secret-of-16' })
    const user = new URL(appUrl).username
    const given = async () => {
      const found = await client.query('select rolconfig from pg_roles where rolname = $1', [user])
      return (found.rows[0].rolconfig as string[]).sort()
    }
    try {
      await client.query(`alter role ${user} reset all`)
      await client.query(`alter role ${user} set statement_timeout = '20s'`)
      await client.query(`alter role ${user} set application_name = 'ours'`)
      await migrate({ url, appSecret: 'test-secret-of-16' })
      expect(await given()).toEqual([
        'application_name=ours',
        'enable_seqscan=off',
        'idle_in_transaction_session_timeout=30s',
        'lock_timeout=5s',
        'statement_timeout=20s',
        'temp_file_limit=512MB',
      ])
    } finally {
      await client.query(`drop database ${name}`)
      await client.query(`drop role ${user}`)
    }
  })
})

test('a plan made while a table was empty finds rows by an index', async () => {
  const look = sql<{ 'QUERY PLAN': string }>`
    explain select from webhook_deliveries where leased_until > now() and tenant_id = ${tenantId}`
  const { rows } = await look.execute(reader(db, tenantId))
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toMatch(/Index .*Scan|Bitmap/)
  expect(plan).not.toContain('Seq Scan')
})

const idleInTransaction = async () => {
  const { rows } = await db.pool.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and state = 'idle in transaction'`,
  )
  return rows[0]?.n
}

test('a transaction that does nothing ends, and its connection is no one else’s', async () => {
  await limited('-c idle_in_transaction_session_timeout=20', async (shorter) => {
    const pausing = transact(shorter, tenantId, async ({ tx }) => {
      await sql`select 1`.execute(tx)
      await until(async () => (await idleInTransaction()) === 0)
      await sql`select 1`.execute(tx)
    })
    await expect(pausing).rejects.toThrow(/connection/i)
    expect((await sql`select 1 as one`.execute(reader(shorter, tenantId))).rows).toHaveLength(1)
  })
})

test('a statement that sorts more than may be kept on disk ends', async () => {
  const url = new URL(database.appUrl)
  const name = url.pathname.slice(1)
  await withServer(database.ownerUrl, async (client) => {
    await client.query(
      `alter role ${url.username} in database ${name} set temp_file_limit = '64kB'`,
    )
  })
  await limited('-c work_mem=64kB', async (shorter) => {
    const sorting = sql`select g from generate_series(1, 100000) g order by g desc limit 100000`
    await expect(sorting.execute(reader(shorter, tenantId))).rejects.toMatchObject({
      code: '53400',
    })
  })
})
