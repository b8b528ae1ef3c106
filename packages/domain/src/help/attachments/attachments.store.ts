import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'

export type AttachmentRow = Omit<Selectable<Tables['help_attachments']>, 'tenant_id'>

/** An attachment as its message shows it. */
export type ShownAttachment = Pick<
  AttachmentRow,
  'id' | 'name' | 'mime_type' | 'size_bytes' | 'content_id' | 'status'
>

/** A file of the community, as far as a message copies it. */
export type SourceFile = Pick<
  Selectable<Tables['files']>,
  | 'id'
  | 'original_name'
  | 'mime_type'
  | 'size_bytes'
  | 'sha256'
  | 'status'
  | 'hidden'
  | 'uploader_id'
>

export const listSourceFiles = (
  { tx, tenantId }: Partition,
  ids: readonly number[],
): Promise<SourceFile[]> =>
  tx
    .selectFrom('files')
    .select(['id', 'original_name', 'mime_type', 'size_bytes', 'sha256'])
    .select(['status', 'hidden', 'uploader_id'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

export const insertAttachments = (
  { tx, tenantId }: Partition,
  rows: readonly Omit<Insertable<Tables['help_attachments']>, 'tenant_id'>[],
): Promise<AttachmentRow[]> =>
  tx
    .insertInto('help_attachments')
    .values(rows.map((row) => ({ ...row, tenant_id: tenantId })))
    .returningAll()
    .execute()

export const insertBytes = (
  { tx, tenantId }: Partition,
  rows: readonly { readonly attachment_id: number; readonly bytes: Buffer }[],
): Promise<unknown> =>
  tx
    .insertInto('help_attachment_bytes')
    .values(rows.map((row) => ({ ...row, tenant_id: tenantId })))
    .execute()

export const findAttachment = (
  { tx, tenantId }: Partition,
  id: number,
): Promise<AttachmentRow | undefined> =>
  tx
    .selectFrom('help_attachments')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()

export const listAttachments = (
  { tx, tenantId }: Partition,
  messageId: number,
): Promise<AttachmentRow[]> =>
  tx
    .selectFrom('help_attachments')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('message_id', '=', messageId)
    .orderBy('id')
    .execute()

/** The bytes that came with a mail, until they are scanned. */
export async function findBytes(
  { tx, tenantId }: Partition,
  id: number,
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('help_attachment_bytes')
    .select('bytes')
    .where('tenant_id', '=', tenantId)
    .where('attachment_id', '=', id)
    .executeTakeFirst()
  return row?.bytes
}

/** The state of a file of the community, and the place of its bytes. */
export const findSource = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .selectFrom('files')
    .select(['status', 'storage_key', 'purged_at'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Says what a scan has found; the bytes that waited for it go. */
export async function setScanned(
  { tx, tenantId }: Partition,
  id: number,
  status: 'approved' | 'rejected',
): Promise<void> {
  await tx
    .updateTable('help_attachments')
    .set({ status })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('status', '=', 'quarantined')
    .execute()
  await tx
    .deleteFrom('help_attachment_bytes')
    .where('tenant_id', '=', tenantId)
    .where('attachment_id', '=', id)
    .execute()
}
