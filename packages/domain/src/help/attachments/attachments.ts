import type { components } from '@mobieus/contract'
import type { ByMember } from '../../kit/caller.ts'
import type { Handler, Partition, Writing } from '../../kit/context.ts'
import { download } from '../../kit/download.ts'
import { noSuch, notFound } from '../../kit/problem.ts'
import { addTask, dropTask } from '../../platform/tasks.ts'
import { mayRead, requireRoom } from './attachments.rules.ts'
import * as store from './attachments.store.ts'
import { keepAttachment, keyOf } from './keeping.ts'
import { purgeUpload } from './upload-purge.ts'
import { uploadsToAttach } from './uploads.ts'
import { bindUploads } from './uploads.store.ts'

/** A file that is to be a message's. */
export type NewAttachment = Pick<
  store.AttachmentRow,
  'file_id' | 'name' | 'mime_type' | 'size_bytes' | 'sha256' | 'content_id'
> & {
  readonly bytes?: Buffer
  /** The upload that it is already. */
  readonly upload_id?: number
}

/** The files that a body names. */
interface NamedFiles {
  readonly attachment_ids?: readonly number[]
  readonly upload_ids?: readonly number[]
}

export const downloadTicketAttachment: Handler<'downloadTicketAttachment'> = async (
  ctx,
  { path },
) => {
  const row = await store.findAttachment(ctx, path.id)
  if (row?.status !== 'approved' || !mayRead(row, ctx.caller.user.id, ctx.now)) throw notFound()
  return download({
    ...{ fileId: undefined, storageKey: keyOf(ctx.tenantId, row), name: row.name },
    ...{ size: row.size_bytes, version: row.sha256 },
  })
}

/**
 * The files that a body attaches. By `attachment_ids` those that the community sees, and those of these members that
 * are still being scanned; by `upload_ids` the caller's uploads. Any other is `422 validation_failed`, as is too much
 * of them.
 */
export async function filesToAttach(
  ctx: Partition & ByMember & { readonly now: Date },
  { attachment_ids = [], upload_ids = [] }: NamedFiles,
  members: readonly (number | null)[],
): Promise<NewAttachment[]> {
  const shared = await sharedFiles(ctx, attachment_ids, members)
  requireRoom(shared, 'attachment_ids')
  const uploads = await uploadsToAttach(ctx, upload_ids)
  requireRoom([...shared, ...uploads], 'upload_ids')
  return [
    ...shared.map(({ id, original_name: name, mime_type, size_bytes, sha256 }) => ({
      ...{ file_id: id, name, mime_type, size_bytes, sha256, content_id: null },
    })),
    ...uploads.map(({ id: upload_id, ...facts }) => ({ ...facts, upload_id })),
  ]
}

async function sharedFiles(
  ctx: Partition,
  ids: readonly number[],
  members: readonly (number | null)[],
): Promise<store.SourceFile[]> {
  if (ids.length === 0) return []
  const found = new Map((await store.listSourceFiles(ctx, ids)).map((each) => [each.id, each]))
  return [...new Set(ids)].map((id) => {
    const file = found.get(id)
    if (!file || !mayAttach(file, members)) throw noSuch(`attachment_ids[${ids.indexOf(id)}]`)
    return file
  })
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
  const uploads = files.flatMap(({ upload_id }) => upload_id ?? [])
  const bound = uploads.length > 0 ? await bindUploads(ctx, messageId, uploads) : []
  for (const { id } of bound) dropTask(ctx, purgeUpload, id)
  const added = await insertFiles(
    ctx,
    messageId,
    files.filter(({ upload_id }) => upload_id === undefined),
  )
  return [...bound, ...added].sort((one, other) => one.id - other.id)
}

async function insertFiles(
  ctx: Writing & { readonly now: Date },
  messageId: number,
  files: readonly NewAttachment[],
): Promise<store.AttachmentRow[]> {
  if (files.length === 0) return []
  const common = { message_id: messageId, created_at: ctx.now }
  const rows = await store.insertAttachments(
    ctx,
    files.map(({ bytes: _, upload_id: __, ...file }) => ({ ...file, ...common })),
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
