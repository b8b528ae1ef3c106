import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { claimWebhookDeliveries, fanOutWebhooks } from '../../packages/domain/src/index.ts'
import { startHooks, type Hooks } from '../support/hooks.ts'
import { until } from '../support/until.ts'

/** Who comes first when there is not room for all, and what cannot be sent at all. */

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
  while (await fanOutWebhooks(platform.db, tenantId, platform.clock.now()));
  const claim = async (limit: number) => {
    const now = platform.clock.now()
    const leasedUntil = new Date(now.getTime() + 15_000)
    const options = { leasedUntil, perEndpoint: 16, limit }
    const claimed = await claimWebhookDeliveries(platform.db, tenantId, now, options)
    return claimed.map((delivery) => delivery.endpoint_id).sort()
  }
  expect(await claim(1)).toEqual([many.id])
  expect(await claim(1)).toEqual([few.id])
  expect(await claim(10)).toEqual(Array.from({ length: 5 }, () => many.id))
})

test('a secret that does not open is a failed attempt that everybody sees', async () => {
  const hook = await hooks.register('http://127.0.0.1:9/sealed')
  await hooks.platform.query(`update webhook_endpoints set secret = 'AAAA' where id = $1`, [
    hook.id,
  ])
  await hooks.post()
  const worker = await hooks.startWorker()
  await until(
    async () => (await hooks.ok(`/webhooks/${hook.id}/deliveries`))[0]?.attempt_count === 1,
    10_000,
  )
  expect((await hooks.delivery(hook)).attempts).toMatchObject([{ error: 'internal' }])
  await worker.stop()
})
