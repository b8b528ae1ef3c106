import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { connect, findAppUrl, migrate } from '@mobieus/db'
import { severingProxy } from '../support/fake/severing-proxy.ts'
import { until } from '../support/until.ts'
import { testDatabase, withServer, type TestDatabase } from '../support/process/postgres.ts'

const appSecret = 'test-secret-of-16'
let databases: TestDatabase[] = []

async function emptyDatabase(template = 'template0') {
  const database = await testDatabase({ template })
  databases.push(database)
  return database
}

const migratedDatabase = () => emptyDatabase(process.env.TEST_TEMPLATE)

afterEach(async () => {
  await Promise.all(databases.map((database) => database.drop()))
  databases = []
})

test('migrating applies every file once, and answers how the application connects', async () => {
  const { ownerUrl: url } = await emptyDatabase()
  const lines: string[] = []
  const first = await migrate({ url, appSecret, log: (line) => lines.push(line) })
  expect(first.applied.slice(0, 2)).toEqual(['0001_tenants.sql', '0002_core.sql'])
  expect(lines).toEqual(first.applied.map((name) => `applied ${name}`))

  const second = await migrate({ url, appSecret })
  expect(second).toEqual({ applied: [], appUrl: first.appUrl })

  const app = connect({ url: first.appUrl })
  const { rows } = await app.pool.query('select current_user as role, current_database() as name')
  const role = expect.stringMatching(/^mobieus_app_[0-9a-f]{12}$/)
  expect(rows).toEqual([{ role, name: new URL(url).pathname.slice(1) }])
  await app.close()
})

test('several processes and several databases may migrate at once', async () => {
  const [one, two] = [await emptyDatabase(), await emptyDatabase()]
  const urls = [one, one, one, two, two, two].map((database) => database.ownerUrl)
  const results = await Promise.all(urls.map((url) => migrate({ url, appSecret })))
  for (const ofOne of [results.slice(0, 3), results.slice(3)]) {
    const applied = ofOne.flatMap((each) => each.applied)
    expect(new Set(applied).size).toBe(applied.length)
    expect(applied.sort()).toEqual(await files())
  }
})

const files = async () =>
  (await readdir(new URL('../../packages/db/migrations/', import.meta.url))).sort()

test('a migration that has to wait says for whom, and is done when that one is', async () => {
  const { ownerUrl: url } = await emptyDatabase(process.env.TEST_TEMPLATE)
  const lines: string[] = []
  const waits = new Promise<void>((resolve) => {
    const onWait = (line: string) => resolve(void lines.push(line))
    void withServer(url, async (other) => {
      await other.query("set application_name = 'an older mobieus migrate'")
      await other.query('select pg_advisory_lock(7046028433)')
      migrating = migrate({ url, appSecret, onWait })
      await waits
    })
  })
  let migrating: Promise<{ applied: string[] }> | undefined
  await waits
  expect((await migrating)?.applied).toEqual([])
  expect(lines).toEqual([
    expect.stringMatching(/^waiting for "an older mobieus migrate" \(.* process \d+/),
  ])
})

test('nothing of migrating is left behind on a connection that others use next', async () => {
  const { ownerUrl } = await emptyDatabase()
  const url = new URL(ownerUrl)
  const held: number[] = []
  await withServer(ownerUrl, async (client) => {
    const countLocks = async () => {
      const { rows } = await client.query<{ n: number }>(
        `select count(*)::int as n from pg_locks join pg_stat_activity a using (pid)
         where locktype = 'advisory' and a.datname = current_database()`,
      )
      held.push(Number(rows[0]?.n))
    }
    // Each transaction is kept from beginning until it is seen what those before have left.
    const proxy = await severingProxy(
      { host: url.hostname, port: Number(url.port) },
      async (chunk, from) => {
        if (from === 'caller' && chunk.includes('begin\0')) await countLocks()
        return 'pass' as const
      },
    )
    url.host = `127.0.0.1:${proxy.port}`
    await migrate({ url: url.href, appSecret }).finally(() => proxy.close())
  })
  expect(held.length).toBeGreaterThan((await files()).length)
  expect(new Set(held)).toEqual(new Set([0]))
})

test('a landed file that was edited since is refused by name', async () => {
  const { ownerUrl: url } = await emptyDatabase(process.env.TEST_TEMPLATE)
  await withServer(url, (client) =>
    client.query("update migrations set sha256 = 'other' where name = '0002_core.sql'"),
  )
  await expect(migrate({ url, appSecret })).rejects.toThrow(/0002_core\.sql was edited/)
})

test('a database from a newer version is refused by name', async () => {
  const { ownerUrl: url } = await emptyDatabase(process.env.TEST_TEMPLATE)
  await withServer(url, (client) =>
    client.query("insert into migrations values ('9999_future.sql', '')"),
  )
  await expect(migrate({ url, appSecret })).rejects.toThrow(/9999_future\.sql/)
})

test('a file that fails leaves nothing of itself, and is applied the next time', async () => {
  const { ownerUrl: url } = await emptyDatabase()
  await withServer(url, (client) => client.query('create table forums (in_the_way int)'))
  await expect(migrate({ url, appSecret })).rejects.toThrow(/0002_core\.sql failed: .*"forums"/)
  await withServer(url, async (client) => {
    const { rows } = await client.query("select to_regclass('users') as users")
    expect(rows).toEqual([{ users: null }])
    await client.query('drop table forums')
  })
  const { applied } = await migrate({ url, appSecret })
  expect(applied[0]).toBe('0002_core.sql')
})

test('the application may not be given a role that row-level security does not hold for', async () => {
  const { ownerUrl: url } = await emptyDatabase(process.env.TEST_TEMPLATE)
  await expect(migrate({ url, appSecret, appUrl: url })).rejects.toThrow(/superuser|owns tables/)
  const stranger = new URL(url)
  stranger.username = 'nobody_at_all'
  await expect(migrate({ url, appSecret, appUrl: stranger.href })).rejects.toThrow(/does not exist/)
})

/** The state that another secret could have changed: the installation, and its role's login. */
async function kept(url: string) {
  let found: unknown
  await withServer(url, async (client) => {
    const { rows } = await client.query(
      `select to_jsonb(i) as installation, rolname, rolpassword, rolcanlogin
       from installation i left join pg_authid on rolname = 'mobieus_app_' || i.id`,
    )
    found = rows
  })
  return found
}

const logsIn = async (url: string) => {
  const app = connect({ url })
  await app.pool.query('select 1').finally(() => app.close())
}

test("another database's secret is refused by name, and nothing is changed", async () => {
  const { ownerUrl: url } = await migratedDatabase()
  const { appUrl } = await migrate({ url, appSecret })
  const before = await kept(url)
  const other = { url, appSecret: 'another-secret-of-16' }
  const refusal = 'APP_SECRET is not the one this database was made with'
  await expect(migrate(other)).rejects.toThrow(refusal)
  await expect(findAppUrl(other)).rejects.toThrow(refusal)
  await expect(findAppUrl({ ...other, url: undefined, appUrl })).rejects.toThrow(refusal)
  expect(await findAppUrl({ url, appSecret })).toBe(appUrl)
  expect(await kept(url)).toEqual(before)
  await logsIn(appUrl)
})

test('databases of one cluster have their own secrets', async () => {
  const [one, two] = [await migratedDatabase(), await migratedDatabase()]
  const first = await migrate({ url: one.ownerUrl, appSecret })
  const changed = { appSecret: 'another-secret-of-16', previousSecrets: [appSecret] }
  const second = await migrate({ ...changed, url: two.ownerUrl })
  expect(new URL(first.appUrl).username).not.toBe(new URL(second.appUrl).username)
  await Promise.all([first, second].map(({ appUrl }) => logsIn(appUrl)))
})

test('a copy becomes an installation of its own, and its secret changes without the original', async () => {
  const { ownerUrl: url } = await migratedDatabase()
  const { appUrl } = await migrate({ url, appSecret })
  const before = await kept(url)
  const { ownerUrl: copyUrl } = await emptyDatabase(new URL(url).pathname.slice(1))
  const changed = { url: copyUrl, appSecret: 'another-secret-of-16' }
  await expect(migrate(changed)).rejects.toThrow('APP_SECRET is not the one')
  const copy = await migrate({ ...changed, previousSecrets: [appSecret] })
  expect(new URL(copy.appUrl).username).not.toBe(new URL(appUrl).username)
  expect(await kept(url)).toEqual(before)
  await Promise.all([copy.appUrl, appUrl].map(logsIn))
})

test('a secret that follows another takes its place, and the other one is refused', async () => {
  const { ownerUrl: url } = await migratedDatabase()
  const first = await migrate({ url, appSecret })
  const next = { url, appSecret: 'another-secret-of-16', previousSecrets: [appSecret] }
  // The role has the old password until the next migration.
  expect(await findAppUrl(next)).toBe(first.appUrl)
  const { appUrl } = await migrate(next)
  expect(new URL(appUrl).username).toBe(new URL(first.appUrl).username)
  await logsIn(appUrl)
  await expect(logsIn(first.appUrl)).rejects.toThrow('password authentication failed')
  await expect(migrate({ url, appSecret })).rejects.toThrow('APP_SECRET is not the one')
})

test('looking up the connection makes no database and names what it lacks', async () => {
  const { ownerUrl: url } = await emptyDatabase()
  await expect(findAppUrl({ url, appSecret })).rejects.toThrow('run "mobieus migrate" first')
  const { ownerUrl: behind } = await migratedDatabase()
  await withServer(behind, async (client) => {
    await client.query("delete from migrations where name = '0011_post_ids.sql'")
  })
  await expect(findAppUrl({ url: behind, appSecret })).rejects.toThrow('it lacks 0011_post_ids.sql')
})

test('a file that needs a lock lets everybody else go first, and says who is in its way', async () => {
  const { ownerUrl: url, appUrl } = await migratedDatabase()
  const folder = await mkdtemp(path.join(tmpdir(), 'mobieus-migrations-'))
  await cp(new URL('../../packages/db/migrations/', import.meta.url), folder, { recursive: true })
  await writeFile(path.join(folder, '9999_note.sql'), 'alter table listings add column note text;')
  const app = connect({ url: appUrl, max: 1, applicationName: 'long reader' })
  const other = connect({ url: appUrl, max: 1 })
  const reader = await app.pool.connect()
  try {
    await reader.query('begin; select from listings')
    const lines: string[] = []
    const migrating = migrate({ url, appSecret, folder, onWait: (line) => lines.push(line) })
    await until(async () => lines.length > 0)
    expect(lines[0]).toMatch(/^waiting for a lock that "long reader" \(.*role mobieus_app_/)
    // The reader is still there; behind a migration that waits for it this would wait, too.
    for (let i = 0; i < 5; i++) await other.pool.query('select from listings')
    await reader.query('commit')
    expect((await migrating).applied).toEqual(['9999_note.sql'])
    await other.pool.query('select note from listings')
  } finally {
    reader.release()
    await app.close()
    await other.close()
    await rm(folder, { recursive: true })
  }
})
