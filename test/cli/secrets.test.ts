import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { migrate } from '@mobieus/db'
import { asApplication, callMobieus } from '../support/process/mobieus.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

/** APP_SECRET changes while a server runs: what is older still opens, is moved over, and then opens alone. */

const older = 'test-secret-of-16'
const present = 'another-secret-of-16'

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const register = (key: string, host?: string) =>
  platform.call('/api/v1/webhooks', {
    host,
    body: { url: 'https://hooks.example.com/', subscribed_events: ['*'] },
    headers: { 'idempotency-key': key },
  })

const addServer = async (appSecret: string, previousSecrets: readonly string[]) => {
  const { port } = await platform.addServer({ appSecret, previousSecrets })
  return `http://demo.localhost:${port}`
}

async function reseal(): Promise<string> {
  const secrets = { APP_SECRET: present, APP_SECRET_PREVIOUS: older }
  const variables = { ...asApplication(platform), ...secrets }
  return (await callMobieus(platform, ['secrets', 'reseal'], variables)).said
}

test('a secret is changed: with the one before everything opens, afterwards without it', async () => {
  await expect(addServer(present, [])).rejects.toThrow('APP_SECRET is not the one')
  const first = await register('before')
  const cursor = (await platform.call('/api/v1/events?order=asc')).body.next_cursor
  expect(await reseal()).toContain('still belongs to the secret before')

  const url = platform.ownerUrl
  await migrate({ url, appSecret: present, previousSecrets: [older] })
  await expect(addServer(older, [])).rejects.toThrow('APP_SECRET is not the one')
  const both = await addServer(present, [older])
  expect((await register('before', both)).text).toBe(first.text)
  const next = `/api/v1/events?order=asc&cursor=${cursor}`
  expect((await platform.call(next, { host: both })).status).toBe(200)
  // A page of the console that was open all the time.
  const minted = { label: 'Minted', scopes: ['users:read'] }
  const mint = { host: both, body: minted, key: await platform.tenant.session() }
  expect((await platform.call('/api/admin/api-keys', mint)).status).toBe(201)
  // The server that began before seals with what it knows.
  const meanwhile = await register('meanwhile')

  // A value that opens with neither secret is reported, and holds nothing up.
  const lost = (await register('lost')).body.data.id
  await platform.query(`update webhook_endpoints set secret = '00000000.AAAA' where id = $1`, [
    lost,
  ])
  const said = await reseal()
  expect(said).toContain('Pass 1: 5 moved.\nPass 2: 0 moved.')
  expect(said).toContain(`webhook ${lost} of demo (live) opens with no secret`)
  expect(said).toContain('APP_SECRET_PREVIOUS may be')
  expect(await reseal()).toContain('Pass 1: 0 moved.')

  const alone = await addServer(present, [])
  for (const answer of [first, meanwhile]) {
    const key = answer === first ? 'before' : 'meanwhile'
    expect((await register(key, alone)).text).toBe(answer.text)
    const { id } = answer.body.data
    const path = `/api/v1/webhooks/${id}/rotate-secret`
    const rotated = await platform.call(path, { host: alone, body: {} })
    expect(rotated.body.data.previous_secret_expires_at).not.toBeNull()
  }
  expect((await platform.call(next, { host: alone })).status).toBe(400)
})
