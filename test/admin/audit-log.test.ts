import { afterAll, beforeAll, expect, test } from '@jest/globals'
import pg from 'pg'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** The audit log: every change leaves one entry with its actor, and no entry ever changes. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const entries = async (query = '') =>
  (await platform.call(`/api/admin/audit-log?limit=100${query}`)).body.data

test('each change of a key is an entry that tells what it changed', async () => {
  const key = await platform.tenant.session()
  const write = (path: string, body?: unknown) =>
    platform.call(`/api/admin/api-keys${path}`, { method: 'POST', key, body })
  const { body } = await write('', { label: 'Sync', scopes: ['posts:read'] })
  const { id, prefix, user } = body.data
  await write(`/${id}`, { label: 'Nightly', requests_per_minute: 5 })
  await write(`/${id}`, { label: 'Nightly' })
  const rotated = await write(`/${id}/rotate`, { grace_hours: 2 })
  await write(`/${id}/revoke`)
  await write(`/${id}/revoke`)

  const found = await entries('&target_kind=api_key')
  const ours = found.filter((entry: { target: { id: number } }) => entry.target.id === id).reverse()
  expect(ours).toMatchObject([
    {
      action: 'api_key.created',
      before: null,
      after: { label: 'Sync', prefix, environment: 'live', scopes: ['posts:read'] },
    },
    {
      action: 'api_key.updated',
      before: { label: 'Sync', requests_per_minute: null },
      after: { label: 'Nightly', requests_per_minute: 5 },
    },
    {
      action: 'api_key.rotated',
      before: { prefix },
      after: { prefix: rotated.body.data.prefix, grace_hours: 2 },
    },
    { action: 'api_key.revoked', before: { revoked_at: null } },
  ])
  for (const entry of ours) expect(entry.actor).toEqual(user)
})

test('a call that fails leaves no entry', async () => {
  const before = await entries()
  const write = (path: string, body?: unknown) =>
    platform.call(`/api/admin/api-keys${path}`, { method: 'POST', body })
  expect((await write('', { label: 'x', scopes: ['nothing:read'] })).status).toBe(422)
  expect((await write('/999999/revoke')).status).toBe(404)
  expect(await entries()).toEqual(before)
})

test('the system has no name: keys of the command line', async () => {
  const { id } = await platform.tenant.mint()
  const [entry] = await entries('&action=api_key.created')
  expect(entry).toMatchObject({ actor: null, target: { kind: 'api_key', id } })
})

test('the application can add entries and read them, and nothing else', async () => {
  const app = new pg.Client({ connectionString: platform.databaseUrl })
  await app.connect()
  await app.query(`set app.tenant = '${platform.tenant.live.tenantId}'`)
  for (const text of [
    "update audit_log set action = 'nothing.done'",
    'delete from audit_log',
    'truncate audit_log',
  ])
    await expect(app.query(text)).rejects.toThrow('permission denied')
  await app.end()
})
