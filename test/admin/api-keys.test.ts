import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { RunningServer } from '../../packages/server/src/index.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { until } from '../support/until.ts'

/** The life of an API key, as an administrator leads it and as its bearer notices. */

const HOUR_MS = 60 * 60 * 1000

let platform: Platform
let second: RunningServer
beforeAll(async () => {
  platform = await startPlatform()
  second = await platform.addServer()
})
afterAll(() => platform.close())

const write = (path: string, body?: unknown, headers?: Record<string, string>) =>
  platform.call(`/api/admin/api-keys${path}`, { method: 'POST', body, headers })
const create = async (body: object = {}) =>
  (await write('', { label: 'Sync', scopes: ['posts:read'], ...body })).body.data

const hosts = () => [platform.url, `http://demo.localhost:${second.port}`]
/** The status of a read with a key, on each server. */
const statuses = (secret: string, path = '/api/v1/posts') =>
  Promise.all(
    hosts().map(async (host) => (await platform.call(path, { key: secret, host })).status),
  )
const everywhere = (secret: string, status: number) =>
  until(async () => (await statuses(secret)).every((each) => each === status))

describe('a new key', () => {
  test('opens what its scopes say and nothing else', async () => {
    const { secret } = await create({ scopes: ['posts:read'] })
    expect(await statuses(secret)).toEqual([200, 200])
    expect(await statuses(secret, '/api/v1/users')).toEqual([403, 403])
    const none = await create({ scopes: [] })
    expect(await statuses(none.secret)).toEqual([403, 403])
    expect(await statuses(none.secret, '/api/v1/me')).toEqual([200, 200])
  })

  test('acts as whoever made it, in the partition of the session', async () => {
    const { secret, user } = await create({ scopes: ['posts:write'] })
    const post = { forum_slug: 'general', title: 'Hello', body: 'World' }
    const { body } = await platform.call('/api/v1/posts', { key: secret, body: post })
    expect(body.data.author).toEqual(user)

    const key = await platform.tenant.session({ environment: 'test' })
    const made = await platform.call('/api/admin/api-keys', {
      key,
      body: { label: 'Trial', scopes: ['posts:read'], environment: 'test' },
    })
    expect(made.body.data).toMatchObject({ environment: 'test' })
    expect(made.body.data.secret).toMatch(/^mc_test_[\w-]{43}$/)
    expect(await statuses(made.body.data.secret)).toEqual([200, 200])
    const { status, body: refusal } = await write('', {
      label: 'Trial',
      scopes: [],
      environment: 'test',
    })
    expect(status).toBe(422)
    expect(refusal.error.details).toMatchObject([{ field: 'environment' }])
  })

  test('expires when it was told to', async () => {
    const expires_at = new Date(platform.clock.now().getTime() + HOUR_MS).toISOString()
    const { secret, id } = await create({ expires_at })
    expect(await statuses(secret)).toEqual([200, 200])
    platform.clock.advance(HOUR_MS)
    expect(await statuses(secret)).toEqual([401, 401])
    const { body } = await platform.call(`/api/admin/api-keys/${id}`)
    expect(body.data.status).toBe('expired')
    const past = await write('', { label: 'Late', scopes: [], expires_at })
    expect(past.body.error.details).toMatchObject([{ field: 'expires_at', code: 'past' }])
  })

  test('has only scopes that exist, and none that are roles', async () => {
    for (const scope of ['posts:rewrite', 'admin', 'super-admin']) {
      const { status, body } = await write('', { label: 'x', scopes: ['posts:read', scope] })
      expect(status).toBe(422)
      expect(body.error.details).toMatchObject([{ field: 'scopes[1]' }])
    }
  })

  test('tells its secret once, and again only for the same Idempotency-Key and session', async () => {
    const key = await platform.tenant.session()
    const call = {
      key,
      body: { label: 'Once', scopes: [] },
      headers: { 'idempotency-key': 'only-once' },
    }
    const first = await platform.call('/api/admin/api-keys', call)
    const { id, secret } = first.body.data
    expect((await platform.call('/api/admin/api-keys', call)).text).toBe(first.text)
    for (const path of ['/api/admin/api-keys', `/api/admin/api-keys/${id}`, '/api/admin/audit-log'])
      expect((await platform.call(path)).text).not.toContain(secret)
    const { rows } = await platform.query(`
      select to_jsonb(t)::text as row from api_keys t
      union all select to_jsonb(t)::text from api_key_directory t
      union all select to_jsonb(t)::text from audit_log t
      union all select to_jsonb(t)::text from api_idempotency_keys t`)
    expect(rows.length).toBeGreaterThan(3)
    for (const { row } of rows) expect(row).not.toContain(secret)
    expect(platform.logged.join('')).not.toContain(secret)
  })

  test('shows when and from where it was last used', async () => {
    const { secret, id } = await create()
    const shown = async () => (await platform.call(`/api/admin/api-keys/${id}`)).body.data
    expect(await shown()).toMatchObject({ last_used_at: null, last_used_ip: null })
    await statuses(secret)
    await until(async () => (await shown()).last_used_at !== null)
    expect((await shown()).last_used_ip).toMatch(/127\.0\.0\.1|::1/)
  })
})

test('an edited rate limit is in force with the next request', async () => {
  const { secret, id } = await create({ requests_per_minute: 0 })
  const limits = async () =>
    Promise.all(
      hosts().map(async (host) => {
        const { headers } = await platform.call('/api/v1/posts', { key: secret, host })
        return headers.get('x-ratelimit-limit')
      }),
    )
  expect(await limits()).toEqual(['0', '0'])
  const edited = await write(`/${id}`, { requests_per_minute: 7, label: 'Slow' })
  expect(edited.body.data).toMatchObject({ requests_per_minute: 7, label: 'Slow' })
  await until(async () => (await limits()).every((each) => each === '7'))
  const { body } = await platform.call('/api/v1/me', { key: secret })
  expect(body.data.key.label).toBe('Slow')
  await write(`/${id}`, { requests_per_minute: null })
  await until(async () => (await limits()).every((each) => each === '120'))
})

test('a revoked key is 401 at once in every process, and for good', async () => {
  const { secret, id } = await create()
  expect(await statuses(secret)).toEqual([200, 200])
  const { body } = await write(`/${id}/revoke`)
  expect(body.data.status).toBe('revoked')
  await everywhere(secret, 401)
  expect((await write(`/${id}/revoke`)).body.data.revoked_at).toBe(body.data.revoked_at)
  expect((await write(`/${id}/rotate`, {})).status).toBe(409)
  expect((await write(`/${id}`, { label: 'Again' })).status).toBe(409)
  expect(await statuses(secret)).toEqual([401, 401])
})

describe('a rotated key', () => {
  const rotate = async (id: number, body?: object) => (await write(`/${id}/rotate`, body)).body.data

  test('has both secrets during the grace, then the new one', async () => {
    const before = await create()
    expect(await statuses(before.secret)).toEqual([200, 200])
    const after = await rotate(before.id)
    expect(after).toMatchObject({ id: before.id, label: before.label, status: 'active' })
    expect(after.secret.slice(0, 12)).toBe(after.prefix)
    const grace = Date.parse(after.previous_secret_expires_at) - Date.parse(after.rotated_at)
    expect(grace).toBe(24 * HOUR_MS)
    await everywhere(before.secret, 200)
    await everywhere(after.secret, 200)
    platform.clock.advance(24 * HOUR_MS - 60_000)
    expect(await statuses(before.secret)).toEqual([200, 200])
    platform.clock.advance(60_000)
    expect(await statuses(before.secret)).toEqual([401, 401])
    expect(await statuses(after.secret)).toEqual([200, 200])
  })

  test('without grace has the new one only; earlier promises are cut, never extended', async () => {
    const first = await create()
    const next = await rotate(first.id, { grace_hours: 1 })
    const third = await rotate(first.id, { grace_hours: 72 })
    await everywhere(next.secret, 200)
    platform.clock.advance(HOUR_MS)
    await everywhere(first.secret, 401)
    await everywhere(next.secret, 200)
    const last = await rotate(first.id, { grace_hours: 0 })
    for (const ended of [first, next, third]) await everywhere(ended.secret, 401)
    await everywhere(last.secret, 200)
  })

  test('loses every secret when it is revoked', async () => {
    const before = await create()
    const after = await rotate(before.id, { grace_hours: 72 })
    await write(`/${before.id}/revoke`)
    await everywhere(before.secret, 401)
    await everywhere(after.secret, 401)
  })
})
