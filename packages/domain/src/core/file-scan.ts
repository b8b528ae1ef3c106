import type { Readable } from 'node:stream'
import { transact, type Database, type Tx } from '@mobieus/db'
import { bySystem } from '../platform/by-system.ts'
import { count } from '../kit/count.ts'
import { emit } from '../kit/emit.ts'
import { keyIn, type FileStorage } from '../kit/storage/storage.ts'
import { deleteFileTask } from './file-tasks.store.ts'
import { countersOf, FILES } from './files.rules.ts'
import * as store from './files.store.ts'
import { isGone } from './grace.rules.ts'
import { isShadowBanned } from './users.store.ts'

/** Says whether bytes may be shown to others. */
export type Scan = (bytes: Readable, file: { name: string; size: number }) => Promise<boolean>

interface Place {
  readonly db: Database
  readonly storage: FileStorage
  readonly tenantId: number
}

/**
 * Scans a file in quarantine, and lists it or rejects it. The bytes are in their new place before
 * the transaction that shows them, and leave quarantine after it: whenever this is interrupted, it
 * can be done again, by several at once too, and the event is written once.
 */
export async function scanFile(
  { db, storage, tenantId }: Place,
  fileId: number,
  now: Date,
  scan: Scan,
): Promise<void> {
  const inTx = (tx: Tx) => ({ tx, tenantId })
  const found = await transact(db, tenantId, ({ tx }) => store.lockFile(inTx(tx), fileId))
  if (found?.status !== 'quarantined') {
    await transact(db, tenantId, ({ tx }) => deleteFileTask(inTx(tx), fileId, 'scan'))
    return
  }
  const { storage_key: quarantined, original_name: name, size_bytes: size } = found
  const bytes = await storage.open(quarantined)
  const clean = await scan(bytes, { name, size }).finally(() => bytes.destroy())
  const kept = keyIn(FILES, tenantId, quarantined.split('/').at(-1) as string)
  if (clean) await storage.copy(quarantined, kept)
  const status = clean
    ? await approve(db, tenantId, fileId, kept, now)
    : await reject(db, tenantId, fileId, now)
  // Who was here before may have copied the bytes and come to nothing, or to another verdict.
  if (status !== 'approved') await storage.remove(kept)
  await storage.remove(quarantined)
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
    await deleteFileTask(ctx, fileId, 'scan')
    if (row?.status !== 'quarantined') return row?.status
    const hidden = row.hidden || (await isShadowBanned(ctx, row.uploader_id))
    const approval = { status: 'approved', storage_key, scanned_at: now, hidden }
    await store.updateFile(ctx, fileId, approval)
    if (hidden) return approval.status
    count(ctx, 'files', 1, countersOf(row))
    emit<'createFile', 'file.uploaded'>(ctx, 'file.uploaded', {
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
    await deleteFileTask(ctx, fileId, 'scan')
    if (row?.status !== 'quarantined') return row?.status
    const rejection = { status: 'rejected', scanned_at: now }
    await store.updateFile(ctx, fileId, rejection)
    return rejection.status
  })

/**
 * Removes the bytes of a file that was deleted 30 days ago. That they go is written down before they do:
 * what is restored meanwhile has its bytes, whatever the clocks of several machines say.
 */
export async function purgeFile(
  { db, storage, tenantId }: Place,
  fileId: number,
  now: Date,
): Promise<void> {
  const key = await transact(db, tenantId, async ({ tx }) => {
    const ctx = { tx, tenantId }
    const row = await store.lockFile(ctx, fileId)
    if (row?.status !== 'deleted') return void (await deleteFileTask(ctx, fileId, 'purge'))
    if (row.deleted_at && !isGone(row.deleted_at, now)) return undefined
    await store.updateFile(ctx, fileId, { purged_at: row.purged_at ?? now })
    return row.storage_key
  })
  if (key === undefined) return
  await storage.remove(key)
  await transact(db, tenantId, ({ tx }) => deleteFileTask({ tx, tenantId }, fileId, 'purge'))
}
