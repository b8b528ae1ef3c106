import { transact } from '@mobieus/db'
import type { Task } from '../kit/surface.ts'
import * as store from './files.store.ts'
import { goneFrom, isGone } from './grace.rules.ts'

/**
 * Removes the bytes of a file that was deleted 30 days ago. That they go is written down before they do:
 * what is restored meanwhile has its bytes, whatever the clocks of several machines say.
 */
export const purgeFile: Task = {
  name: 'purge-file',
  async run({ db, storage, clock }, tenantId, fileId) {
    const now = clock()
    const found = await transact(db, tenantId, async ({ tx }) => {
      const ctx = { tx, tenantId }
      const row = await store.lockFile(ctx, fileId)
      if (row?.status !== 'deleted') return undefined
      if (row.deleted_at && !isGone(row.deleted_at, now)) return goneFrom(row.deleted_at)
      await store.updateFile(ctx, fileId, { purged_at: row.purged_at ?? now })
      return row.storage_key
    })
    if (typeof found !== 'string') return found
    await storage.remove(found)
    return undefined
  },
}
