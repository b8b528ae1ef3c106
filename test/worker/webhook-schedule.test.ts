import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { startHooks, type Hooks, type Json } from '../support/http/hooks.ts'
import { purge } from '../support/process/purge.ts'
import { answering, type Received, type Receiver } from '../support/fake/receiver.ts'
import { findDrift } from '../world/recount.ts'
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

/** Every delivery, of so many at least, has had so many attempts. */
async function attempts(n: number, deliveries = 1): Promise<void> {
  const list = await hooks.ok(`/webhooks/${hook.id}/deliveries`)
  expect(list.length).toBeGreaterThanOrEqual(deliveries)
  for (const each of list) expect(each).toMatchObject({ attempt_count: n })
}

async function clean(): Promise<void> {
  await hooks.settled()
  await purge(hooks.platform)
  expect(await findDrift(hooks.platform, hooks.platform.tenant.live.tenantId)).toEqual([])
}

const dueAt = async (): Promise<Date> => {
  const { rows } = await hooks.platform.query('select next_attempt_at from webhook_deliveries')
  return rows[0].next_attempt_at
}

test('a receiver that answers 500 for a day: seven attempts at the documented minutes', async () => {
  await hooks.post()
  const { rows } = await hooks.platform.query('select now()')
  expect(rows).toHaveLength(1)
  const dueTimes: number[] = []
  for (const [i, minutes] of SCHEDULE.entries()) {
    await attempts(i + 1)
    expect(receiver.received).toHaveLength(i + 1)
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
    dueTimes.push(Math.floor(due.getTime() / 1000) * 1000)
    hooks.platform.clock.advance(due.getTime() - hooks.platform.clock.now().getTime() - 5_000)
    await hooks.settled()
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
  // Not a moment too early.
  for (const [i, due] of dueTimes.entries())
    expect(Date.parse(all[i + 1].started_at)).toBeGreaterThanOrEqual(due)
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

test('a rotated secret: the old one signs as well until the grace is over, and not after', async () => {
  const rotated = await hooks.ok(`/webhooks/${hook.id}/rotate-secret`, { grace_hours: 1 })
  const signed = async () => {
    await hooks.post()
    await hooks.settled()
    const { body, headers } = receiver.received.at(-1) as Received
    const [, timestamp, ...signatures] = String(headers['mobieus-signature']).split(/,?(?:t|v1)=/)
    const mac = (secret: string) =>
      createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
    const secrets = [rotated.signing_secret, hook.signing_secret]
    expect(signatures).toEqual(secrets.slice(0, signatures.length).map(mac))
    expect(String(headers['webhook-signature']).match(/v1,/g)).toHaveLength(signatures.length)
    return signatures.length
  }
  receiver.answer = answering(200)
  expect(await signed()).toBe(2)
  hooks.platform.clock.advance(59 * MINUTE_MS)
  expect(await signed()).toBe(2)
  hooks.platform.clock.advance(MINUTE_MS)
  expect(await signed()).toBe(1)
})

test('nothing is sent any more to who is disabled or deleted, whatever is due', async () => {
  const gone = await hooks.register(receiver.url, ['post.created'])
  await hooks.post()
  await attempts(1)
  expect(receiver.received).toHaveLength(2)
  // The state alone is written here, for the platform's own change would end the activation, too, which
  // sets deliveries aside.
  const set = (change: string, id: number) =>
    hooks.platform.query(`update webhook_endpoints set ${change} where id = $1`, [id])
  await set(`status = 'disabled', disabled_reason = 'by_request'`, hook.id)
  await set('deleted_at = now()', gone.id)
  hooks.platform.clock.advance(2 * MINUTE_MS)
  await until(async () => {
    const { rows } = await hooks.platform.query(
      `select from work_due where kind = 'webhooks' and due_at <= $1
       union all select from webhook_deliveries where leased_until is not null`,
      [hooks.platform.clock.now()],
    )
    return rows.length === 0
  })
  expect(receiver.received).toHaveLength(2)
})

test('Retry-After puts the next attempt off, but not for ever', async () => {
  const inTenMinutes = new Date(hooks.platform.clock.now().getTime() + 10 * MINUTE_MS)
  const [weekday, day, month, year, time] = inTenMinutes.toUTCString().split(/,? /) as string[]
  const fullName = inTenMinutes.toLocaleDateString('en', { weekday: 'long', timeZone: 'UTC' })
  const cases = [
    { header: '600', seconds: 600 },
    { header: '999999999', seconds: 24 * 3600 },
    { header: '9'.repeat(400), seconds: 24 * 3600 },
    { header: inTenMinutes.toUTCString(), seconds: 600 },
    { header: `${fullName}, ${day}-${month}-${year?.slice(2)} ${time} GMT`, seconds: 600 },
    { header: `${weekday} ${month} ${day?.replace(/^0/, ' ')} ${time} ${year}`, seconds: 600 },
    { header: 'Fri, 31 Dec 9999 23:59:59 GMT', seconds: 24 * 3600 },
    { header: 'Sun Nov  6 08:49:37 1994', seconds: 60 },
    { header: 'Mon, 31 Feb 2050 08:49:37 GMT', seconds: 60 },
    { header: '-600', seconds: 60 },
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

test('an attempt that was overdue leaves the receiver half a minute to the next one', async () => {
  await hooks.post()
  await attempts(1)
  // Its third one is due by then as well.
  hooks.platform.clock.advance(10 * MINUTE_MS)
  await attempts(2)
  const [, { started_at }] = (await hooks.delivery(hook)).attempts
  expect((await dueAt()).getTime()).toBeGreaterThanOrEqual(Date.parse(started_at) + 30_000)
})

const disabled = async () =>
  expect(await hooks.ok(`/webhooks/${hook.id}`)).toMatchObject({ status: 'disabled' })

test('20 failed attempts in a row disable an endpoint once they are a day old, or as the tenant says', async () => {
  const began = hooks.platform.clock.now()
  for (let i = 0; i < 25; i++) await hooks.post()
  await attempts(1)
  const failing = await hooks.ok(`/webhooks/${hook.id}`)
  expect(failing).toMatchObject({ status: 'active', consecutive_failures: 25 })
  const failedFor = Date.parse(failing.failing_since) - began.getTime()
  expect(Math.abs(failedFor)).toBeLessThan(10_000)
  hooks.platform.clock.advance(24 * 60 * MINUTE_MS)
  await disabled()
  expect(await hooks.ok(`/webhooks/${hook.id}`)).toMatchObject({
    disabled_reason: 'consecutive_failures',
    failing_since: failing.failing_since,
  })
  const [first] = await hooks.audited('webhook.disabled')
  expect(first).toMatchObject({
    ...{ action: 'webhook.disabled', actor: null, target: { kind: 'webhook', id: hook.id } },
    before: { status: 'active', disabled_reason: null },
    after: {
      ...{ status: 'disabled', disabled_reason: 'consecutive_failures' },
      failing_since: expect.stringContaining(failing.failing_since.slice(0, -1)),
    },
  })
  const seen = receiver.received.length
  hooks.platform.clock.advance(60 * MINUTE_MS)
  await hooks.post()
  await hooks.settled()
  expect(receiver.received).toHaveLength(seen)

  const ini = '[webhooks]\ndisable_after_failures = 3\ndisable_after_hours = 0\n'
  await hooks.platform.tenant.setIni(ini)
  await hooks.ok(`/webhooks/${hook.id}/enable`, {})
  expect(await hooks.ok(`/webhooks/${hook.id}`)).toMatchObject({
    ...{ status: 'active', consecutive_failures: 0, failing_since: null },
  })
  for (let i = 0; i < 3; i++) await hooks.post()
  await disabled()
  const [, second] = await hooks.audited('webhook.disabled')
  expect(second).toMatchObject({ after: { consecutive_failures: 3 } })
})

test('events that waited while it was disabled are sent on request, each once', async () => {
  const titles = () => receiver.received.map((each) => each.event.data.title)
  const replay = (body: object) => hooks.ok(`/webhooks/${hook.id}/replay`, body)
  receiver.answer = answering(204)
  await hooks.post('arrived')
  await attempts(1)
  receiver.answer = answering(410)
  await hooks.post('refused')
  await disabled()
  hooks.platform.clock.advance(MINUTE_MS)
  await hooks.post('missed')
  receiver.answer = answering(204)
  receiver.received.length = 0
  const enabled = await hooks.ok(`/webhooks/${hook.id}/enable`, {})
  const again = await hooks.ok(`/webhooks/${hook.id}/enable`, {})
  expect(enabled.waiting).toEqual({
    events: 2,
    replay: { since: expect.any(String), until: expect.any(String), undelivered: true },
  })
  expect(again.waiting).toMatchObject({
    events: 2,
    replay: { since: enabled.waiting.replay.since },
  })
  await hooks.post('new')
  await hooks.settled()
  expect(titles()).toEqual(['new'])

  const kept = new Date(hooks.platform.clock.now().getTime() - 40 * 24 * 60 * MINUTE_MS)
  expect(await replay(enabled.waiting.replay)).toMatchObject({ queued: 2, has_more: false })
  expect(await replay({ since: kept.toISOString(), undelivered: true })).toMatchObject({
    queued: 0,
  })
  await hooks.settled()
  expect(titles().sort()).toEqual(['missed', 'new', 'refused'])
  expect((await hooks.ok(`/webhooks/${hook.id}/enable`, {})).waiting).toBeNull()

  // Deliveries that were set aside are given up, so that none is open for ever.
  await clean()
  const list = await hooks.ok(`/webhooks/${hook.id}/deliveries`)
  const states = list.map((each: Json) => each.status)
  expect(states.sort()).toEqual(['exhausted', 'succeeded', 'succeeded', 'succeeded', 'succeeded'])
})

test('a deleted endpoint takes its deliveries along, in batches', async () => {
  for (let i = 0; i < 3; i++) await hooks.post()
  await attempts(1, 3)
  const left = async () => {
    const { rows } = await hooks.platform.query(`
      select (select count(*)::int from webhook_deliveries) as rows,
        (select count(*)::int from webhook_endpoints where purged_at is not null) as purged`)
    return rows[0]
  }
  await hooks.ok(`/webhooks/${hook.id}/delete`, {})
  expect(await left()).toEqual({ rows: 3, purged: 0 })
  hooks.platform.clock.advance(2 * MINUTE_MS)
  await clean()
  expect(await left()).toEqual({ rows: 0, purged: 1 })
  expect(receiver.received).toHaveLength(3)
})

test('after 30 days a settled delivery is forgotten', async () => {
  receiver.answer = answering(200)
  await hooks.post()
  await attempts(1)
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
