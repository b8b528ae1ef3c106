import { count } from '../kit/count.ts'
import type { Subscriber } from '../kit/surface.ts'
import { deliveryList } from './webhook-deliveries.store.ts'
import { fanOut } from './webhook-log.store.ts'
import { SUBSCRIBER } from './webhooks.store.ts'
import { noteWork, WEBHOOKS } from './work.ts'

/** Turns events into deliveries, for tenants that have registered an endpoint. */
export const webhookFanOut: Subscriber = {
  name: SUBSCRIBER,
  everywhere: false,
  // Deliveries that a crash has lost are made again; an attempt that was not recorded is repeated anyway.
  unsynced: true,
  async advance(ctx) {
    const { more, made } = await fanOut(ctx, ctx.now)
    if (made.size > 0) noteWork(ctx, WEBHOOKS, ctx.now)
    for (const [endpoint_id, n] of made)
      count(ctx, deliveryList, n, { endpoint_id, status: 'pending' })
    return more
  },
}
