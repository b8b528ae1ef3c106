import { transact } from '@mobieus/db'
import type { Task } from '../../kit/surface.ts'
import { isUsable } from './attachments.rules.ts'
import { findAttachment } from './attachments.store.ts'
import { keyOf } from './keeping.ts'
import * as store from './uploads.store.ts'

/**
 * Removes an upload that no message has taken, with its bytes. From the moment that is written down no message gets
 * it; the row goes last, so that what was interrupted is done again. Its bytes leave quarantine first. A scan that is
 * in hand then has nothing to copy, or finds at its end that the upload is gone.
 */
export const purgeUpload: Task = {
  name: 'purge-upload',
  async run({ db, storage, clock }, tenantId, id) {
    const found = await transact(db, tenantId, async ({ tx }) => {
      const ctx = { tx, tenantId }
      const row = await findAttachment(ctx, id)
      if (!row || row.message_id !== null) return undefined
      if (isUsable(row, clock())) return row.expires_at ?? undefined
      return (await store.giveUpUpload(ctx, id)) ? row : undefined
    })
    if (!found || found instanceof Date) return found
    if (found.upload_key !== null) await storage.remove(found.upload_key)
    await storage.remove(keyOf(tenantId, found))
    await transact(db, tenantId, ({ tx }) => store.deleteUpload({ tx, tenantId }, id))
    return undefined
  },
}
