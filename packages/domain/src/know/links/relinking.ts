import type { Writing } from '../../kit/context.ts'
import type { Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { countLink } from './links.ts'
import { leadAway, relink, type Moved } from './links.store.ts'

const BATCH = 500
/** So many batches end well before the lease of a task does. */
const MOST_BATCHES = 200

/** Leads a batch of the links to a page's slugs to where these lead now; answers how many there were. */
export async function relinkBatch(ctx: Writing, pageId: number): Promise<number> {
  return countMoved(ctx, await relink(ctx, pageId, BATCH))
}

/** Leads a batch of the links that still lead to a page which is purged elsewhere; answers how many there were. */
export const relinkLate = async (ctx: Writing, pageId: number, limit: number): Promise<number> =>
  countMoved(ctx, await leadAway(ctx, pageId, limit))

function countMoved(ctx: Writing, moved: readonly Moved[]): number {
  for (const { was, is } of moved) {
    countLink(ctx, was, -1)
    countLink(ctx, is, 1)
  }
  return moved.length
}

/**
 * Leads the links to the slugs of a page that was created, renamed, deleted or restored to where they lead now. The
 * change itself does so for a first batch; here come the rest, and links that were written at the same time.
 */
export const relinking: Task = {
  name: 'relinkKnowPage',
  async run({ db, clock }, tenantId, id) {
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      const n = await bySystem(db, tenantId, clock(), (ctx) => relinkBatch(ctx, id))
      if (n < BATCH) return undefined
    }
    return clock()
  },
}
