import { count } from '../kit/count.ts'
import { purgeOf } from '../kit/purge.ts'
import { callList, deleteCalls, oldestCall } from './ai-calls.store.ts'

/** Removes calls of the model 400 days after they began; what their month has cost stays. */
export const aiCallsPurge = purgeOf({
  name: 'purgeAiCalls',
  keptDays: 400,
  async remove(ctx, before, limit) {
    const removed = await deleteCalls(ctx, before, limit)
    for (const call of removed) count(ctx, callList, -1, call)
    return removed.length
  },
  oldest: oldestCall,
})
