import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals'
import { sealingKeys, unseal } from '../../packages/db/src/index.ts'
import { resealPartition } from '../../packages/domain/src/index.ts'
import { aiCallsPurge } from '../../packages/domain/src/platform/ai-purge.ts'
import { AI_KEYS, aiKeyPlace, doChore } from '../../packages/domain/src/platform/index.ts'
import { fails, says, saysHalf, startModel } from '../support/fake/model.ts'
import { createGate } from '../support/fake/gate.ts'
import { openAiDesk, TICKET, type AiDesk } from '../support/http/ai-desk.ts'
import { startPlatform, type Platform } from '../support/http/platform.ts'
import { refusal } from '../support/http/refusal.ts'
import { until } from '../support/until.ts'

/** The gates of hooks, the tenant's settings, and callers who hang up. */

let platform: Platform
let desk: AiDesk
beforeAll(async () => {
  platform = await startPlatform()
})
afterAll(() => platform.close())
beforeEach(async () => {
  desk = await openAiDesk(platform)
})
afterEach(() => platform.model.forget())

const failure = (error: string) => ({ status: 200, text: JSON.stringify({ ok: false, error }) })
const set = (body: object) => desk.console('/settings', body)
const model = () => platform.model
const KEY = 'sk-ant-api03-shown-to-nobody'

test('a tenant that has set no key is blocked, whatever the hook and the ticket', async () => {
  const tenant = await platform.addTenant()
  const key = await tenant.key()
  const call = (hook: string, body?: object) =>
    platform.call(`/api/v1/helpdesk/ai/${hook}`, { key, host: tenant.url, body })
  for (const hook of ['reply-suggest', 'summary', 'categorize', 'sentiment', 'resolution-predict'])
    expect(await call(hook, { ticket_id: 999_999 })).toMatchObject(failure('gate_blocked'))
  expect(await call('canned-generate', { intent: 'x' })).toMatchObject(failure('gate_blocked'))
  expect(await call('knowledge-gaps')).toMatchObject(failure('gate_blocked'))
  const session = await tenant.session()
  const console = (body?: object) =>
    platform.call('/api/admin/ai/settings', { key: session, host: tenant.url, body })
  const { hooks, ...rest } = (await console()).body.data
  expect(rest).toMatchObject({ has_key: false, key_set_at: null, spent_usd: 0, base_url: null })
  expect(new Set(Object.values(hooks))).toEqual(new Set([false]))
  expect(await console({ hooks: { summary: true } })).toMatchObject(
    refusal(422, 'validation_failed', 'hooks.summary'),
  )
  const first = await console({ api_key: KEY, hooks: { audit_qa: false } })
  expect(first.body.data).toMatchObject({
    has_key: true,
    hooks: { summary: true, audit_qa: false },
  })
  expect(await call('canned-generate', { intent: 'x' })).toMatchObject({ body: { ok: true } })
  expect(model().asked[0]?.headers.authorization).toBe(`Bearer ${KEY}`)
})

test('a hook that is turned off is blocked, and the others are not', async () => {
  await set({ hooks: { summary: false } })
  expect(await desk.ask('summary')).toMatchObject(failure('gate_blocked'))
  expect((await desk.ask('sentiment')).body.ok).toBe(true)
})

test('a key that was removed, or does not open, is none', async () => {
  expect((await set({ api_key: null })).body.data).toMatchObject({ has_key: false })
  expect(await desk.ask('summary')).toMatchObject(failure('no_key'))
  expect(await set({ hooks: { summary: true } })).toMatchObject(
    refusal(422, 'validation_failed', 'hooks.summary'),
  )
  await set({ api_key: KEY })
  expect((await desk.ask('summary')).body.ok).toBe(true)
  await platform.query(`update ai_settings set api_key = '00000000.AAAA' where tenant_id = $1`, [
    desk.tenant.live.tenantId,
  ])
  expect(await desk.ask('summary')).toMatchObject(failure('no_key'))
})

test('the cap of a month is never exceeded, by twenty at once neither', async () => {
  // A call may cost 0.9 cents at most for its answer, and something for its question.
  await set({ monthly_cap_cents: 5, prices: [price({ output: 10_000 / 1000 })] })
  model().answer = says({ text: 'Problem: x', usage: { input_tokens: 10, output_tokens: 900 } })
  const answers = await Promise.all(Array.from({ length: 20 }, () => desk.ask('summary')))
  const let_through = answers.filter(({ body }) => body.ok)
  expect(let_through.length).toBeGreaterThan(0)
  expect(let_through.length).toBeLessThan(20)
  for (const each of answers) if (!each.body.ok) expect(each).toMatchObject(failure('gate_blocked'))
  const { spent_usd } = (await desk.console('/settings')).body.data
  expect(spent_usd).toBeLessThanOrEqual(0.05)
  expect(await desk.calls()).toHaveLength(let_through.length)
  // The next month begins anew.
  platform.clock.advance(32 * 24 * 3_600_000)
  expect((await desk.ask('summary')).body.ok).toBe(true)
  await set({ monthly_cap_cents: 0 })
  expect(await desk.ask('summary')).toMatchObject(failure('gate_blocked'))
})

const price = (own: object) => ({
  ...{ model: 'claude-haiku-4-5-20251001', input: 1, cache_write: 1.25, cache_read: 0.1 },
  ...{ output: 5, ...own },
})

test('so many calls begin in a minute, and the next minute has as many', async () => {
  await set({ calls_per_minute: 2 })
  // To the beginning of a minute, in which nothing was asked yet.
  platform.clock.advance(60_000 - (platform.clock.now().getTime() % 60_000))
  const answers = await Promise.all(Array.from({ length: 5 }, () => desk.ask('summary')))
  expect(answers.filter(({ body }) => body.ok)).toHaveLength(2)
  platform.clock.advance(60_000)
  expect((await desk.ask('summary')).body.ok).toBe(true)
})

test('the key is in no answer, no log, no audit entry and no row', async () => {
  const answers = [
    await set({ api_key: KEY, model: 'claude-haiku-4-5' }),
    await set({ api_key: KEY }),
  ]
  answers.push(await desk.console('/settings'))
  const audited = await desk.audited('ai_settings')
  expect(audited).toMatchObject([
    { action: 'ai_settings.updated', after: { key_set_at: expect.any(String) } },
    { action: 'ai_settings.updated', after: { model: 'claude-haiku-4-5' } },
  ])
  const { rows } = await platform.query('select api_key from ai_settings')
  const all = JSON.stringify([answers.map(({ text }) => text), audited, rows, platform.logged])
  expect(all).not.toContain(KEY)
})

test.each([
  ['base_url', { base_url: 'http://models.example.com' }],
  ['base_url', { base_url: 'https://127.0.0.1' }],
  ['base_url', { base_url: 'https://metadata.google.internal' }],
  ['api_key', { base_url: 'https://models.example.com' }],
  ['api_key', { api_key: 'has a blank' }],
  ['model', { model: 'gpt-5' }],
  ['prices[0].input', { prices: [price({ input: 0.00001 })] }],
  ['calls_per_minute', { calls_per_minute: -1 }],
  ['hooks.nothing', { hooks: { nothing: true } }],
])('settings that cannot be are refused at %s: %j', async (field, body) => {
  expect(await set(body)).toMatchObject(refusal(422, 'validation_failed', field))
})

test('an address of the tenant is asked in place of the installation’s, through the guard', async () => {
  const own = await startModel()
  const inner = await platform.addServer({ webhookAllowPrivate: true })
  try {
    const session = await desk.tenant.session({ role: 4 })
    const at = (port: number) => `http://${desk.tenant.slug}.localhost:${port}`
    const told = await platform.call('/api/admin/ai/settings', {
      ...{ key: session, host: at(inner.port) },
      body: { base_url: `${own.url}/`, api_key: KEY },
    })
    expect(told.body.data.base_url).toBe(`${own.url}/`)
    const key = await desk.tenant.key()
    const ask = (port: number) =>
      platform.call('/api/v1/helpdesk/ai/summary', { key, host: at(port), body: TICKET })
    expect((await ask(inner.port)).body.ok).toBe(true)
    expect(own.asked).toHaveLength(1)
    expect(own.asked[0]).toMatchObject({ path: '/v1/messages' })
    // The server that lets nothing private through refuses the same address at the call.
    expect(await ask(platform.server.port)).toMatchObject(failure('provider_error'))
    own.answer = (_, res) => void res.writeHead(307, { location: model().url }).end()
    expect(await ask(inner.port)).toMatchObject(failure('provider_error'))
    expect(model().asked).toEqual([])
  } finally {
    await own.close()
  }
})

test('a caller who hangs up cancels the call, which is in the ledger as far as it came', async () => {
  model().next(
    saysHalf({ text: 'Problem: x', usage: { input_tokens: 300, output_tokens: 50 } }, 3, false),
  )
  const socket = connect(platform.server.port, '127.0.0.1')
  await once(socket, 'connect')
  const body = JSON.stringify(TICKET)
  const key = await desk.tenant.key()
  socket.write(
    `POST /api/v1/helpdesk/ai/summary HTTP/1.1\r\nHost: ${desk.tenant.slug}.localhost\r\n` +
      `Authorization: Bearer ${key}\r\nContent-Type: application/json\r\n` +
      `Idempotency-Key: left\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  )
  await until(() => model().asked.length === 1)
  socket.resetAndDestroy()
  await until(async () => (await desk.calls()).length === 1)
  expect(await desk.calls()).toMatchObject([
    { outcome: 'cancelled', input_tokens: 300, output_tokens: 1 },
  ])
  // The key is given back: the repetition is let through.
  const again = () => desk.ask('summary', TICKET, { 'idempotency-key': 'left' })
  await until(async () => (await again()).body.ok === true)
})

test('no transaction is open while the model is asked, and twenty with one key ask it once', async () => {
  const gate = createGate()
  gate.shut()
  const answer = model().answer
  model().answer = (asked, res) => void gate.pass().then(() => answer(asked, res))
  const send = () => desk.ask('summary', TICKET, { 'idempotency-key': 'held' })
  const key = await desk.tenant.key()
  const host = desk.tenant.url
  const held = platform.call('/api/v1/helpdesk/ai/summary', {
    ...{ key, host, body: TICKET, headers: { 'idempotency-key': 'other' } },
  })
  await gate.reached()
  const open = await platform.query(
    `select count(*)::int as n from pg_stat_activity
     where datname = current_database() and state like 'idle in transaction%'`,
  )
  expect(open.rows[0].n).toBe(0)
  gate.open()
  expect((await held).body.ok).toBe(true)
  model().forget()
  const answers = await Promise.all(Array.from({ length: 20 }, send))
  expect(answers.filter(({ status }) => status === 200 || status === 409)).toHaveLength(20)
  expect(model().asked).toHaveLength(1)
})

test('a call whose process died is lost: what it may have cost counts from then on', async () => {
  await platform.query(
    `insert into ai_calls (tenant_id, hook, prompt, model, user_id, is_repair, started_at, reserved)
     values ($1, 'summary', 'summary.1', 'claude-haiku-4-5-20251001', 9, false, $2, 2000000)`,
    [desk.tenant.live.tenantId, new Date(platform.clock.now().getTime() - 16 * 60_000)],
  )
  expect((await desk.ask('summary')).body.ok).toBe(true)
  expect(await desk.calls()).toMatchObject([
    { outcome: 'lost', cost_usd: 0.002 },
    { outcome: 'answered' },
  ])
  const { by_hook } = (await desk.console('/usage')).body.data
  expect(by_hook.find(({ hook }: { hook: string }) => hook === 'summary')).toMatchObject({
    ...{ calls: 2, failed_calls: 1 },
  })
})

test('calls are of the administrator to see, and a failed one tells why', async () => {
  model().next(fails(500, 'api_error'))
  await desk.ask('summary')
  const moderator = await desk.tenant.session({ role: 3 })
  for (const path of ['calls', 'usage', 'settings'])
    expect(
      await platform.call(`/api/admin/ai/${path}`, { key: moderator, host: desk.tenant.url }),
    ).toMatchObject(refusal(403, 'insufficient_scope'))
  const past = await desk.console('/usage?month=2026-05')
  expect(past.body.data).toMatchObject({ month: '2026-05', spent_usd: 0.000847 })
  expect((await desk.console('/usage?month=2026-13')).status).toBe(400)
})

test('the key moves to another secret, and opens with it', async () => {
  const { tenantId } = desk.tenant.live
  const secrets = { appSecret: 'another-secret-of-16', previousSecrets: ['test-secret-of-16'] }
  await resealPartition(platform.db, tenantId, secrets, platform.clock.now())
  const { rows } = await platform.query('select api_key from ai_settings where tenant_id = $1', [
    tenantId,
  ])
  const keys = sealingKeys({ appSecret: secrets.appSecret }, AI_KEYS)
  expect(unseal(keys, rows[0].api_key, aiKeyPlace(tenantId))).toBe('sk-ant-of-the-documentation')
})

test('calls are removed after 400 days, and what their month has cost stays', async () => {
  expect((await desk.ask('summary')).body.ok).toBe(true)
  const { tenantId } = desk.tenant.live
  const purge = () => doChore(platform.db, tenantId, aiCallsPurge, platform.clock.now())
  expect(await purge()).toBe(0)
  const month = platform.clock.now().toISOString().slice(0, 7)
  const cost = async () => (await desk.console(`/usage?month=${month}`)).body.data.spent_usd
  const before = await cost()
  platform.clock.advance(400 * 24 * 3_600_000 + 60_000)
  expect(await purge()).toBe(2)
  const left = await platform.query('select 1 from ai_calls where tenant_id = $1', [tenantId])
  expect(left.rows).toEqual([])
  const { rows } = await platform.query(
    `select sum(cost)::float / 1e9 as usd from ai_usage where tenant_id = $1 and month = $2`,
    [tenantId, `${month}-01`],
  )
  expect(rows[0].usd).toBeCloseTo(before, 9)
})

test('/metrics tells of calls by their outcome, their tokens by kind, and those that are open', async () => {
  const read = async () => {
    const { text } = await platform.call('/metrics', { key: null })
    const line = (name: string) => text.split('\n').find((each) => each.startsWith(`${name} `))
    return (name: string) => Number(line(`mobieus_model_${name}`)?.split(' ')[1] ?? 0)
  }
  const before = await read()
  await desk.ask('summary')
  const after = await read()
  expect(after('calls_open')).toBe(0)
  for (const name of [
    'duration_seconds_count{outcome="answered"}',
    ...['tokens_total{kind="input"}', 'tokens_total{kind="output"}'],
  ])
    expect([name, after(name) > before(name)]).toEqual([name, true])
})
