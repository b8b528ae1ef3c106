import { afterEach, expect, test } from '@jest/globals'
import { setTimeout as pause } from 'node:timers/promises'
import { startHooks, type Hooks } from '../support/http/hooks.ts'
import { answering, type Receiver } from '../support/fake/receiver.ts'
import { until } from '../support/until.ts'

/** A bad receiver does not harm the others, and a bad name does not harm us. */

let hooks: Hooks
afterEach(() => hooks.close())

/** The 95th percentile of the milliseconds from an event's commit, as its caller sees it, to its first attempt. */
async function p95Of(receiver: Receiver, n: number, everyMs: number): Promise<number> {
  const committed = new Map<number, number>()
  while (committed.size < n) {
    const { id } = await hooks.post('timed')
    committed.set(id, Date.now())
    await pause(everyMs)
  }
  const ids = new Set(committed.keys())
  const got = () => receiver.received.filter(({ event }) => ids.has(event.data.post_id))
  await until(() => got().length >= n)
  const delays = got().map(({ event, at }) => at - (committed.get(event.data.post_id) as number))
  return delays.sort((a, b) => a - b)[Math.ceil(n * 0.95) - 1] as number
}

test('receivers that hang, fail and redirect delay nobody: p95 below a second, by hints alone', async () => {
  // No poll would find anything in time.
  hooks = await startHooks({ pollMs: 3_600_000 })
  const [healthy, hanging, failing, redirecting] = (await Promise.all(
    [1, 2, 3, 4].map(() => hooks.receiver()),
  )) as [Receiver, Receiver, Receiver, Receiver]
  hanging.answer = () => {}
  failing.answer = answering(500)
  redirecting.answer = answering(307, { location: 'http://169.254.169.254/latest/' })
  await hooks.platform.tenant.setIni('[webhooks]\ndisable_after_failures = 0\n')
  const hung = await hooks.register(hanging.url)
  for (const { url } of [failing, redirecting, healthy]) await hooks.register(url)
  // The listener of the worker may still be connecting.
  await hooks.post('first')
  await until(async () => (await hooks.post('again')) && healthy.received.length > 0)

  let p95 = await p95Of(healthy, 80, 30)
  // A machine that is busy with something else delays one look; bad receivers would delay every one.
  for (let looks = 1; p95 >= 1_000 && looks < 4; looks++) p95 = await p95Of(healthy, 80, 30)
  expect(p95).toBeLessThan(1_000)
  expect(hanging.received.length).toBeGreaterThan(0)

  // A receiver that hangs has ten seconds, then the attempt has failed.
  const deliveries = `/webhooks/${hung.id}/deliveries`
  // Not by `hooks.ok`, which would wait until nothing hangs any more.
  const read = async (path: string) => (await hooks.platform.call(`/api/v1${path}`)).body.data
  const failed = () => read(`${deliveries}?status=failed`)
  await until(async () => (await failed()).length > 0)
  const [attempt] = (await read(`${deliveries}/${(await failed())[0].id}`)).attempts
  expect(attempt).toMatchObject({ status_code: null, error: 'timeout' })
  expect(attempt.latency_ms).toBeGreaterThanOrEqual(9_900)
  // Before its lease is over.
  expect(attempt.latency_ms).toBeLessThan(15_000)
})

test('a name that leads elsewhere by now is not followed there', async () => {
  const leads: Record<string, string[]> = { 'rebound.example.com': ['127.0.0.1'] }
  hooks = await startHooks({
    webhookAllowPrivate: false,
    resolveHost: async (host) => leads[host] ?? ['127.0.0.1'],
  })
  const receiver = await hooks.receiver()
  // The server's own names are those of the day on which it was registered.
  const urls = [
    `https://rebound.example.com:${receiver.port}/`,
    `https://127.0.0.1:${receiver.port}/`,
    `http://hooks.example.com:${receiver.port}/`,
    'https://169.254.169.254/latest/meta-data/',
  ]
  const registered = await Promise.all(urls.map((url) => hooks.register(url, ['post.created'])))
  await hooks.post()
  for (const hook of registered) {
    const { status, attempts } = await hooks.delivery(hook)
    expect({ status, attempts }).toMatchObject({
      status: 'failed',
      attempts: [{ status_code: null, error: 'blocked_address' }],
    })
  }
  expect(receiver.received).toEqual([])
})
