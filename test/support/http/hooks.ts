import {
  advance,
  placeArrivals,
  webhookFanOut,
} from '../../../packages/domain/src/platform/index.ts'
import { startWorker, type RunningWorker } from '../../../packages/worker/src/index.ts'
import { expect } from '@jest/globals'
import pino from 'pino'
import { startPlatform, type Json, type Platform, type TestTenant } from './platform.ts'
import { directly } from '../process/postgres.ts'
import { startReceiver, type Receiver } from '../fake/receiver.ts'
import { until } from '../until.ts'

type WorkerOptions = Parameters<typeof startWorker>[0]

export type { Json }

/** A platform whose webhooks may lead to this machine, with a worker. */
export interface Hooks {
  readonly platform: Platform
  /** Every warning and error that the workers have logged. */
  readonly logged: readonly string[]
  startWorker(options?: Partial<WorkerOptions>): Promise<RunningWorker>
  receiver(): Promise<Receiver>
  /**
   * Calls an operation that has to succeed; answers its `data`. One about an endpoint waits until the
   * workers that run have nothing to do: a receiver hears of an attempt before it is recorded.
   */
  ok(path: string, body?: unknown, tenant?: TestTenant): Promise<Json>
  /** Registers an endpoint; answers it with its secret. */
  register(url: string, types?: string[], tenant?: TestTenant): Promise<Json>
  /** Opens a thread; answers the post. */
  post(title?: string, tenant?: TestTenant): Promise<Json>
  delivery(hook: Json, n?: number): Promise<Json>
  /** Waits until every event of a tenant is read, and every attempt due by the clock recorded. */
  settled(tenant?: TestTenant): Promise<void>
  /** The entries of the audit log about an action, oldest first, without time and id. */
  audited(action: string): Promise<object[]>
  close(): Promise<void>
}

export async function startHooks(worker: Partial<WorkerOptions> | false = {}): Promise<Hooks> {
  const platform = await startPlatform({ config: { webhookAllowPrivate: true } })
  const running = new Set<RunningWorker>()
  const receivers: Receiver[] = []
  const keys = new Map<TestTenant, string>()

  const start = async (options: Partial<WorkerOptions> = {}) => {
    const started = await startWorker({
      appUrl: platform.databaseUrl,
      listenUrl: directly(platform.databaseUrl),
      storage: platform.storage,
      appSecret: 'test-secret-of-16',
      webhookAllowPrivate: true,
      clock: platform.clock.now,
      pollMs: 100,
      log: pino({ level: 'warn' }, { write: (line) => void hooks.logged.push(line) }),
      ...options,
    })
    running.add(started)
    const stop = async () => {
      await started.stop()
      running.delete(started)
    }
    return { stop }
  }
  const busy = async ({ live, test }: TestTenant) => {
    const { rows } = await platform.query(
      `select exists (
         select from event_cursors c join counters n on n.tenant_id = c.tenant_id
         where c.tenant_id = any($1) and c.subscriber = 'webhooks'
           and n.name = 'events' and n.value > c.position
       ) or exists (
         select from arrivals where tenant_id = any($1) and cardinality(types) > 0
       ) or exists (
         select from webhook_deliveries d join webhook_endpoints w
           on w.tenant_id = d.tenant_id and w.id = d.endpoint_id
         where d.tenant_id = any($1) and w.deleted_at is null and (d.leased_until is not null
           or w.status = 'active' and d.activation = w.activation
             and (d.status = 'pending' or d.next_attempt_at <= $2))
       ) as busy`,
      [[live.tenantId, test.tenantId], platform.clock.now()],
    )
    return rows[0].busy as boolean
  }
  const settled = async (tenant: TestTenant = platform.tenant) => {
    if (running.size > 0) await until(async () => !(await busy(tenant)))
  }
  const ok = async (path: string, body?: unknown, tenant: TestTenant = platform.tenant) => {
    if (path.startsWith('/webhooks/')) await settled(tenant)
    const key = keys.get(tenant) ?? (await tenant.key())
    keys.set(tenant, key)
    const answer = await platform.call(`/api/v1${path}`, { body, key, host: tenant.url })
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`)
    return answer.body.data
  }
  const hooks = {
    platform,
    logged: [] as string[],
    startWorker: start,
    async receiver() {
      const receiver = await startReceiver()
      receivers.push(receiver)
      return receiver
    },
    ok,
    register: (url: string, types = ['*'], tenant?: TestTenant) =>
      ok('/webhooks', { url, subscribed_events: types }, tenant),
    post: (title = 'Hello', tenant?: TestTenant) =>
      ok('/posts', { forum_slug: 'general', title, body: 'World' }, tenant),
    async delivery(hook: Json, n = 0) {
      const list = await ok(`/webhooks/${hook.id}/deliveries`)
      return ok(`/webhooks/${hook.id}/deliveries/${list.at(-1 - n).id}`)
    },
    settled,
    async audited(action: string) {
      await settled()
      const { body } = await platform.call(`/api/admin/audit-log?limit=100&action=${action}`)
      expect(body.total_count).toBe(body.data.length)
      const entries = body.data.map(({ id: _, created_at: _at, ...entry }: Json) => entry)
      return entries.reverse()
    },
    async close() {
      await Promise.all([...running].map((each) => each.stop()))
      await Promise.all(receivers.map((each) => each.close()))
      await platform.close()
    },
  }
  if (worker !== false) await start(worker)
  return hooks
}

/** Reads a tenant's log to its end for webhooks, as a worker does; answers in how many transactions. */
export async function fanOutWebhooks({ db, clock }: Platform, tenantId: number): Promise<number> {
  await placeArrivals(db, tenantId)
  let rounds = 1
  while ((await advance(db, webhookFanOut, tenantId, clock.now())).more) rounds++
  return rounds
}

/** Demands that an endpoint's deliveries, more than so many, have all come to this. */
export async function deliveriesAre(hooks: Hooks, hook: Json, status: string, moreThan: number) {
  const list = await hooks.ok(`/webhooks/${hook.id}/deliveries`)
  expect(list.length).toBeGreaterThan(moreThan)
  for (const each of list) expect(each).toMatchObject({ status })
}
