import { createHmac } from 'node:crypto'
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

const SIGNING_KEY = 'key-of-mailgun-1234567890'
const addAccount = async (address: string) =>
  (
    await platform.call('/api/v1/helpdesk/email-accounts', {
      body: { address, name: 'Support', mailgun_signing_key: SIGNING_KEY },
    })
  ).body.data

/** A post that an account with the signing key takes; it has no mail, which is ignored after the signature. */
function postSigned(secret: string, host: string) {
  const timestamp = String(Math.floor(platform.clock.now().getTime() / 1000))
  const signature = createHmac('sha256', SIGNING_KEY).update(`${timestamp}token`).digest('hex')
  return platform.call(`/api/helpdesk/inbound-email/mailgun?secret=${secret}`, {
    ...{ key: null, host, method: 'POST' },
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: String(new URLSearchParams({ timestamp, token: 'token', signature })),
  })
}

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
  const account = await addAccount('support@example.com')
  const lostAccount = await addAccount('lost@example.com')
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
  await platform.query(
    `update help_email_accounts set mailgun_signing_key = '00000000.AAAA' where id = $1`,
    [lostAccount.id],
  )
  const said = await reseal()
  expect(said).toContain('Pass 1: 6 moved.\nPass 2: 0 moved.')
  expect(said).toContain(`e-mail account ${lostAccount.id} of demo (live) opens with no secret`)
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
  expect((await postSigned(account.inbound_secret, alone)).status).toBe(200)
  expect((await platform.call(next, { host: alone })).status).toBe(400)
})
