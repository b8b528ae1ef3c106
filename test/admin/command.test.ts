import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { localFetch } from '../support/local-fetch.ts'
import { startPlatform, type Platform } from '../support/platform.ts'

/** What the command line does for the console. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const mobieus = async (...args: string[]) => {
  const { DATABASE_URL: _, NODE_OPTIONS: _options, ...env } = process.env
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--conditions=mobieus', '--import', 'tsx', 'packages/cli/src/main.ts', ...args],
    {
      env: {
        ...env,
        APP_SECRET: 'test-secret-of-16',
        APP_DATABASE_URL: platform.databaseUrl,
        PORT: String(platform.server.port),
      },
    },
  )
  return stdout
}

test('sign-in prints a link that works', async () => {
  const out = await mobieus('sign-in', 'demo')
  const url = new URL(/http:\S+/.exec(out)?.[0] as string)
  expect(url.origin).toBe(platform.url)
  expect((await localFetch(url.href)).status).toBe(200)
  const answer = await localFetch(url.origin + url.pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: url.origin },
    body: `token=${url.searchParams.get('token')}`,
  })
  expect(answer.status).toBe(303)
  await expect(mobieus('sign-in', 'demo', '--user', 'nobody')).rejects.toThrow(
    'no moderator or administrator nobody',
  )
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
