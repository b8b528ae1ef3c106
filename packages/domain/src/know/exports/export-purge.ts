import { transact } from '@mobieus/db'
import { count } from '../../kit/count.ts'
import type { Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { expiryOf, exportKeyOf } from './exports.rules.ts'
import * as store from './exports.store.ts'

/** Removes an export whose time is over, or that is deleted: its bytes first, so that what was interrupted is done again. */
export const purgeExport: Task = {
  name: 'purge-know-export',
  async run({ db, storage, clock }, tenantId, id) {
    const row = await transact(db, tenantId, ({ tx }) => store.findKept({ tx, tenantId }, id))
    if (!row?.finished_at) return undefined
    const now = clock()
    const { sha256, deleted_at } = row
    if (!deleted_at && expiryOf(row.finished_at) > now) return expiryOf(row.finished_at)
    if (sha256 !== null) await storage.remove(exportKeyOf(tenantId, { id, sha256 }))
    await bySystem(db, tenantId, now, async (ctx) => {
      const isShown = await store.deleteExport(ctx, id)
      if (isShown) count(ctx, store.exportList, -1)
    })
    return undefined
  },
}
