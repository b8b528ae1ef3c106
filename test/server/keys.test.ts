import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { revokeKey, setPlan } from '../../packages/domain/src/admin/index.ts'
import type { RunningServer } from '../../packages/server/src/index.ts'
import { startPlatform, type Called, type Platform } from '../support/http/platform.ts'
import { directly, testDatabase, type TestDatabase } from '../support/process/postgres.ts'
import { refusal } from '../support/http/refusal.ts'
import { takeScopes } from '../support/http/take-scopes.ts'
import { until } from '../support/until.ts'

/** A decision about a key or a tenant holds at once, in every process. */

let platform: Platform
let second: RunningServer
let hosts: string[]
/**
 * A server that hears nothing: where it listens LISTEN is accepted, and no commit of this database is
 * announced, as behind a pooler.
 */
let deaf: RunningServer
let elsewhere: TestDatabase
beforeAll(async () => {
  platform = await startPlatform()
  elsewhere = await testDatabase()
  deaf = await platform.addServer({}, undefined, directly(elsewhere.appUrl))
  second = await platform.addServer()
  hosts = [platform.url, `http://demo.localhost:${second.port}`]
})
afterAll(async () => {
  await platform.close()
  await elsewhere.drop()
})

const statuses = (key: string) =>
  Promise.all(hosts.map(async (host) => (await platform.call('/api/v1/me', { key, host })).status))

/** Waits until the key is answered with this status by both processes, and then every time. */
async function everywhere(key: string, status: number): Promise<void> {
  await until(async () => (await statuses(key)).every((each) => each === status))
  for (let i = 0; i < 5; i++) expect(await statuses(key)).toEqual([status, status])
}

test('a revoked key is refused from the next call on, and stays so', async () => {
  const { secret, id } = await platform.tenant.mint()
  expect(await statuses(secret)).toEqual([200, 200])
  const { tenantId } = platform.tenant.live
  expect(await revokeKey(platform.db, tenantId, id)).toBe(true)
  await everywhere(secret, 401)
  expect(await revokeKey(platform.db, tenantId, id)).toBe(true)
  expect(await revokeKey(platform.db, platform.tenant.test.tenantId, id)).toBe(false)
  expect(await statuses(secret)).toEqual([401, 401])
})

test('a key revoked in the console is refused from the very next call on', async () => {
  for (let i = 0; i < 20; i++) {
    const { secret, id } = await platform.tenant.mint()
    expect((await statuses(secret))[0]).toBe(200)
    const path = `/api/admin/api-keys/${id}/revoke`
    expect((await platform.call(path, { method: 'POST' })).status).toBe(200)
    expect((await platform.call('/api/v1/me', { key: secret })).status).toBe(401)
  }
})

test('an answer is repeated by another process once that one has heard of the change', async () => {
  const { directory } = second.services as { directory: { caughtUp(): Promise<void> } }
  const { caughtUp } = directory
  let heard = 0
  directory.caughtUp = () => caughtUp().finally(() => heard++)
  const { id } = (
    await platform.call('/api/v1/users', {
      body: { username: 'before', email: 'before@example.com' },
    })
  ).body.data
  const rename = (host?: string) =>
    platform.call(`/api/v1/users/${id}`, {
      host,
      body: { username: 'after' },
      headers: { 'idempotency-key': 'rename' },
    })
  expect((await rename()).status).toBe(200)
  expect(heard).toBe(0)
  const again = await rename(hosts[1])
  directory.caughtUp = caughtUp
  expect(again.headers.get('idempotency-replayed')).toBe('true')
  expect(heard).toBe(1)
})

test('a change of a key in the console holds from the very next call on, in every process', async () => {
  const { secret, id } = await platform.tenant.mint()
  const seen = (host?: string) => platform.call('/api/v1/me', { key: secret, host })
  const everyone = () => Promise.all(hosts.map((host) => seen(host)))
  await everyone()
  const change = (body: object) => platform.call(`/api/admin/api-keys/${id}`, { body })
  await change({ label: 'Renamed' })
  expect((await seen()).body.data.key.label).toBe('Renamed')
  await change({ requests_per_minute: 777 })
  expect((await seen()).body.data.limits.requests_per_minute).toBe(777)
  const rotate = `/api/admin/api-keys/${id}/rotate`
  const { body } = await platform.call(rotate, { body: { grace_hours: 1 } })
  const shown = { label: 'Renamed', prefix: body.data.prefix }
  expect((await seen()).body.data.key).toMatchObject(shown)
  await until(async () =>
    (await everyone()).every((each) => each.body.data.key.prefix === shown.prefix),
  )
  // The older secret ends with its grace, in processes that knew it without an end, too.
  platform.clock.advance(60 * 60 * 1000)
  expect((await everyone()).map(({ status }) => status)).toEqual([401, 401])
  expect(await statuses(body.data.secret)).toEqual([200, 200])
})

test('a key whose owner is renamed acts under the new name', async () => {
  const { secret } = await platform.tenant.mint()
  const name = async () => {
    const { body } = await platform.call('/api/v1/me', { key: secret })
    return body.data.user.username
  }
  const { adminId } = platform.tenant.live
  const before = await name()
  await platform.call(`/api/v1/users/${adminId}`, { body: { username: 'renamed' } })
  await until(async () => (await name()) === 'renamed')
  await platform.call(`/api/v1/users/${adminId}`, { body: { username: before } })
  await until(async () => (await name()) === before)
})

describe('a member’s keys', () => {
  let names = 0
  async function member() {
    const username = `member-${++names}`
    const body = { username, email: `${username}@example.com` }
    const { id } = (await platform.call('/api/v1/users', { body })).body.data as { id: number }
    const key = await platform.tenant.key({ userId: id })
    expect(await statuses(key)).toEqual([200, 200])
    return { id, key, body }
  }
  const act = (body: object) => platform.call('/api/v1/moderation/actions', { body })

  test.each<[what: string, how: (id: number) => Promise<Called>]>([
    ['is banned', (id) => act({ action: 'ban', target_user_id: id })],
    ['leaves', (id) => platform.call(`/api/v1/users/${id}/delete`, { body: {} })],
  ])(
    'are refused once the member %s, from the very next call on, in every process',
    async (_what, end) => {
      for (let i = 0; i < 5; i++) {
        const { id, key } = await member()
        expect((await end(id)).status).toBeLessThan(300)
        expect((await platform.call('/api/v1/posts', { key })).status).toBe(401)
        await everywhere(key, 401)
      }
    },
  )

  test('only read while the member is suspended', async () => {
    const { id, key, body } = await member()
    await act({ action: 'suspend', target_user_id: id, duration_hours: 1 })
    const write = () =>
      Promise.all(
        hosts.map((host) =>
          platform.call(`/api/v1/users/${id}`, { key, host, body: { display_name: 'Other' } }),
        ),
      )
    expect((await write())[0]).toMatchObject(refusal(403, 'not_allowed'))
    await until(async () => (await write()).every(({ status }) => status === 403))
    expect(await statuses(key)).toEqual([200, 200])
    // A repeated call is refused as well, whatever the operation.
    const create = { username: `${body.username}-2`, email: `2-${body.email}` }
    for (const path of ['/users', '/webhooks', `/users/${id}/delete`])
      expect(await platform.call(`/api/v1${path}`, { key, body: create })).toMatchObject(
        refusal(403, 'not_allowed'),
      )
    platform.clock.advance(60 * 60 * 1000)
    expect((await write()).map(({ status }) => status)).toEqual([200, 200])
  })
})

test('an expired key is refused at its second, without anybody being told', async () => {
  const expiresAt = new Date(platform.clock.now().getTime() + 60_000)
  const secret = await platform.tenant.key({ expiresAt })
  expect(await statuses(secret)).toEqual([200, 200])
  platform.clock.advance(60_000)
  expect(await statuses(secret)).toEqual([401, 401])
})

test('another plan holds at once', async () => {
  const secret = await platform.tenant.key()
  await setPlan(platform.db, 'demo', 'starter')
  await everywhere(secret, 403)
  await setPlan(platform.db, 'demo', 'sovereign')
  await everywhere(secret, 200)
})

test('a scope that is taken away is gone at once', async () => {
  const { secret, id } = await platform.tenant.mint()
  const read = async () =>
    Promise.all(
      hosts.map(
        async (host) => (await platform.call('/api/v1/posts', { key: secret, host })).status,
      ),
    )
  expect(await read()).toEqual([200, 200])
  await takeScopes(platform, id, 'posts:read')
  await until(async () => (await read()).every((status) => status === 403))
})

test('while changes cannot be heard nothing is remembered', async () => {
  const { secret, id } = await platform.tenant.mint()
  expect(await statuses(secret)).toEqual([200, 200])
  await platform.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and query ilike 'listen%'`,
  )
  await revokeKey(platform.db, platform.tenant.live.tenantId, id)
  await everywhere(secret, 401)
})

test('where changes are never heard nothing is remembered, and /readyz says so', async () => {
  const host = `http://demo.localhost:${deaf.port}`
  const status = async (key: string) => (await platform.call('/api/v1/me', { key, host })).status
  const { secret, id } = await platform.tenant.mint()
  expect([await status(secret), await status(secret)]).toEqual([200, 200])
  await revokeKey(platform.db, platform.tenant.live.tenantId, id)
  expect(await status(secret)).toBe(401)
  const ready = await platform.call('/readyz', { host, key: null })
  expect({ status: ready.status, text: ready.text }).toEqual({
    status: 200,
    text: 'ready, without cache: changes of keys and tenants are not heard\n',
  })
  expect((await platform.call('/readyz', { key: null })).text).toBe('ready\n')
  const said = () => platform.logged.filter((line) => line.includes('LISTEN_DATABASE_URL'))
  await until(() => said().length > 0)
  expect(JSON.parse(said()[0] as string)).toMatchObject({ level: 40 })
})

test('when and from where a key was last used is written down', async () => {
  const { secret, id } = await platform.tenant.mint()
  expect(await statuses(secret)).toEqual([200, 200])
  const used = async () => {
    const { rows } = await platform.query(
      'select last_used_at, last_used_ip from api_keys where id = $1',
      [id],
    )
    return rows[0] as { last_used_at: Date | null; last_used_ip: string | null }
  }
  await until(async () => (await used()).last_used_at !== null)
  expect((await used()).last_used_ip).toMatch(/127\.0\.0\.1$/)
})

test.each([
  ['no scheme', (secret: string) => secret],
  ['another scheme', (secret: string) => `Basic ${secret}`],
  ['two keys', (secret: string) => `Bearer ${secret}, Bearer ${secret}`],
  ['a key cut short', (secret: string) => `Bearer ${secret.slice(0, -1)}`],
  [
    'a live key called a test key',
    (secret: string) => `Bearer ${secret.replace('_live_', '_test_')}`,
  ],
  ['nothing', () => 'Bearer '],
])('401 for an Authorization of %s', async (_what, write) => {
  const headers = { authorization: write(platform.secret) }
  const { status, body } = await platform.call('/api/v1/me', { key: null, headers })
  expect({ status, code: body.error.code }).toEqual({ status: 401, code: 'invalid_api_key' })
})

test('a key is kept as its SHA-256 and nowhere as itself', async () => {
  const { secret } = await platform.tenant.mint()
  const { rows } = await platform.query(
    `select (select json_agg(k) from api_keys k)::text || (select json_agg(d) from api_key_directory d)::text as all`,
  )
  expect(rows[0].all).not.toContain(secret.slice(12))
})

test('a test key sees and changes the test partition only', async () => {
  const [live, key] = [platform.secret, await platform.tenant.key({ environment: 'test' })]
  const posts = async (key: string) => (await platform.call('/api/v1/posts', { key })).body
  const before = await posts(live)
  const created = await platform.call('/api/v1/posts', {
    key,
    body: { forum_slug: 'general', title: 'Only a test', body: 'Nobody sees this.' },
  })
  expect(created.status).toBe(201)
  expect((await posts(key)).data).toEqual([created.body.data])
  expect((await posts(live)).data).toEqual(before.data)
  const path = created.headers.get('location') as string
  expect((await platform.call(path, { key })).body.data).toEqual(created.body.data)
  expect((await platform.call(path, { key: live })).status).toBe(404)
  const me = await platform.call('/api/v1/me', { key })
  expect(me.body.data.tenant).toMatchObject({ slug: 'demo', environment: 'test' })
})
