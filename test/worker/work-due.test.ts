import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { transact } from '../../packages/db/src/index.ts'
import { surfaces } from '../../packages/domain/src/index.ts'
import { createOutbox, emit, flush, logKind } from '../../packages/domain/src/kit/index.ts'
import {
  kindsOf as allKinds,
  listTenantsDue,
  listTenantsWaiting,
  placeArrivals,
  placeFirst,
  settleDeliveries,
  settleLog,
  settleTasks,
  sweepWork,
  webhookFanOut,
  WEBHOOKS,
} from '../../packages/domain/src/platform/index.ts'
import { fanOutWebhooks, startHooks, type Hooks, type Json } from '../support/http/hooks.ts'
import type { TestTenant } from '../support/http/platform.ts'
import { purge } from '../support/process/purge.ts'
import { answering } from '../support/fake/receiver.ts'
import { until } from '../support/until.ts'
import { lockWaits } from '../support/process/lock-waits.ts'

/** Which tenants have work is noted with the work, and found without looking at any other tenant. */

let hooks: Hooks
beforeAll(async () => {
  hooks = await startHooks(false)
})
afterAll(() => hooks.close())

const now = () => hooks.platform.clock.now()
const found = async () => {
  const due = [logKind('webhooks'), WEBHOOKS].map((kind) =>
    listTenantsDue(hooks.platform.db, kind, now()),
  )
  return (await Promise.all(due)).flat()
}
const settle = async ({ live }: TestTenant) => {
  await settleLog(hooks.platform.db, webhookFanOut, live.tenantId)
  await settleDeliveries(hooks.platform.db, live.tenantId, now())
}
const fanOut = ({ live }: TestTenant) => fanOutWebhooks(hooks.platform, live.tenantId)
const noted = async (tenant: TestTenant, pattern = '%') => {
  const { rows } = await hooks.platform.query(
    'select kind, due_at from work_due where tenant_id = $1 and kind like $2 order by kind',
    [tenant.live.tenantId, pattern],
  )
  return rows as { kind: string; due_at: Date }[]
}
const kindsOf = async (tenant: TestTenant) =>
  (await noted(tenant, '%webhooks')).map(({ kind }) => kind)

test('an event is found by its arrival, noted when it is placed, until it is read; a delivery, until there is none', async () => {
  const { platform } = hooks
  const tenant = await platform.addTenant()
  const { tenantId } = tenant.live
  await hooks.post('nobody listens', tenant)
  expect(await listTenantsWaiting(platform.db)).toContain(tenantId)
  await placeArrivals(platform.db, tenantId)
  expect(await listTenantsWaiting(platform.db)).not.toContain(tenantId)
  expect(await kindsOf(tenant)).toEqual([])
  const hook = await hooks.register('http://127.0.0.1:9/', ['post.created'], tenant)
  await hooks.post('somebody listens', tenant)
  expect(await kindsOf(tenant)).toEqual([])
  await placeArrivals(platform.db, tenantId)
  expect(await kindsOf(tenant)).toEqual(['log:webhooks'])
  // Not before it is read.
  await settle(tenant)
  expect(await found()).toContain(tenantId)
  await fanOut(tenant)
  await settle(tenant)
  expect(await kindsOf(tenant)).toEqual(['webhooks'])
  await hooks.ok(`/webhooks/${hook.id}/disable`, {}, tenant)
  await settle(tenant)
  expect(await kindsOf(tenant)).toEqual([])
  expect(await found()).not.toContain(tenantId)

  await hooks.ok(`/webhooks/${hook.id}/enable`, {}, tenant)
  await hooks.ok(`/webhooks/${hook.id}/test`, {}, tenant)
  expect(await kindsOf(tenant)).toEqual(['webhooks'])
})

test('an event from before an endpoint was registered or enabled is not sent to it, placed or not', async () => {
  const { platform } = hooks
  const tenant = await platform.addTenant()
  const titles = async () => {
    await fanOut(tenant)
    const { rows } = await platform.query(
      `select e.data ->> 'title' as title from webhook_deliveries d
       join api_events e on e.tenant_id = d.tenant_id and e.position = d.event_position
       where d.tenant_id = $1 order by d.id`,
      [tenant.live.tenantId],
    )
    return rows.map(({ title }) => title as string)
  }
  await hooks.post('before', tenant)
  const hook = await hooks.register('http://127.0.0.1:9/', ['post.created'], tenant)
  await hooks.post('registered', tenant)
  expect(await titles()).toEqual(['registered'])
  await hooks.ok(`/webhooks/${hook.id}/disable`, {}, tenant)
  await hooks.post('meanwhile', tenant)
  const enabled = await hooks.ok(`/webhooks/${hook.id}/enable`, {}, tenant)
  expect(enabled.waiting).toMatchObject({ events: 2 })
  await hooks.post('enabled', tenant)
  expect(await titles()).toEqual(['registered', 'enabled'])
  // A replay reaches what was committed before it, too.
  await hooks.post('last', tenant)
  await hooks.ok(`/webhooks/${hook.id}/replay`, { since: '2000-01-01T00:00:00Z' }, tenant)
  const all = ['before', 'registered', 'meanwhile', 'enabled', 'last']
  expect(await titles()).toEqual(['registered', 'enabled', ...all, 'last'])
})

test('a write without a hint, as after a crash, is placed and read by the poll', async () => {
  const { platform } = hooks
  const tenant = await platform.addTenant()
  const { tenantId } = tenant.live
  const receiver = await hooks.receiver()
  await hooks.register(receiver.url, ['user.left'], tenant)
  await placeArrivals(platform.db, tenantId)
  const write = (n: number) => {
    const outbox = createOutbox()
    emit({ outbox }, 'user.left', { user_id: n, username: 'x', reason: 'deletion_scheduled' })
    const finish = () => flush(tenantId, outbox, now())
    return transact(platform.db, tenantId, async () => {}, finish)
  }
  await write(1)
  // This worker polls once: its readers are woken by placing, or not at all.
  const first = await hooks.startWorker({ pollMs: 600_000 })
  await receiver.got(1)
  await first.stop()
  const placed: number[] = []
  const placing = { placed: ({ length }: readonly string[]) => void placed.push(length) }
  const second = await hooks.startWorker({ pollMs: 20, placing })
  await write(2)
  await receiver.got(2)
  await hooks.settled(tenant)
  await second.stop()
  expect(receiver.received.map(({ event }) => event.data.user_id)).toEqual([1, 2])
  // It is told to /metrics of a server beside it.
  expect(placed).toContain(1)
})

test('a note is not taken away while an event is being placed', async () => {
  const { platform } = hooks
  const tenant = await platform.addTenant()
  const { tenantId } = tenant.live
  await hooks.register('http://127.0.0.1:9/', ['post.created'], tenant)
  await hooks.post('read', tenant)
  await fanOut(tenant)
  expect(await kindsOf(tenant)).toContain('log:webhooks')
  await hooks.post('being placed', tenant)
  let settling: Promise<unknown> | undefined
  await transact(platform.db, tenantId, async (transaction) => {
    await placeFirst(transaction)
    let settled = false
    settling = settle(tenant).then(() => (settled = true))
    await until(async () => (await lockWaits(platform.query)) > 0)
    expect(settled).toBe(false)
  })
  await settling
  expect(await kindsOf(tenant)).toContain('log:webhooks')
})

test('a delivery that fails is looked at again when it is due, and not before', async () => {
  const tenant = await hooks.platform.addTenant()
  const receiver = await hooks.receiver()
  receiver.answer = answering(500)
  const hook = await hooks.register(receiver.url, ['post.created'], tenant)
  const worker = await hooks.startWorker({ pollMs: 20 })
  await hooks.post('again', tenant)
  const delivery = async () =>
    (await hooks.ok(`/webhooks/${hook.id}/deliveries`, undefined, tenant))[0] as Json
  expect(await delivery()).toMatchObject({ status: 'failed', attempt_count: 1 })
  const due = async () => (await noted(tenant, 'webhooks'))[0]?.due_at.getTime() ?? 0
  // While the attempt may be under way that is when its lease runs out.
  await until(async () => (await due()) > now().getTime() + 3_000)
  expect(await found()).not.toContain(tenant.live.tenantId)
  receiver.answer = answering(200)
  hooks.platform.clock.advance(2 * 60_000)
  expect(await delivery()).toMatchObject({ status: 'succeeded', attempt_count: 2 })
  // The last lease is waited for, lest its worker has died.
  hooks.platform.clock.advance(20_000)
  await until(async () => (await kindsOf(tenant)).length === 0)
  await worker.stop()
})

test('an event for very many endpoints is spread over transactions, each endpoint once', async () => {
  const { platform } = hooks
  const tenant = await platform.addTenant()
  const { tenantId } = tenant.live
  await hooks.register('http://127.0.0.1:9/', ['*'], tenant)
  await platform.query(
    `insert into webhook_endpoints
       (tenant_id, url, subscribed_events, since_position, secret_fingerprint, created_at)
     select $1, 'http://127.0.0.1:9/', case when n % 5 = 0 then '{post.edited}' else '{*}' end::text[],
       since_position, '', now()
     from generate_series(1, 3000) n, webhook_endpoints where tenant_id = $1 returning 1`,
    [tenantId],
  )
  for (const title of ['one', 'two', 'three']) await hooks.post(title, tenant)
  expect(await fanOut(tenant)).toBeGreaterThan(3)
  await placeArrivals(platform.db, tenantId)
  const { rows } = await platform.query(
    `select count(*)::int as made, count(distinct (endpoint_id, event_position))::int as pairs,
       (select sum(value)::int from counters
        where tenant_id = $1 and name like 'webhook_deliveries.%' and name not like '%&%') as counted,
       (select max(n) from (select count(*)::int as n from webhook_deliveries
        where tenant_id = $1 group by xmin) x) as largest,
       (select within::int from event_cursors where tenant_id = $1 and subscriber = 'webhooks') as within
     from webhook_deliveries where tenant_id = $1`,
    [tenantId],
  )
  const made = 3 * 2401
  expect(rows).toEqual([
    { made, pairs: made, counted: made, largest: expect.any(Number), within: 0 },
  ])
  expect(rows[0].largest).toBeLessThanOrEqual(2_000)
})

test('clean-up opens transactions for tenants with something due only, and notes what comes next', async () => {
  const { platform } = hooks
  const tenant = await platform.addTenant()
  await purge(platform)
  const path = '/api/v1/posts'
  const body = { forum_slug: 'general', title: 'Once', body: 'Only once' }
  const call = async (name: string) =>
    platform.call(path, {
      body,
      headers: { 'idempotency-key': name },
      key: await tenant.key(),
      host: tenant.url,
    })
  await call('first')
  const [first] = await noted(tenant, 'purgeIdempotencyKeys')
  platform.clock.advance(3_600_000)
  await call('second')
  expect(await noted(tenant, 'purgeIdempotencyKeys')).toEqual([first])
  await platform.query('create table touched (tenant_id bigint)')
  await platform.query('grant insert on touched to public')
  await platform.query(`
    create function note_deletion() returns trigger language plpgsql as $$
    begin insert into touched values (old.tenant_id); return null; end $$;
    create trigger noticed after delete on api_idempotency_keys
      for each row execute function note_deletion()`)
  await purge(platform)
  platform.clock.advance(23 * 3_600_000 + 1_000)
  await purge(platform)
  const [next] = await noted(tenant, 'purgeIdempotencyKeys')
  expect((next?.due_at.getTime() ?? 0) - (first?.due_at.getTime() ?? 0)).toBeGreaterThan(3_500_000)
  platform.clock.advance(3_600_000)
  await purge(platform)
  expect(await noted(tenant, 'purgeIdempotencyKeys')).toEqual([])
  const { rows } = await platform.query('select count(*)::int as n from touched')
  expect(rows).toEqual([{ n: 2 }])
})

test('notes that were lost are made again by the sweep, and go where there is nothing to do', async () => {
  const { platform } = hooks
  const tenant = await platform.addTenant()
  await hooks.register('http://127.0.0.1:9/', ['post.created'], tenant)
  await hooks.post('noted', tenant)
  await platform.query('delete from work_due')
  expect(await found()).toEqual([])
  await sweepWork(platform.db, allKinds(surfaces), now())
  expect(await found()).toContain(tenant.live.tenantId)
  await fanOut(tenant)
  await settle(tenant)
  await settleTasks({ db: platform.db, clock: now, surfaces }, tenant.live.tenantId)
  await purge(platform)
  const left = (await noted(tenant)).map(({ kind }) => kind)
  const byClock = surfaces.flatMap(({ every }) =>
    every.flatMap((each) => ('chore' in each ? each.chore.name : [])),
  )
  const unread = surfaces.flatMap(({ subscribers }) =>
    subscribers.filter(({ name }) => name !== 'webhooks').map(({ name }) => `log:${name}`),
  )
  expect(left).toEqual([...byClock, ...unread, 'webhooks'].sort())
})
