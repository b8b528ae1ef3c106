import { startWorker, type RunningWorker } from '../../packages/worker/src/index.ts'
import { expect } from '@jest/globals'
import pino from 'pino'
import { startPlatform, type Platform, type TestTenant } from './platform.ts'
import { directly } from './postgres.ts'
import { startReceiver, type Receiver } from './receiver.ts'

type WorkerOptions = Parameters<typeof startWorker>[0]

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of any operation
export type Json = any

/** A platform whose webhooks may lead to this machine, with a worker. */
export interface Hooks {
  readonly platform: Platform
  /** Every warning and error that the workers have logged. */
  readonly logged: readonly string[]
  startWorker(options?: Partial<WorkerOptions>): Promise<RunningWorker>
  receiver(): Promise<Receiver>
  /** Calls an operation that has to succeed; answers its `data`. */
  ok(path: string, body?: unknown, tenant?: TestTenant): Promise<Json>
  /** Registers an endpoint; answers it with its secret. */
  register(url: string, types?: string[], tenant?: TestTenant): Promise<Json>
  /** Opens a thread; answers the post. */
  post(title?: string, tenant?: TestTenant): Promise<Json>
  delivery(hook: Json, n?: number): Promise<Json>
  /** The entries of the audit log about an action, oldest first, without time and id. */
  audited(action: string): Promise<object[]>
  close(): Promise<void>
}

export async function startHooks(worker: Partial<WorkerOptions> | false = {}): Promise<Hooks> {
  const platform = await startPlatform({ config: { webhookAllowPrivate: true } })
  const running: { stop(): Promise<void> }[] = []
  const receivers: Receiver[] = []
  const keys = new Map<TestTenant, string>()

  const start = async (options: Partial<WorkerOptions> = {}) => {
    const started = await startWorker({
      databaseUrl: platform.ownerUrl,
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
    running.push(started)
    return started
  }
  const ok = async (path: string, body?: unknown, tenant: TestTenant = platform.tenant) => {
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
    async audited(action: string) {
      const { body } = await platform.call(`/api/admin/audit-log?limit=100&action=${action}`)
      expect(body.total_count).toBe(body.data.length)
      const entries = body.data.map(({ id: _, created_at: _at, ...entry }: Json) => entry)
      return entries.reverse()
    },
    async close() {
      await Promise.all(running.map((each) => each.stop()))
      await Promise.all(receivers.map((each) => each.close()))
      await platform.close()
    },
  }
  if (worker !== false) await start(worker)
  return hooks
}
