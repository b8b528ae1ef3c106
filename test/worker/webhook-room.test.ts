import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { constructEvent } from '../../packages/client/src/index.ts'
import {
  claimWebhookDeliveries,
  placeArrivals,
  recordWebhookAttempts,
  type ClaimedDelivery,
} from '../../packages/domain/src/platform/index.ts'
import { fanOutWebhooks, startHooks, type Hooks, type Json } from '../support/http/hooks.ts'
import { until } from '../support/until.ts'

/** The order of deliveries when there is not room for all, and those that cannot be sent at all. */

let hooks: Hooks
beforeAll(async () => {
  hooks = await startHooks(false)
})
afterAll(() => hooks.close())

test('with room for few, each endpoint has its turn before one has a second', async () => {
  const { platform } = hooks
  const { tenantId } = platform.tenant.live
  const many = await hooks.register('http://127.0.0.1:9/many')
  for (let n = 0; n < 5; n++) await hooks.post()
  const few = await hooks.register('http://127.0.0.1:9/few')
  await hooks.post()
  await fanOutWebhooks(platform, tenantId)
  const claim = async (limit: number) => {
    const now = platform.clock.now()
    const leasedUntil = new Date(now.getTime() + 15_000)
    const options = { leasedUntil, perEndpoint: 16, limit }
    const { deliveries } = await claimWebhookDeliveries(platform.db, tenantId, now, options)
    return deliveries.map((delivery) => delivery.endpoint_id).sort()
  }
  expect(await claim(1)).toEqual([many.id])
  expect(await claim(1)).toEqual([few.id])
  expect(await claim(10)).toEqual(Array.from({ length: 5 }, () => many.id))
})

test('an endpoint that keeps failing has one attempt at a time', async () => {
  const { platform } = hooks
  const tenant = await platform.addTenant()
  const { tenantId } = tenant.live
  const hook = await hooks.register('http://127.0.0.1:9/', ['post.created'], tenant)
  for (let n = 0; n < 3; n++) await hooks.post('again', tenant)
  await fanOutWebhooks(platform, tenantId)
  const claimed = async (failures: number) => {
    await platform.query(
      'update webhook_endpoints set consecutive_failures = $2 where tenant_id = $1 and id = $3',
      [tenantId, failures, hook.id],
    )
    const now = platform.clock.now()
    const leasedUntil = new Date(now.getTime() + 15_000)
    const options = { leasedUntil, perEndpoint: 16, limit: 16 }
    const { deliveries, full } = await claimWebhookDeliveries(platform.db, tenantId, now, options)
    return [deliveries.length, full]
  }
  expect(await claimed(3)).toEqual([1, true])
  expect(await claimed(3)).toEqual([0, true])
  expect(await claimed(2)).toEqual([2, false])
})

test('a claim that leaves no slot or no room says that more may be due', async () => {
  const { platform } = hooks
  const tenant = await platform.addTenant()
  const { tenantId } = tenant.live
  await hooks.register('http://127.0.0.1:9/', ['post.created'], tenant)
  for (let n = 0; n < 4; n++) await hooks.post('again', tenant)
  await fanOutWebhooks(platform, tenantId)
  const claimed = async (perEndpoint: number, limit: number) => {
    const now = platform.clock.now()
    const options = { leasedUntil: new Date(now.getTime() + 15_000), perEndpoint, limit }
    const { deliveries, full } = await claimWebhookDeliveries(platform.db, tenantId, now, options)
    return [deliveries.length, full]
  }
  expect(await claimed(4, 1)).toEqual([1, true])
  expect(await claimed(3, 16)).toEqual([2, true])
  expect(await claimed(3, 16)).toEqual([0, true])
  expect(await claimed(16, 16)).toEqual([1, false])
  expect(await claimed(16, 16)).toEqual([0, false])
})

test('an attempt that outlived its lease counts for nothing: the delivery is another worker’s by then', async () => {
  const { platform } = hooks
  const tenant = await platform.addTenant()
  const { tenantId } = tenant.live
  const hook = await hooks.register('http://127.0.0.1:9/', ['post.created'], tenant)
  await hooks.post('slow', tenant)
  await fanOutWebhooks(platform, tenantId)
  const claim = async () => {
    const now = platform.clock.now()
    const leasedUntil = new Date(now.getTime() + 15_000)
    const options = { leasedUntil, perEndpoint: 16, limit: 16 }
    const { deliveries } = await claimWebhookDeliveries(platform.db, tenantId, now, options)
    return deliveries[0] as ClaimedDelivery
  }
  const record = (delivery: ClaimedDelivery, statusCode: number) => {
    const now = platform.clock.now()
    const made = { startedAt: now, endedAt: now, latencyMs: 1, responseBody: null, retryAfterMs: 0 }
    const error = statusCode === 200 ? null : 'status'
    const attempt = { ...made, delivery, statusCode, error }
    return recordWebhookAttempts(platform.db, tenantId, [attempt], now)
  }
  const first = await claim()
  platform.clock.advance(16_000)
  const second = await claim()
  expect(second.id).toBe(first.id)
  // One of them has even been told to disable the endpoint.
  expect(await record(first, 410)).toEqual([])
  await record(second, 200)
  await record(first, 500)
  const [delivery] = await hooks.ok(`/webhooks/${hook.id}/deliveries`, undefined, tenant)
  expect(delivery).toMatchObject({ status: 'succeeded', attempt_count: 1 })
  expect(await hooks.ok(`/webhooks/${hook.id}`, undefined, tenant)).toMatchObject({
    status: 'active',
    consecutive_failures: 0,
  })
})

test('a replay reaches so much a call, and going on reaches everything once', async () => {
  const tenant = await hooks.platform.addTenant()
  const { tenantId } = tenant.live
  const { url } = tenant
  await placeArrivals(hooks.platform.db, tenantId)
  // Instants of 400 events each, of which every other is of the type that is asked for.
  await hooks.platform.query(
    `with made as (
       insert into api_events (tenant_id, position, type, type_position, created_at, data)
       select $1, 1 + n, case when n % 2 = 0 then 'post.created' else 'post.edited' end, (n + 1) / 2,
         timestamptz '2026-01-01' + make_interval(secs => n / 400), '{}'
       from generate_series(1, 4000) n returning 1)
     update counters set value = 4001 where tenant_id = $1 and name = 'events'`,
    [tenantId],
  )
  const hook = await hooks.register(`${url}/`, ['post.created'], tenant)
  const queued: number[] = []
  const replay = async (body: object) => {
    queued.length = 0
    for (let since: string | null = '2026-01-01T00:00:00Z'; since !== null;) {
      const path = `/webhooks/${hook.id}/replay`
      const page: Json = await hooks.ok(path, { ...body, since }, tenant)
      expect(page.has_more).toBe(page.next_since !== null)
      queued.push(page.queued)
      since = page.next_since
    }
    return queued
  }
  expect(await replay({ until: '2026-01-02T00:00:00Z' })).toEqual([1199, 801])
  const { rows } = await hooks.platform.query(
    `select count(*)::int as n, count(distinct event_position)::int as events
     from webhook_deliveries where tenant_id = $1`,
    [tenantId],
  )
  expect(rows).toEqual([{ n: 2000, events: 2000 }])
  expect(await replay({ types: ['post.edited'], until: '2026-01-01T00:00:05Z' })).toEqual([1000])
})

test('the log and what became of attempts wait for the disk; what can be done again does not', async () => {
  const { platform } = hooks
  const tenant = await platform.addTenant()
  const { tenantId } = tenant.live
  await hooks.register('http://127.0.0.1:9/', ['post.created'], tenant)
  await hooks.post('again', tenant)
  await platform.query('create table seen (tenant_id bigint, written text, left_alone boolean)')
  await platform.query(`create function see() returns trigger language plpgsql security definer as $$
    begin
      insert into seen select new.tenant_id, lower(tg_op) || ' ' || tg_argv[0],
        source <> 'session' from pg_settings where name = 'synchronous_commit';
      return null;
    end $$`)
  for (const table of ['api_events', 'webhook_deliveries', 'webhook_delivery_attempts'])
    await platform.query(
      `create trigger see after insert or update on ${table} for each row execute function see('${table}')`,
    )
  await placeArrivals(platform.db, tenantId)
  await fanOutWebhooks(platform, tenantId)
  const now = platform.clock.now()
  const options = { leasedUntil: new Date(now.getTime() + 15_000), perEndpoint: 16, limit: 16 }
  const { deliveries } = await claimWebhookDeliveries(platform.db, tenantId, now, options)
  const waits = async () => {
    const read = 'select distinct written, left_alone from seen where tenant_id = $1 order by 1'
    return (await platform.query(read, [tenantId])).rows
  }
  expect(await waits()).toEqual([
    { written: 'insert api_events', left_alone: true },
    { written: 'insert webhook_deliveries', left_alone: false },
    { written: 'update webhook_deliveries', left_alone: false },
  ])
  await platform.query('delete from seen')
  const ended = { startedAt: now, endedAt: now, latencyMs: 1, statusCode: 200, error: null }
  const told = { responseBody: '', retryAfterMs: undefined }
  const attempts = deliveries.map((delivery) => ({ delivery, ...ended, ...told }))
  await recordWebhookAttempts(platform.db, tenantId, attempts, now)
  expect(await waits()).toEqual([
    { written: 'insert webhook_delivery_attempts', left_alone: true },
    { written: 'update webhook_deliveries', left_alone: true },
  ])
  await platform.query('drop table seen; drop function see cascade')
})

test('a delivery that cannot be signed counts against nobody, and waits for a secret that can', async () => {
  const receiver = await hooks.receiver()
  const hook = await hooks.register(receiver.url)
  await hooks.platform.query(
    `update webhook_endpoints set secret = '00000000.' || split_part(secret, '.', 2) where id = $1`,
    [hook.id],
  )
  await hooks.post()
  let unsigned = 0
  const worker = await hooks.startWorker({ onUnsigned: () => unsigned++ })
  await until(async () => unsigned > 0)
  await worker.stop()
  expect(hooks.logged.join('')).toContain('deliveries cannot be signed')
  expect(await hooks.delivery(hook)).toMatchObject({ attempt_count: 0, attempts: [] })
  expect(await hooks.ok(`/webhooks/${hook.id}`)).toMatchObject({
    status: 'active',
    consecutive_failures: 0,
  })

  const { signing_secret } = await hooks.ok(`/webhooks/${hook.id}/rotate-secret`, {})
  hooks.platform.clock.advance(16_000)
  await hooks.startWorker()
  for (const { body, headers } of await receiver.got(1))
    await constructEvent(body, headers as never, signing_secret, { toleranceSeconds: 3_600 })
})
