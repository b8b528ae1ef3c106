import { connect, migrate } from '@mobieus/db'
import { testDatabase, withServer, type TestDatabase } from '../support/postgres.ts'

const appSecret = 'test-secret'
let databases: TestDatabase[] = []

async function emptyDatabase(template = 'template0') {
  const database = await testDatabase({ template })
  databases.push(database)
  return database
}

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
  expect(rows).toEqual([{ role: 'mobieus_app', name: new URL(url).pathname.slice(1) }])
  await app.close()
})

test('several processes and several databases may migrate at once', async () => {
  const [one, two] = [await emptyDatabase(), await emptyDatabase()]
  const urls = [one, one, one, two, two, two].map((database) => database.ownerUrl)
  const results = await Promise.all(urls.map((url) => migrate({ url, appSecret })))
  expect(results.filter(({ applied }) => applied.length > 0)).toHaveLength(2)
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
