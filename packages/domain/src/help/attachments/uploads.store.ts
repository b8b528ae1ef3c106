import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import type { AttachmentRow } from './attachments.store.ts'

/** Uploads of a member, locked until the transaction ends; the lowest id first, so that no two wait for each other. */
export const lockUploads = (
  { tx, tenantId }: Partition,
  uploaderId: number,
  ids: readonly number[],
): Promise<AttachmentRow[]> =>
  tx
    .selectFrom('help_attachments')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .where('uploader_id', '=', uploaderId)
    .orderBy('id')
    .forUpdate()
    .execute()

/** Gives a message uploads that are locked. */
export const bindUploads = (
  { tx, tenantId }: Partition,
  messageId: number,
  ids: readonly number[],
): Promise<AttachmentRow[]> =>
  tx
    .updateTable('help_attachments')
    .set({ message_id: messageId, expires_at: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .where('message_id', 'is', null)
    .returningAll()
    .execute()

/** Takes an upload from everybody that no message has taken; answers whether none had. */
export async function giveUpUpload({ tx, tenantId }: Partition, id: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('help_attachments')
    .set({ status: 'rejected' })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('message_id', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const deleteUpload = ({ tx, tenantId }: Partition, id: number): Promise<unknown> =>
  tx
    .deleteFrom('help_attachments')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('message_id', 'is', null)
    .execute()

/** Whether an object in quarantine belongs to an upload that waits for its scan. */
export async function isUploadWaiting({ tx, tenantId }: Partition, key: string): Promise<boolean> {
  const row = await tx
    .selectFrom('help_attachments')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('upload_key', '=', key)
    .where('status', '=', sql.lit('quarantined'))
    .executeTakeFirst()
  return row !== undefined
}
