import { count } from '../../kit/count.ts'
import { purgeOf } from '../../kit/purge.ts'
import { deleteImport, firstFinished, importList, lockFinished } from './imports.store.ts'
import { deleteResults, resultList } from './results.store.ts'

/** Removes imports 30 days after their end: a batch of results at a time, and then the import itself. */
export const importPurge = purgeOf({
  name: 'purge-know-imports',
  keptDays: 30,
  async remove(ctx, before, limit) {
    const id = await lockFinished(ctx, before)
    if (id === undefined) return 0
    const outcomes = await deleteResults(ctx, id, limit)
    for (const outcome of outcomes) count(ctx, resultList, -1, { import_id: id, outcome })
    if (outcomes.length === limit) return limit
    await deleteImport(ctx, id)
    count(ctx, importList, -1)
    return outcomes.length + 1
  },
  oldest: firstFinished,
})
