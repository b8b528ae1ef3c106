import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createHash } from 'node:crypto'
import { unseal } from '../../packages/db/src/index.ts'
import { WEBHOOK_SECRETS } from '../../packages/domain/src/platform/index.ts'
import { readConfig } from '../../packages/server/src/index.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'

let platform: Platform
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())

const register = async (body: object = {}, headers: Record<string, string> = {}) => {
  const all = { url: 'https://hooks.example.com/', subscribed_events: ['*'], ...body }
  const answer = await platform.call('/api/v1/webhooks', { body: all, headers })
  expect(answer.status).toBe(201)
  return answer
}

test('the secret is shown by create and rotate, and by nothing else', async () => {
  const { body } = await register()
  const { id, signing_secret, secret_fingerprint } = body.data
  expect(signing_secret).toMatch(/^whsec_[A-Za-z0-9]{43}=$/)
  expect(Buffer.from(signing_secret.slice(6), 'base64')).toHaveLength(32)
  expect(createHash('sha256').update(signing_secret).digest('hex')).toBe(secret_fingerprint)
  const rotated = await platform.call(`/api/v1/webhooks/${id}/rotate-secret`, { body: {} })
  const secrets = [signing_secret, rotated.body.data.signing_secret]
  expect(new Set(secrets).size).toBe(2)
  for (const path of [`/webhooks/${id}`, '/webhooks', `/webhooks/${id}/deliveries`]) {
    const { text } = await platform.call(`/api/v1${path}`)
    for (const secret of secrets) expect(text).not.toContain(secret.slice(6))
  }
})

test('no secret is in the database in plain text, not even in a stored answer', async () => {
  const headers = { 'idempotency-key': 'with-a-secret' }
  const first = await register({}, headers)
  const again = await register({}, headers)
  expect(again.text).toBe(first.text)
  const secret = first.body.data.signing_secret.slice(6)
  const { rows } = await platform.query(
    `select table_name as name from information_schema.tables where table_schema = 'public'`,
  )
  for (const { name } of rows) {
    const found = await platform.query(
      `select count(*)::int as n from ${name} r
       where to_jsonb(r)::text like $1 or to_jsonb(r)::text like $2`,
      [`%${secret}%`, `%${Buffer.from(secret).toString('hex')}%`],
    )
    expect({ name, n: found.rows[0].n }).toEqual({ name, n: 0 })
  }
})

test('a sealed secret that is moved to another endpoint cannot be opened', async () => {
  const [one, other] = [(await register()).body.data.id, (await register()).body.data.id]
  const { rows } = await platform.query('select secret from webhook_endpoints where id = $1', [one])
  const webhookKeys = platform.server.services.secrets.for(WEBHOOK_SECRETS).sealing
  const { tenantId } = platform.tenant.live
  expect(unseal(webhookKeys, rows[0].secret, `webhook secret ${tenantId}/${one}`)).toMatch(
    /^whsec_/,
  )
  expect(unseal(webhookKeys, rows[0].secret, `webhook secret ${tenantId}/${other}`)).toBeUndefined()
})

test('a rotation heals a secret that does not open: only the new one is left', async () => {
  const { id } = (await register()).body.data
  await platform.query(
    `update webhook_endpoints set secret = '00000000.' || split_part(secret, '.', 2) where id = $1`,
    [id],
  )
  const { status, body } = await platform.call(`/api/v1/webhooks/${id}/rotate-secret`, { body: {} })
  expect(status).toBe(200)
  expect(body.data.previous_secret_expires_at).toBeNull()
  const { rows } = await platform.query(
    'select secret, previous_secret from webhook_endpoints where id = $1',
    [id],
  )
  const place = `webhook secret ${platform.tenant.live.tenantId}/${id}`
  expect(
    unseal(platform.server.services.secrets.for(WEBHOOK_SECRETS).sealing, rows[0].secret, place),
  ).toBe(body.data.signing_secret)
  expect(rows[0].previous_secret).toBeNull()
})

test('subscriptions: * swallows the rest; a type that does not exist is refused', async () => {
  const { body } = await register({ subscribed_events: ['post.created', '*'] })
  expect(body.data.subscribed_events).toEqual(['*'])
  for (const subscribed_events of [['post.exploded'], [], ['post.created', 'post.created']]) {
    const answer = await platform.call('/api/v1/webhooks', {
      body: { url: 'https://hooks.example.com/', subscribed_events },
    })
    expect(answer.status).toBe(422)
    expect(answer.body.error.details[0].field).toMatch(/^subscribed_events/)
  }
})

test('PATCH and DELETE do what the POSTs do', async () => {
  const { id } = (await register()).body.data
  const path = `/api/v1/webhooks/${id}`
  const change = { description: 'changed', subscribed_events: ['post.created'] }
  const patched = await platform.call(path, { method: 'PATCH', body: change })
  expect(patched.body.data).toMatchObject(change)
  const posted = await platform.call(path, { body: { description: null } })
  expect(posted.body.data).toMatchObject({ ...change, description: null })
  expect((await platform.call(path, { method: 'DELETE' })).body.data).toEqual({ id, deleted: true })
  expect((await platform.call(path)).status).toBe(404)
  expect((await platform.call(`${path}/deliveries`)).status).toBe(404)
  const { rows } = await platform.query('select secret from webhook_endpoints where id = $1', [id])
  expect(rows[0].secret).toBeNull()
})

test('the grace of a rotation is 0 to 72 hours', async () => {
  const { id } = (await register()).body.data
  const rotate = async (body?: object) =>
    (await platform.call(`/api/v1/webhooks/${id}/rotate-secret`, { method: 'POST', body })).body
  const until = async (body?: object) =>
    Math.round(
      (Date.parse((await rotate(body)).data.previous_secret_expires_at) -
        platform.clock.now().getTime()) /
        3_600_000,
    )
  expect(await until()).toBe(24)
  expect(await until({ grace_hours: 72 })).toBe(72)
  expect((await rotate({ grace_hours: 0 })).data.previous_secret_expires_at).toBeNull()
  expect((await rotate({ grace_hours: 73 })).error.code).toBe('validation_failed')
  platform.clock.advance(73 * 3_600_000)
  const { body } = await platform.call(`/api/v1/webhooks/${id}`)
  expect(body.data.previous_secret_expires_at).toBeNull()
})

test('a bad URL does not take back the answer that was given under a key', async () => {
  const headers = { 'idempotency-key': 'first-answer' }
  const bad = { url: 'https://127.0.0.1/', subscribed_events: ['*'] }
  expect((await platform.call('/api/v1/webhooks', { body: bad, headers })).status).toBe(422)
  const first = await register({}, headers)
  expect((await register({}, headers)).text).toBe(first.text)
})

test('WEBHOOK_ALLOW_PRIVATE is refused in production', () => {
  const env = { APP_SECRET: 'x'.repeat(32), WEBHOOK_ALLOW_PRIVATE: '1' }
  expect(readConfig(env).webhookAllowPrivate).toBe(true)
  expect(readConfig({ APP_SECRET: env.APP_SECRET }).webhookAllowPrivate).toBe(false)
  expect(() => readConfig({ ...env, NODE_ENV: 'production' })).toThrow('WEBHOOK_ALLOW_PRIVATE')
})

test('a tenant has as many endpoints as its settings say, however many are made at once', async () => {
  const tenant = await platform.addTenant()
  const [key, sandbox] = [await tenant.key(), await tenant.key({ environment: 'test' })]
  const create = (secret = key) =>
    platform.call('/api/v1/webhooks', {
      body: { url: 'https://hooks.example.com/', subscribed_events: ['*'] },
      key: secret,
      host: tenant.url,
    })
  await tenant.setIni('[webhooks]\nmax_endpoints = 3\n')
  const answers = await Promise.all(Array.from({ length: 10 }, () => create()))
  const made = answers.filter(({ status }) => status === 201)
  expect(made).toHaveLength(3)
  for (const { status, body } of answers.filter((each) => !made.includes(each)))
    expect({ status, details: body.error.details }).toEqual({
      status: 422,
      details: [
        {
          field: 'url',
          code: 'too_many',
          message: 'would be one endpoint more than the 3 of the tenant',
        },
      ],
    })
  expect((await create(sandbox)).status).toBe(201)
  const path = `/api/v1/webhooks/${made[0]?.body.data.id}/delete`
  await platform.call(path, { body: {}, key, host: tenant.url })
  expect((await create()).status).toBe(201)
  expect((await create()).status).toBe(422)
})

test('a tenant without a setting has a hundred endpoints at most', async () => {
  const tenant = await platform.addTenant()
  const { tenantId } = tenant.live
  await platform.query(
    `insert into counters (tenant_id, name, value) values ($1, 'webhooks', 100)`,
    [tenantId],
  )
  const key = await tenant.key()
  const body = { url: 'https://hooks.example.com/', subscribed_events: ['*'] }
  const create = () => platform.call('/api/v1/webhooks', { body, key, host: tenant.url })
  expect((await create()).status).toBe(422)
  await platform.query(
    `update counters set value = 99 where tenant_id = $1 and name = 'webhooks'`,
    [tenantId],
  )
  expect((await create()).status).toBe(201)
})
