import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { migrate, seal, sealingKeys, type Embedded } from '@mobieus/db'
import pg from 'pg'
import { atDatabase, withServer } from '../support/process/postgres.ts'
import { startThrowaway } from '../support/process/throwaway.ts'

/** Databases of a version whose every database in a cluster had one login. A cluster of its own: its roles change. */

const appSecret = 'test-secret-of-16'
let cluster: Embedded
beforeAll(async () => {
  cluster = await startThrowaway('roles', { small: true })
})
afterAll(() => cluster.stop())

const passwordOf = (secret: string) =>
  createHmac('sha256', secret).update('mobieus_app').digest('hex')

/** A database as the version before left it. */
async function oldDatabase(name: string, secret: string): Promise<string> {
  await withServer(cluster.url, (client) => client.query(`create database ${name}`))
  const url = atDatabase(cluster.url, name)
  const { appUrl } = await migrate({ url, appSecret: secret })
  await withServer(url, async (client) => {
    await client.query('drop table installation')
    await client.query("delete from migrations where name = '0016_installation.sql'")
    const role = new URL(appUrl).username
    await client.query(`revoke connect on database ${name} from ${role}`)
    await client.query(`drop role ${role}`)
    await client.query(`alter role mobieus_app login password '${passwordOf(secret)}'`)
    await client.query(
      `insert into webhook_endpoints (tenant_id, url, subscribed_events, since_position, secret,
         secret_fingerprint, created_at)
       values (1, 'https://example.com', '{*}', 0, $1, '', now())`,
      [seal(sealingKeys({ appSecret: secret }, 'webhook secrets'), 'whsec_', 'webhook secret 1/1')],
    )
  })
  return url
}

test('the common login ends with the last database and session that need it', async () => {
  const one = await oldDatabase('one', appSecret)
  const two = await oldDatabase('two', 'another-secret-of-16')
  const common = async () => {
    const url = new URL(one)
    url.username = 'mobieus_app'
    url.password = passwordOf('another-secret-of-16')
    const session = new pg.Client({ connectionString: url.href })
    await session.connect()
    return session
  }
  const running = await common()
  const lines: string[] = []
  const log = (line: string) => void lines.push(line)

  await expect(migrate({ url: one, appSecret: 'nobodys-secret-of-16' })).rejects.toThrow(
    'APP_SECRET is not the one this database was made with',
  )
  await withServer(one, async (client) => {
    const { rows } = await client.query("select to_regclass('installation') as made")
    expect(rows).toEqual([{ made: null }])
  })

  await migrate({ url: one, appSecret, log })
  expect(lines.at(-1)).toContain('1 sessions of an older version')
  await running.end()
  await migrate({ url: one, appSecret, log })
  expect(lines.at(-1)).toContain('not migrated yet: two')
  await (await common()).end()

  await migrate({ url: two, appSecret: 'another-secret-of-16' })
  await expect(common()).rejects.toThrow(/not permitted to log in|authentication failed/)
})
