import { count } from '../../kit/count.ts'
import { purgeOf } from '../../kit/purge.ts'
import { bulkList, deleteFinished, firstFinished } from './bulk-updates.store.ts'

/** Removes bulk updates with their results, 30 days after their end: few at a time, for they have many. */
export const bulkPurge = purgeOf({
  name: 'purge-bulk-updates',
  ...{ keptDays: 30, batch: 10 },
  async remove(ctx, before, limit) {
    const removed = await deleteFinished(ctx, before, limit)
    count(ctx, bulkList, -removed)
    return removed
  },
  oldest: firstFinished,
})
