import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pino from 'pino'
import { migrate } from '../../packages/db/src/index.ts'
import { revokeKey } from '../../packages/domain/src/admin/index.ts'
import { startWorker } from '../../packages/worker/src/index.ts'
import { runMobieus } from '../support/process/mobieus.ts'
import { pgbouncerVersion } from '../support/process/pgbouncer.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { directly, testDatabase, throughPooler } from '../support/process/postgres.ts'
import { openShare } from '../support/http/share.ts'
import { until } from '../support/until.ts'

/**
 * The platform does without everything that a PgBouncer in transaction mode takes away. Run by
 * `check:pooler`.
 */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

test('the servers of this run are behind the pooler, and hear of changes beside it', async () => {
  expect(new URL(platform.databaseUrl).host).toBe(process.env.TEST_POOLER)
  await until(() => platform.server.services.directory.listening)
})

test('a key that is revoked on the command line is refused at once', async () => {
  const { secret, id } = await platform.tenant.mint()
  const status = async () => (await platform.call('/api/v1/me', { key: secret })).status
  expect([await status(), await status()]).toEqual([200, 200])
  await runMobieus(platform, 'keys', 'revoke', 'demo', String(id))
  await until(async () => (await status()) === 401)
  for (let n = 0; n < 20; n++) expect(await status()).toBe(401)
})

test('a server that knows the pooler alone remembers nothing, and says so', async () => {
  const deaf = await platform.addServer({}, undefined, platform.databaseUrl)
  const host = `http://demo.localhost:${deaf.port}`
  for (let n = 0; n < 10; n++) {
    const { secret, id } = await platform.tenant.mint()
    const status = async () => (await platform.call('/api/v1/me', { key: secret, host })).status
    expect([await status(), await status()]).toEqual([200, 200])
    await revokeKey(platform.db, platform.tenant.live.tenantId, id)
    expect(await status()).toBe(401)
  }
  expect((await platform.call('/readyz', { host, key: null })).text).toMatch(/without cache/)
  const said = () => platform.logged.some((line) => line.includes('LISTEN_DATABASE_URL'))
  await until(() => said())
  expect(deaf.services.directory.listening).toBe(false)
})

test('statements are not named where the pooler does not keep them, and nobody is refused', async () => {
  expect(await pgbouncerVersion()).toMatch(/^1\.(?:1\d|20)\./)
  expect(platform.server.services.db.statements.named).toBe(false)
  expect(platform.logged.join('')).toContain('anew each time: the pooler does not keep them')
})

test('named against the pooler, they are given up at the first that is gone', async () => {
  const named = await platform.addServer({ statements: 'named' })
  const host = `http://demo.localhost:${named.port}`
  const call = (n: number) =>
    n % 2 ? platform.call('/api/v1/posts?limit=1', { host }) : platform.call('/api/v1/me', { host })
  for (let round = 0; round < 5; round++) {
    const answers = await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(call))
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  }
  expect(named.services.db.statements.named).toBe(false)
  expect(platform.logged.join('')).toContain('a prepared statement was gone')
})

test('migrating through the pooler leaves no lock, and the next start does not wait', async () => {
  const database = await testDatabase({ template: 'template0' })
  const url = throughPooler(database.ownerUrl)
  for (let start = 1; start <= 3; start++) {
    const lines: string[] = []
    const { applied } = await migrate({
      url,
      appSecret: 'test-secret-of-16',
      onWait: (line) => lines.push(line),
    })
    expect({ any: applied.length > 0, lines }).toEqual({ any: start === 1, lines: [] })
    const { rows } = await platform.query(
      `select l.mode from pg_locks l join pg_database d on d.oid = l.database
       where l.locktype = 'advisory' and d.datname = $1`,
      [new URL(url).pathname.slice(1)],
    )
    expect(rows).toEqual([])
  }
  await database.drop()
})

test('several processes that migrate through the pooler at once share the work', async () => {
  const database = await testDatabase({ template: 'template0' })
  const url = throughPooler(database.ownerUrl)
  const results = await Promise.all(
    [1, 2, 3].map(() => migrate({ url, appSecret: 'test-secret-of-16' })),
  )
  const applied = results.flatMap((each) => each.applied)
  expect(new Set(applied).size).toBe(applied.length)
  await database.drop()
})

test('a worker works through the pooler, and listens beside it', async () => {
  const share = await openShare(platform)
  const worker = await startWorker({
    appUrl: platform.databaseUrl,
    listenUrl: directly(platform.databaseUrl),
    appSecret: 'test-secret-of-16',
    storage: platform.storage,
    log: pino({ level: 'silent' }),
  })
  const { body } = await share.upload({ bytes: 'Through the pooler.' })
  const { id } = body.data
  // Not by the list: it may be read at the moment that shows the file, between its page and its total.
  await until(async () => (await share.call(`/files/${id}`)).status === 200)
  expect(await share.found()).toEqual([id])
  await worker.stop()
})
