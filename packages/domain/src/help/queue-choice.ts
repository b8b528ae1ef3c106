import type { Partition } from '../kit/context.ts'
import { noSuch } from '../kit/problem.ts'
import { keepQueues } from './queues.store.ts'

/** The queue that a body names is there, and stays until the transaction ends; none is always right. */
export async function requireQueue(ctx: Partition, id: number | null | undefined): Promise<void> {
  if (id === undefined || id === null) return
  if (!(await keepQueues(ctx, [id])).has(id)) throw noSuch('queue_id')
}
