import type { Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { findPublished } from '../pages/pages.store.ts'
import { findPassage, plainOf, type Quote } from './anchors.rules.ts'
import { listStale, setPassage } from './anchors.store.ts'

const BATCH = 100
/** A page has no more batches of comments. */
const MOST_BATCHES = 200

/**
 * Looks for the passages of a page's comments in the text that the page shows now. One that was gone is found again
 * where a text comes back.
 */
export const anchoring: Task = {
  name: 'anchorKnowComments',
  async run({ db, clock }, tenantId, pageId) {
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      const n = await bySystem(db, tenantId, clock(), async (ctx) => {
        const page = await findPublished(ctx, pageId)
        if (!page) return 0
        const revisionId = page.current_revision_id
        const stale = await listStale(ctx, pageId, revisionId, BATCH)
        const text = plainOf(page.content_markdown)
        for (const row of stale) {
          const found = findPassage(text, row as Quote, row.place ?? 0)
          await setPassage(ctx, row.id, revisionId, found)
        }
        return stale.length
      })
      if (n < BATCH) return undefined
    }
    return clock()
  },
}
