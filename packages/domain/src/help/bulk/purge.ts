import type { Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import type { Chore } from '../../kit/surface.ts'
import { noteChore } from '../../platform/work.ts'
import { bulkList, deleteFinished, nextRemoval } from './bulk-updates.store.ts'

const KEPT_MS = 30 * 24 * 60 * 60 * 1000
/** Each with its results. */
const BATCH = 10

/** Removes bulk updates with their results, 30 days after their end. */
export const bulkPurge: Chore = {
  name: 'purge-bulk-updates',
  async run(ctx) {
    const removed = await deleteFinished(ctx, new Date(ctx.now.getTime() - KEPT_MS), BATCH)
    count(ctx, bulkList, -removed)
    return removed
  },
  next: ({ tenantId }) => nextRemoval(tenantId, KEPT_MS),
}

/** Notes when a bulk update that ends now is to be removed. */
export const noteFinished = (ctx: Writing & { readonly now: Date }): void =>
  noteChore(ctx, bulkPurge, new Date(ctx.now.getTime() + KEPT_MS))
