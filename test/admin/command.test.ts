import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { localFetch } from '../support/http/local-fetch.ts'
import { asApplication, callMobieus, runMobieus } from '../support/process/mobieus.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { until } from '../support/until.ts'

/** The command line's part in the console. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

/** Runs the command line; answers its output, and rejects with it when it fails. */
async function mobieus(...args: string[]): Promise<string> {
  const { code, said } = await callMobieus(platform, args, asApplication(platform))
  if (code !== 0) throw new Error(said)
  return said
}

test('sign-in prints a link that works', async () => {
  const out = await runMobieus(platform, 'sign-in', 'demo')
  const url = new URL(/http:\S+/.exec(out)?.[0] as string)
  expect(url.origin).toBe(platform.url)
  expect((await localFetch(url.href)).status).toBe(200)
  const answer = await localFetch(url.origin + url.pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url.origin },
    body: `token=${url.searchParams.get('token')}`,
  })
  expect(answer.status).toBe(303)
  await expect(runMobieus(platform, 'sign-in', 'demo', '--user', 'nobody')).rejects.toThrow(
    'no member nobody who may sign in',
  )
})

test('keys rotate: another secret, the old one until its grace is over; told once, audited', async () => {
  const key = await platform.tenant.mint()
  const works = async (secret: string) =>
    (await platform.call('/api/v1/me', { key: secret })).status === 200
  const rotate = async (...options: string[]) => {
    const out = await mobieus('keys', 'rotate', 'demo', String(key.id), ...options)
    return /^mc_live_\S+$/m.exec(out)?.[0] as string
  }
  const second = await rotate()
  expect([await works(key.secret), await works(second)]).toEqual([true, true])
  platform.clock.advance(25 * 60 * 60 * 1000)
  expect([await works(key.secret), await works(second)]).toEqual([false, true])
  const third = await rotate('--grace', '0')
  // The server hears of it within moments.
  await until(async () => !(await works(second)))
  expect(await works(third)).toBe(true)

  const { body } = await platform.call('/api/admin/audit-log?action=api_key.rotated')
  const after = (secret: string, grace_hours: number) => ({
    ...{ actor: null, target: { kind: 'api_key', id: key.id } },
    after: { prefix: secret.slice(0, 12), grace_hours },
  })
  expect(body.data).toMatchObject([after(third, 0), after(second, 24)])
})

test('keys rotate refuses what the operation refuses', async () => {
  const { id } = await platform.tenant.mint()
  const rotate = (...args: string[]) => mobieus('keys', 'rotate', 'demo', ...args)
  await expect(rotate(String(id), '--grace', '73')).rejects.toThrow('72 hours at most')
  await expect(rotate(String(id), '--test')).rejects.toThrow(`there is no key ${id}`)
  await mobieus('keys', 'revoke', 'demo', String(id))
  await expect(rotate(String(id))).rejects.toThrow('The key is revoked.')
})

test('keys are audited as the system', async () => {
  const out = await mobieus('keys', 'create', 'demo', '--label', 'Shell', '--scopes', 'posts:read')
  const id = Number(/^Key (\d+)/.exec(out)?.[1])
  await mobieus('keys', 'revoke', 'demo', String(id))
  const { body } = await platform.call('/api/admin/audit-log?target_kind=api_key')
  const entries = body.data.filter((entry: { target: { id: number } }) => entry.target.id === id)
  expect(entries).toMatchObject([
    { action: 'api_key.revoked', actor: null },
    { action: 'api_key.created', actor: null, after: { label: 'Shell' } },
  ])
})
