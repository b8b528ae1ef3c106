import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { runMobieus, runMobieusIn } from '../support/mobieus.ts'
import { startPlatform, type Platform } from '../support/platform.ts'

/** What cannot be meant does nothing, and is answered with a sentence of ours. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

/** What a command could have made or ended. */
const counted = async () =>
  (
    await platform.query(
      `select (select count(*) from tenants), (select count(revoked_at) from api_keys) as ended,
              (select count(*) from api_keys) as keys, (select count(*) from sign_in_tokens) as links`,
    )
  ).rows

test.each([
  ['sign-in demo nosuch', 'unexpected argument nosuch'],
  ['keys revoke demo 1 extra', 'unexpected argument extra'],
  ['keys revoke demo abc', 'ID wants a whole number, not abc'],
  ['keys list demo 5', 'unexpected argument 5'],
  ['keys create demo --label x --user 999999', 'there is no member 999999'],
  ['keys create demo --label x --expires 2020-01-01', 'still to come'],
  ['tenants list extra', 'unexpected argument extra'],
  ['tenants create other', 'usage:'],
  ['tenants create demo --admin ada --email ada@example.com', 'there is a tenant demo already'],
  ['tenants create other --admin ada --email nonsense', 'nonsense is no e-mail address'],
  ['migrate --bogus', "Unknown option '--bogus'"],
  ['worker extra', "Unexpected argument 'extra'"],
  ['seed extra', "Unexpected argument 'extra'"],
])('mobieus %s', async (line, sentence) => {
  const before = await counted()
  const { stderr = '' } = (await runMobieus(platform, ...line.split(' ')).catch(
    (error: unknown) => error,
  )) as { stderr?: string }
  expect(stderr).toContain(sentence)
  expect(stderr).not.toMatch(/ at .*:\d+|constraint/)
  expect(await counted()).toEqual(before)
})

test('a reading command under another secret is refused, and the server goes on', async () => {
  const env = {
    APP_SECRET: 'another-secret-of-16',
    DATABASE_URL: platform.ownerUrl,
    APP_DATABASE_URL: undefined,
  }
  const { stderr = '' } = (await runMobieusIn(env, platform, 'tenants', 'list').catch(
    (error: unknown) => error,
  )) as { stderr?: string }
  expect(stderr).toContain('APP_SECRET is not the one this database was made with')
  const fresh = await platform.addServer()
  const host = `http://demo.localhost:${fresh.port}`
  expect((await platform.call('/api/v1/users', { host })).status).toBe(200)
})
