import { transact, type Database } from '@mobieus/db'
import { bySystem } from '../platform/by-system.ts'
import { count } from '../kit/count.ts'
import { emit } from '../kit/emit.ts'
import { keyIn, partsOf } from '../kit/storage/storage.ts'
import type { Task } from '../kit/surface.ts'
import { FILES } from './files.rules.ts'
import * as store from './files.store.ts'
import { isShadowBanned } from './users.store.ts'

/**
 * Scans a file in quarantine, and lists it or rejects it. The bytes are in their new place before the
 * transaction that shows them, and leave quarantine after it. So an interrupted scan can be done again,
 * by several at once too, and the event is written once.
 */
export const scanFile: Task = {
  name: 'scan-file',
  async run({ db, storage, scan, clock }, tenantId, fileId) {
    const found = await transact(db, tenantId, ({ tx }) => store.lockFile({ tx, tenantId }, fileId))
    if (found?.status !== 'quarantined') return undefined
    const { storage_key: quarantined, original_name: name, size_bytes: size } = found
    const bytes = await storage.open(quarantined)
    const clean = await scan(bytes, { name, size }).finally(() => bytes.destroy())
    const kept = keyIn(FILES, tenantId, partsOf(quarantined).name)
    if (clean) await storage.copy(quarantined, kept)
    const status = clean
      ? await approve(db, tenantId, fileId, kept, clock())
      : await reject(db, tenantId, fileId, clock())
    // An earlier scan may have copied the bytes and come to nothing, or to another verdict.
    if (status !== 'approved') await storage.remove(kept)
    await storage.remove(quarantined)
    return undefined
  },
}

/**
 * Shows a file, unless somebody was faster; answers what it is now. It goes live at this moment: its
 * uploader's shadow ban hides it by now as well as by the time of the upload.
 */
const approve = (
  db: Database,
  tenantId: number,
  fileId: number,
  storage_key: string,
  now: Date,
): Promise<string | undefined> =>
  bySystem(db, tenantId, now, async (ctx) => {
    const row = await store.lockFile(ctx, fileId)
    if (row?.status !== 'quarantined') return row?.status
    const hidden = row.hidden || (await isShadowBanned(ctx, row.uploader_id))
    const approval = { status: 'approved', storage_key, scanned_at: now, hidden }
    await store.updateFile(ctx, fileId, approval)
    if (hidden) return approval.status
    count(ctx, store.fileList, 1, row)
    emit(ctx, 'file.uploaded', {
      file_id: row.id,
      area_slug: row.area_slug,
      title: row.title,
      size_bytes: row.size_bytes,
      mime: row.mime_type,
      uploader: { id: row.uploader_id, username: row.username },
    })
    return approval.status
  })

const reject = (db: Database, tenantId: number, fileId: number, now: Date) =>
  transact(db, tenantId, async ({ tx }) => {
    const ctx = { tx, tenantId }
    const row = await store.lockFile(ctx, fileId)
    if (row?.status !== 'quarantined') return row?.status
    const rejection = { status: 'rejected', scanned_at: now }
    await store.updateFile(ctx, fileId, rejection)
    return rejection.status
  })
