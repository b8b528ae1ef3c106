import { Readable } from 'node:stream'
import { transact } from '@mobieus/db'
import { putBytes } from '../../kit/storage/put-bytes.ts'
import { keyIn } from '../../kit/storage/storage.ts'
import type { Task, Work } from '../../kit/surface.ts'
import * as store from './attachments.store.ts'

/** The folder of what messages have. */
export const ATTACHMENTS = 'attachments'

const LOOKS_AGAIN_MS = 5_000

/** The place of an attachment's bytes, which is the same whenever it is asked for. */
export const keyOf = (
  tenantId: number,
  { id, sha256 }: Pick<store.AttachmentRow, 'id' | 'sha256'>,
): string => keyIn(ATTACHMENTS, tenantId, `${id}-${sha256.slice(0, 16)}`)

/**
 * Brings the bytes of an attachment to their place. Those that came by mail or were uploaded are scanned before, those
 * of a file of the community are copied once that is approved. The bytes are there before the transaction that shows
 * them.
 */
export const keepAttachment: Task = {
  name: 'keep-attachment',
  async run(work, tenantId, id) {
    const { db, clock } = work
    const row = await transact(db, tenantId, ({ tx }) => store.findAttachment({ tx, tenantId }, id))
    if (row?.status !== 'quarantined') return undefined
    if (row.upload_key !== null) return keepUpload(work, tenantId, row, row.upload_key)
    const verdict =
      row.file_id === null
        ? await keepBytes(work, tenantId, row)
        : await copyFile(work, tenantId, row, row.file_id)
    if (verdict === undefined) return new Date(clock().getTime() + LOOKS_AGAIN_MS)
    await transact(db, tenantId, ({ tx }) => store.setScanned({ tx, tenantId }, id, verdict))
    return undefined
  },
}

type Verdict = 'approved' | 'rejected'

/** Scans an upload. One that was rejected or removed meanwhile leaves no bytes, here or in quarantine. */
async function keepUpload(
  { db, storage, scan }: Work,
  tenantId: number,
  row: store.AttachmentRow,
  quarantined: string,
): Promise<undefined> {
  const [bytes, kept] = [await storage.open(quarantined), keyOf(tenantId, row)]
  const { name, size_bytes: size } = row
  const clean = await scan(bytes, { name, size }).finally(() => bytes.destroy())
  if (clean) await storage.copy(quarantined, kept)
  const isNow = await transact(db, tenantId, async ({ tx }) => {
    await store.setScanned({ tx, tenantId }, row.id, clean ? 'approved' : 'rejected')
    return store.findAttachment({ tx, tenantId }, row.id)
  })
  // An earlier scan may have copied the bytes and come to nothing, or to another verdict.
  if (isNow?.status !== 'approved') await storage.remove(kept)
  await storage.remove(quarantined)
}

async function keepBytes(work: Work, tenantId: number, row: store.AttachmentRow): Promise<Verdict> {
  const bytes = await transact(work.db, tenantId, ({ tx }) =>
    store.findBytes({ tx, tenantId }, row.id),
  )
  if (!bytes) return 'rejected'
  const { name, sha256 } = row
  return keepScanned(work, keyOf(tenantId, row), { name, bytes, sha256 })
}

/** Puts bytes that came with a mail under a key, unless the scan rejects them. */
export async function keepScanned(
  { storage, scan }: Pick<Work, 'storage' | 'scan'>,
  key: string,
  {
    name,
    bytes,
    sha256,
  }: { readonly name: string; readonly bytes: Buffer; readonly sha256: string },
): Promise<Verdict> {
  if (!(await scan(Readable.from([bytes]), { name, size: bytes.length }))) return 'rejected'
  await putBytes(storage, key, bytes, { size: bytes.length, sha256 })
  return 'approved'
}

/** The verdict about the file, or nothing while it is being scanned. One that was deleted meanwhile is there still. */
async function copyFile(
  { db, storage }: Work,
  tenantId: number,
  row: store.AttachmentRow,
  fileId: number,
): Promise<Verdict | undefined> {
  const file = await transact(db, tenantId, ({ tx }) => store.findSource({ tx, tenantId }, fileId))
  if (file?.status === 'quarantined') return undefined
  if (!file || file.status === 'rejected' || file.purged_at !== null) return 'rejected'
  await storage.copy(file.storage_key, keyOf(tenantId, row))
  return 'approved'
}
