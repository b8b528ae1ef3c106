import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { table } from '../support/contract/contract.ts'
import { exampleOf, toCall } from '../support/contract/examples.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { buildWorld } from '../world/world.ts'

/** The console calls what keys call, with the session of its member. */

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
  await buildWorld(platform, platform.tenant.live.tenantId)
})
afterAll(() => platform.close())

const ofKeys = table.filter(
  ([, { callers, security }]) =>
    callers.includes('key') && security.some((entry) => Object.values(entry).flat().length > 0),
)

/** The operations that refuse the credential, each with its example. */
async function refusedBy(key: string): Promise<string[]> {
  const refused: string[] = []
  for (const operation of ofKeys) {
    const [path, call] = toCall(exampleOf(operation))
    const { status } = await platform.call(path, { ...call, key })
    if (status === 401 || status === 403) refused.push(operation[0])
  }
  return refused
}

test('an administrator’s session does all that a key can do', async () => {
  expect(ofKeys.length).toBeGreaterThan(120)
  expect(await refusedBy(await platform.tenant.session())).toEqual([])
})
