import { count } from '../../kit/count.ts'
import { purgeOf } from '../../kit/purge.ts'
import type { SystemWriting, Work } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import * as store from './imports.store.ts'
import { deleteResults, resultList } from './results.store.ts'

const BATCH = 500

/** Removes imports 30 days after their end: a batch of results at a time, and then the import itself. */
export const importPurge = purgeOf({
  name: 'purge-know-imports',
  keptDays: 30,
  async remove(ctx, before, limit) {
    const id = await store.lockFinished(ctx, before)
    if (id === undefined) return 0
    const n = await removeResults(ctx, id, limit)
    if (n === limit) return limit
    await store.deleteImport(ctx, id)
    count(ctx, store.importList, -1)
    return n + 1
  },
  oldest: store.firstFinished,
})

/** Removes what a deleted import has left: its zip, its results a batch at a time, and then the import itself. */
export async function removeDeleted(
  { db, storage, clock }: Work,
  tenantId: number,
  { id, upload_key: key }: Pick<store.ImportRow, 'id' | 'upload_key'>,
): Promise<void> {
  if (key !== null) await storage.remove(key)
  while (await bySystem(db, tenantId, clock(), (ctx) => removeBatch(ctx, id)));
}

/** Answers whether there is more to remove. */
async function removeBatch(ctx: SystemWriting, id: number): Promise<boolean> {
  if (!(await store.lockDeleted(ctx, id))) return false
  if ((await removeResults(ctx, id, BATCH)) === BATCH) return true
  await store.deleteImport(ctx, id)
  return false
}

/** Removes results of an import that is locked, at most so many; answers how many. */
async function removeResults(ctx: SystemWriting, id: number, limit: number): Promise<number> {
  const outcomes = await deleteResults(ctx, id, limit)
  for (const outcome of outcomes) count(ctx, resultList, -1, { import_id: id, outcome })
  return outcomes.length
}
