import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { transact } from '../../packages/db/src/index.ts'
import type { Partition } from '../../packages/domain/src/kit/index.ts'
import { createSignIn, purgeSignIns } from '../../packages/domain/src/admin/index.ts'
import { doChore, keySecretsPurge } from '../../packages/domain/src/platform/index.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { purge as purgeAll } from '../support/process/purge.ts'

/** Expired rows are removed: sessions, sign-in links, secrets that have ended. */

const DAY_MS = 24 * 60 * 60 * 1000

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

test('a session and a link are removed when their time is over, and not before', async () => {
  const { tenantId } = platform.tenant.live
  const now = platform.clock.now()
  await createSignIn(platform.db, { tenantId, environment: 'live' }, now)
  const lasting = await platform.tenant.session()
  await platform.tenant.session({ expiresAt: new Date(now.getTime() + DAY_MS) })
  const purge = (work: (partition: Partition, now: Date) => Promise<number>, at: Date) =>
    transact(platform.db, tenantId, ({ tx }) => work({ tx, tenantId }, at))
  expect(await purge(purgeSignIns, now)).toBe(0)
  const later = new Date(now.getTime() + DAY_MS + 60_000)
  expect(await purge(purgeSignIns, later)).toBe(2)
  expect((await platform.call('/api/admin/session', { key: lasting })).status).toBe(200)
})

test('secrets of a key that is rotated, revoked or expired are removed when they have ended, and not before', async () => {
  const { tenantId } = platform.tenant.live
  const key = await platform.tenant.session()
  const call = async (path: string, body: object) =>
    (await platform.call(`/api/admin/api-keys${path}`, { method: 'POST', key, body })).body.data
  const now = platform.clock.now()
  const hours = (n: number) => new Date(now.getTime() + n * 60 * 60 * 1000)
  const make = (more: object = {}) => call('', { label: 'Ended', scopes: [], ...more })
  const [turned, revoked] = [await make(), await make()]
  const expiring = await make({ expires_at: hours(5).toISOString() })
  const rotated = await call(`/${turned.id}/rotate`, { grace_hours: 2 })
  const renewed = await call(`/${expiring.id}/rotate`, { grace_hours: 72 })
  await call(`/${revoked.id}/revoke`, {})
  const kept = async () => {
    const ids = [turned.id, revoked.id, expiring.id]
    const { rows } = await platform.query(
      'select key_id::int as id from api_key_directory where key_id = any($1) order by 1',
      [ids],
    )
    return rows.map(({ id }) => ids.indexOf(id))
  }
  const purge = (at: Date) => doChore(platform.db, tenantId, keySecretsPurge, at)
  expect([await purge(hours(1)), await kept()]).toEqual([1, [0, 0, 2, 2]])
  expect([await purge(hours(3)), await kept()]).toEqual([1, [0, 2, 2]])
  const calls = async (secret: string) =>
    (await platform.call('/api/v1/me', { key: secret })).status
  expect([await calls(revoked.secret), await calls(renewed.secret)]).toEqual([401, 200])
  expect([await purge(hours(6)), await kept()]).toEqual([2, [0]])
  expect(await calls(rotated.secret)).toBe(200)
})

test('the secret before of a webhook and of an e-mail account is forgotten when its grace is over', async () => {
  const key = await platform.tenant.key()
  const made = async (path: string, body: object): Promise<number> =>
    (await platform.call(`/api/v1${path}`, { key, body })).body.data.id
  const account = { address: 'ended@retro.example', name: 'Ended' }
  const ids = [
    await made('/webhooks', { url: 'https://hooks.example.com/x', subscribed_events: ['*'] }),
    await made('/helpdesk/email-accounts', account),
  ] as const
  await made(`/webhooks/${ids[0]}/rotate-secret`, { grace_hours: 2 })
  await made(`/helpdesk/email-accounts/${ids[1]}/rotate-secret`, { grace_hours: 2 })
  const kept = async (): Promise<readonly boolean[]> => {
    const { rows } = await platform.query(
      `select (select previous_secret is not null from webhook_endpoints where id = $1) as webhook,
        (select previous_secret_hash is not null from help_email_accounts where id = $2) as account`,
      [...ids],
    )
    return [rows[0].webhook, rows[0].account]
  }
  platform.clock.advance(60 * 60 * 1000)
  await purgeAll(platform)
  expect(await kept()).toEqual([true, true])
  platform.clock.advance(61 * 60 * 1000)
  await purgeAll(platform)
  expect(await kept()).toEqual([false, false])
})
