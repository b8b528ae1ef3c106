import type { Handler, Partition } from '../../kit/context.ts'
import type { ByMember } from '../../kit/caller.ts'
import { timestamp } from '../../kit/present.ts'
import { conflict, invalidField, noSuch, problem } from '../../kit/problem.ts'
import { addTask } from '../../platform/tasks.ts'
import { typeOf } from '../../core/file-type.rules.ts'
import { safeName } from '../../core/files.rules.ts'
import { isUsable, MOST_BYTES } from './attachments.rules.ts'
import { insertAttachments, type AttachmentRow } from './attachments.store.ts'
import { keepAttachment } from './keeping.ts'
import { purgeUpload } from './upload-purge.ts'
import * as store from './uploads.store.ts'

const KEPT_MS = 24 * 60 * 60 * 1000

export const createTicketUpload: Handler<'createTicketUpload'> = async (ctx, { body }) => {
  const { file } = body
  if (file.size === 0) throw invalidField('file', 'empty', 'has no bytes')
  if (file.size > MOST_BYTES) throw tooLarge()
  const expires_at = new Date(ctx.now.getTime() + KEPT_MS)
  const facts = { name: safeName(file.name), mime_type: await typeOf(file.head) }
  const [row] = (await insertAttachments(ctx, [
    {
      ...{ message_id: null, uploader_id: ctx.caller.user.id, upload_key: file.path, ...facts },
      ...{ size_bytes: file.size, sha256: file.sha256, created_at: ctx.now, expires_at },
    },
  ])) as [AttachmentRow]
  addTask(ctx, keepAttachment, row.id)
  addTask(ctx, purgeUpload, row.id, expires_at)
  return {
    data: {
      ...{ id: row.id, status: 'quarantined', ...facts, size_bytes: row.size_bytes },
      ...{ created_at: timestamp(ctx.now), expires_at: timestamp(expires_at) },
    },
  }
}

const tooLarge = () =>
  problem('payload_too_large', 'The file has more than 15 MiB.', {
    details: [{ field: 'file', code: 'too_large', message: 'has more than 15 MiB' }],
  })

/**
 * The uploads that a body names, locked: of two messages that ask for one, one gets it. Each is the caller's own.
 * Another one, and one that has expired or that the scan has rejected, is `422 validation_failed`; one that a message
 * has is `409 conflict`.
 */
export async function uploadsToAttach(
  ctx: Partition & ByMember & { readonly now: Date },
  ids: readonly number[] = [],
): Promise<AttachmentRow[]> {
  if (ids.length === 0) return []
  const rows = await store.lockUploads(ctx, ctx.caller.user.id, ids)
  const found = new Map(rows.map((each) => [each.id, each]))
  return [...new Set(ids)].map((id) => {
    const field = `upload_ids[${ids.indexOf(id)}]`
    const row = found.get(id)
    if (row && row.message_id !== null) throw conflict('A message has this upload already.', field)
    if (!row || !isUsable(row, ctx.now)) throw noSuch(field)
    if (row.status === 'rejected')
      throw invalidField(field, 'rejected', 'is a file that the scan has rejected')
    return row
  })
}
