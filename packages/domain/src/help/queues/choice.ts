import type { Partition } from '../../kit/context.ts'
import { noSuch } from '../../kit/problem.ts'
import { keepQueue, keepQueues, type QueueRow } from './queues.store.ts'

/** The queue that a body names is there, and stays until the transaction ends; none is always right. */
export async function requireQueue(
  ctx: Partition,
  id: number | null | undefined,
): Promise<QueueRow | undefined> {
  if (id === undefined || id === null) return undefined
  const queue = await keepQueue(ctx, id)
  if (!queue) throw noSuch('queue_id')
  return queue
}

/** The same for a list of queues; the first that is not there is named. */
export async function requireQueues(ctx: Partition, ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return
  const kept = await keepQueues(ctx, ids)
  const unknown = ids.findIndex((id) => !kept.has(id))
  if (unknown >= 0) throw noSuch(`queue_ids[${unknown}]`)
}
