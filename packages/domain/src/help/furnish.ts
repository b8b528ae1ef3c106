import { count } from '../kit/count.ts'
import type { Furnishing } from '../kit/surface.ts'
import { insertQueue, queueList } from './queues/queues.store.ts'

/** A first queue, which is the default. */
export async function furnish(ctx: Furnishing): Promise<void> {
  await insertQueue(ctx, { slug: 'support', name: 'Support', is_default: true })
  count(ctx, queueList, 1)
}
