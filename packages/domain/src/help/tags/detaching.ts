import type { Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { markChanged } from '../tickets/tickets.store.ts'
import { detachTag, removeTag } from './tags.store.ts'

const BATCH = 500
/** So many batches end well before the lease of a task does. */
const MOST_BATCHES = 200

/** Takes a tag that was deleted off its tickets, in batches of a transaction each, and then removes it. */
export const tagDetaching: Task = {
  name: 'detachHelpTag',
  async run({ db, clock }, tenantId, id) {
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      const n = await bySystem(db, tenantId, clock(), async (ctx) => {
        const ticketIds = await detachTag(ctx, id, BATCH)
        await markChanged(ctx, ticketIds)
        return ticketIds.length
      })
      if (n === BATCH) continue
      await bySystem(db, tenantId, clock(), (ctx) => removeTag(ctx, id))
      return undefined
    }
    return clock()
  },
}
