import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { transact } from '../../packages/db/src/index.ts'
import type { Partition } from '../../packages/domain/src/kit/index.ts'
import {
  createSignIn,
  purgeEndedSecrets,
  purgeSignIns,
} from '../../packages/domain/src/admin/index.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** Expired rows are removed: sessions, sign-in links, secrets that a rotation has ended. */

const DAY_MS = 24 * 60 * 60 * 1000

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

test('it is removed when its time is over, and not before', async () => {
  const { tenantId } = platform.tenant.live
  const now = platform.clock.now()
  await createSignIn(platform.db, { tenantId, environment: 'live' }, now)
  const lasting = await platform.tenant.session()
  await platform.tenant.session({ expiresAt: new Date(now.getTime() + DAY_MS) })
  const { body } = await platform.call('/api/admin/api-keys', {
    key: lasting,
    body: { label: 'Turned', scopes: [] },
  })
  const rotate = `/api/admin/api-keys/${body.data.id}/rotate`
  const { body: rotated } = await platform.call(rotate, { method: 'POST', key: lasting })

  const purge = (work: (partition: Partition, now: Date) => Promise<number>, at: Date) =>
    transact(platform.db, tenantId, ({ tx }) => work({ tx, tenantId }, at))
  expect(await purge(purgeSignIns, now)).toBe(0)
  expect(await purge(purgeEndedSecrets, now)).toBe(0)
  const later = new Date(now.getTime() + DAY_MS + 60_000)
  expect(await purge(purgeSignIns, later)).toBe(2)
  expect(await purge(purgeEndedSecrets, later)).toBe(1)
  expect((await platform.call('/api/admin/session', { key: lasting })).status).toBe(200)
  expect((await platform.call('/api/v1/me', { key: rotated.data.secret })).status).toBe(200)
})
