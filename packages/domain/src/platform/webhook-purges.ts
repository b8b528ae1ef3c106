import type { Writing } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import type { Chore } from '../kit/surface.ts'
import { DELIVERIES_KEPT_DAYS, keptSince } from './webhooks.rules.ts'
import { deliveryList } from './webhook-deliveries.store.ts'
import * as store from './webhook-purges.store.ts'

const BATCH = 500

/**
 * Settles deliveries of ended activations, and removes those that are old or whose endpoint is deleted,
 * a batch of each at most. Answers 0 when nothing is left.
 */
export async function purgeWebhookDeliveries(ctx: Writing, now: Date): Promise<number> {
  const settled = await store.exhaustSetAside(ctx, now, BATCH)
  const old = await store.deleteSettled(ctx, keptSince(now), BATCH)
  const orphaned = await store.deleteOfDeleted(ctx, now, BATCH)
  const removed = [...old, ...orphaned]
  for (const { n, ...row } of [...settled, ...removed]) count(ctx, deliveryList, -n, row)
  for (const { n, endpoint_id } of settled)
    count(ctx, deliveryList, n, { endpoint_id, status: 'exhausted' })
  // An endpoint that had no deliveries was work as well.
  return [...settled, ...removed].reduce((sum, { n }) => sum + Math.max(n, 1), 0)
}

export const deliveriesPurge: Chore = {
  name: 'purgeWebhookDeliveries',
  run: (ctx) => purgeWebhookDeliveries(ctx, ctx.now),
  next: (partition) => store.nextPurge(partition, DELIVERIES_KEPT_DAYS),
}
