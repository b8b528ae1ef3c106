import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startHooks, type Hooks, type Json } from '../support/hooks.ts'
import { answering, type Receiver } from '../support/receiver.ts'
import { until } from '../support/until.ts'

/** When attempts are made, by a clock that is moved. */

const MINUTE_MS = 60_000
const SCHEDULE = [0, 1, 5, 30, 120, 360, 1440]

let hooks: Hooks
let receiver: Receiver
let hook: Json
beforeEach(async () => {
  hooks = await startHooks()
  receiver = await hooks.receiver()
  receiver.answer = answering(500, {}, 'broken')
  hook = await hooks.register(receiver.url, ['post.created'])
})
afterEach(() => hooks.close())

const attempts = (n: number) =>
  until(async () => {
    const list = await hooks.ok(`/webhooks/${hook.id}/deliveries`)
    return list.length > 0 && list.every((each: Json) => each.attempt_count === n)
  }, 10_000)

const dueAt = async (): Promise<Date> => {
  const { rows } = await hooks.platform.query('select next_attempt_at from webhook_deliveries')
  return rows[0].next_attempt_at
}

test('a receiver that answers 500 for a day: seven attempts at the documented minutes', async () => {
  await hooks.post()
  const { rows } = await hooks.platform.query('select now()')
  expect(rows).toHaveLength(1)
  for (const [i, minutes] of SCHEDULE.entries()) {
    await receiver.got(i + 1)
    await attempts(i + 1)
    const next = SCHEDULE[i + 1]
    if (next === undefined) continue
    const created = await hooks.platform.query('select created_at from webhook_deliveries')
    const due = await dueAt()
    const offset = (due.getTime() - created.rows[0].created_at.getTime()) / MINUTE_MS
    expect(offset).toBeGreaterThanOrEqual(next)
    expect(offset).toBeLessThanOrEqual(next * 1.1)
    expect(minutes).toBeLessThan(next)
    const delivery = await hooks.delivery(hook)
    expect(delivery).toMatchObject({ status: 'failed', completed_at: null })
    // Not a moment too early.
    hooks.platform.clock.advance(due.getTime() - hooks.platform.clock.now().getTime() - 5_000)
    expect(receiver.received).toHaveLength(i + 1)
    hooks.platform.clock.advance(5_000)
  }
  expect(await hooks.delivery(hook)).toMatchObject({
    status: 'exhausted',
    attempt_count: 7,
    next_attempt_at: null,
  })
  const { attempts: all, completed_at } = await hooks.delivery(hook)
  expect(completed_at).not.toBeNull()
  expect(all).toHaveLength(7)
  for (const each of all)
    expect(each).toMatchObject({ status_code: 500, error: 'status', response_body: 'broken' })
  hooks.platform.clock.advance(3 * 24 * 60 * MINUTE_MS)
  expect(await hooks.ok(`/webhooks/${hook.id}`)).toMatchObject({
    status: 'active',
    consecutive_failures: 7,
  })
  expect(receiver.received).toHaveLength(7)
})

test('a success ends it, and the count of failures', async () => {
  await hooks.post()
  await attempts(1)
  expect((await hooks.ok(`/webhooks/${hook.id}`)).consecutive_failures).toBe(1)
  receiver.answer = answering(204)
  hooks.platform.clock.advance(2 * MINUTE_MS)
  await attempts(2)
  expect(await hooks.delivery(hook)).toMatchObject({ status: 'succeeded', attempt_count: 2 })
  expect((await hooks.ok(`/webhooks/${hook.id}`)).consecutive_failures).toBe(0)
})

test('Retry-After puts the next attempt off, but not for ever', async () => {
  const cases = [
    { header: '600', seconds: 600 },
    { header: '999999999', seconds: 24 * 3600 },
    { header: 'soon', seconds: 60 },
  ]
  for (const { header, seconds } of cases) {
    await hooks.platform.query('delete from webhook_delivery_attempts')
    await hooks.platform.query('delete from webhook_deliveries')
    receiver.answer = answering(503, { 'retry-after': header })
    await hooks.post()
    await attempts(1)
    const wait = ((await dueAt()).getTime() - hooks.platform.clock.now().getTime()) / 1000
    expect(wait).toBeGreaterThan(seconds - 10)
    expect(wait).toBeLessThanOrEqual(seconds * 1.1)
  }
})

test('20 failed attempts in a row disable an endpoint, or as many as the tenant says', async () => {
  for (let i = 0; i < 19; i++) await hooks.post()
  await attempts(1)
  expect(await hooks.ok(`/webhooks/${hook.id}`)).toMatchObject({
    status: 'active',
    consecutive_failures: 19,
  })
  await hooks.post()
  const disabled = () =>
    until(async () => (await hooks.ok(`/webhooks/${hook.id}`)).status === 'disabled', 10_000)
  await disabled()
  expect(await hooks.ok(`/webhooks/${hook.id}`)).toMatchObject({
    disabled_reason: 'consecutive_failures',
    consecutive_failures: 20,
  })
  hooks.platform.clock.advance(60 * MINUTE_MS)
  await hooks.post()
  expect(receiver.received).toHaveLength(20)

  await hooks.platform.tenant.setIni('[webhooks]\ndisable_after_failures = 3\n')
  await hooks.platform.query('delete from webhook_delivery_attempts')
  await hooks.platform.query('delete from webhook_deliveries')
  await hooks.ok(`/webhooks/${hook.id}/enable`, {})
  for (let i = 0; i < 3; i++) await hooks.post()
  await disabled()
  expect((await hooks.ok(`/webhooks/${hook.id}`)).consecutive_failures).toBe(3)

  const entry = (consecutive_failures: number) => ({
    ...{ action: 'webhook.disabled', actor: null, target: { kind: 'webhook', id: hook.id } },
    before: { status: 'active', disabled_reason: null },
    after: { status: 'disabled', disabled_reason: 'consecutive_failures', consecutive_failures },
  })
  expect(await hooks.audited('webhook.disabled')).toEqual([entry(20), entry(3)])
})

test('after 30 days a settled delivery is forgotten', async () => {
  receiver.answer = answering(200)
  await hooks.post()
  await attempts(1)
  const { cleanUp } = await import('../../packages/worker/src/jobs/clean-up.ts')
  const { default: pino } = await import('pino')
  const clean = () =>
    cleanUp(hooks.platform.db, hooks.platform.clock.now(), pino({ level: 'silent' }))
  const total = async () => {
    const { body } = await hooks.platform.call(`/api/v1/webhooks/${hook.id}/deliveries`)
    return [body.total_count, body.data.length]
  }
  await clean()
  expect(await total()).toEqual([1, 1])
  hooks.platform.clock.advance(31 * 24 * 60 * MINUTE_MS)
  await clean()
  expect(await total()).toEqual([0, 0])
})
