import type { components } from '@mobieus/contract'
import type { Handler, Partition, Writing } from '../../kit/context.ts'
import { download } from '../../kit/download.ts'
import { invalidField, noSuch, notFound } from '../../kit/problem.ts'
import { addTask } from '../../platform/tasks.ts'
import * as store from './attachments.store.ts'
import { keepAttachment, keyOf } from './keeping.ts'

/** The most bytes of one message's files: most mail servers take them in one mail. */
const MOST_BYTES = 15 * 1024 * 1024

/** A file that is to be a message's. */
export type NewAttachment = Pick<
  store.AttachmentRow,
  'file_id' | 'name' | 'mime_type' | 'size_bytes' | 'sha256' | 'content_id'
> & { readonly bytes?: Buffer }

export const downloadTicketAttachment: Handler<'downloadTicketAttachment'> = async (
  ctx,
  { path },
) => {
  const row = await store.findAttachment(ctx, path.id)
  if (row?.status !== 'approved') throw notFound()
  return download({
    ...{ fileId: undefined, storageKey: keyOf(ctx.tenantId, row), name: row.name },
    ...{ size: row.size_bytes, version: row.sha256 },
  })
}

/**
 * The files that a body attaches by their ids: those that the community sees, and those of these members that are
 * still being scanned. Any other is `422 validation_failed`, as is too much of them.
 */
export async function filesToAttach(
  ctx: Partition,
  ids: readonly number[] | undefined,
  members: readonly (number | null)[],
): Promise<NewAttachment[]> {
  if (!ids || ids.length === 0) return []
  const found = new Map((await store.listSourceFiles(ctx, ids)).map((each) => [each.id, each]))
  const files = [...new Set(ids)].map((id) => {
    const file = found.get(id)
    if (!file || !mayAttach(file, members)) throw noSuch(`attachment_ids[${ids.indexOf(id)}]`)
    return file
  })
  const total = files.reduce((sum, { size_bytes }) => sum + size_bytes, 0)
  if (total > MOST_BYTES)
    throw invalidField('attachment_ids', 'too_large', 'have more than 15 MiB together')
  return files.map(({ id, original_name: name, mime_type, size_bytes, sha256 }) => ({
    ...{ file_id: id, name, mime_type, size_bytes, sha256, content_id: null },
  }))
}

const mayAttach = (
  { status, hidden, uploader_id }: store.SourceFile,
  members: readonly (number | null)[],
): boolean =>
  (status === 'approved' && !hidden) ||
  ((status === 'approved' || status === 'quarantined') && members.includes(uploader_id))

/** Gives a message its files; each is shown once it is scanned. */
export async function attach(
  ctx: Writing & { readonly now: Date },
  messageId: number,
  files: readonly NewAttachment[],
): Promise<store.ShownAttachment[]> {
  if (files.length === 0) return []
  const common = { message_id: messageId, created_at: ctx.now }
  const rows = await store.insertAttachments(
    ctx,
    files.map(({ bytes: _, ...file }) => ({ ...file, ...common })),
  )
  const waiting = rows.flatMap(({ id: attachment_id }, i) => {
    const bytes = files[i]?.bytes
    return bytes ? [{ attachment_id, bytes }] : []
  })
  if (waiting.length > 0) await store.insertBytes(ctx, waiting)
  for (const { id } of rows) addTask(ctx, keepAttachment, id)
  return rows
}

/** The address at which an attachment is read. */
export const urlOf = (id: number): string => `/api/v1/helpdesk/attachments/${id}`

/** An attachment as the API shows it. */
export const presentAttachment = (
  row: store.ShownAttachment,
): components['schemas']['TicketAttachment'] => ({
  id: row.id,
  name: row.name,
  mime_type: row.mime_type,
  size_bytes: row.size_bytes,
  content_id: row.content_id,
  status: row.status as components['schemas']['TicketAttachmentStatus'],
  url: row.status === 'approved' ? urlOf(row.id) : null,
})
