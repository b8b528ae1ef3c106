import { invalidField } from '../../kit/problem.ts'
import type { AttachmentRow } from './attachments.store.ts'

/** The most bytes of one message's files: most mail servers take them in one mail. */
export const MOST_BYTES = 15 * 1024 * 1024

const MOST_FILES = 20

/** Refuses more files than a message may have, whether shared or uploaded for it. */
export function requireRoom(
  files: readonly Pick<AttachmentRow, 'size_bytes'>[],
  field: 'attachment_ids' | 'upload_ids',
): void {
  if (files.length > MOST_FILES)
    throw invalidField(field, 'too_many', `give the message more than ${MOST_FILES} files`)
  const total = files.reduce((sum, { size_bytes }) => sum + size_bytes, 0)
  if (total > MOST_BYTES)
    throw invalidField(field, 'too_large', 'give the message more than 15 MiB of files')
}

/** Whether a caller who may read messages may read a file: an upload without a message is its uploader's alone. */
export const mayRead = (
  row: Pick<AttachmentRow, 'message_id' | 'uploader_id' | 'expires_at'>,
  userId: number,
  now: Date,
): boolean => row.message_id !== null || (row.uploader_id === userId && isUsable(row, now))

/** Whether an upload without a message can be taken still. */
export const isUsable = ({ expires_at }: Pick<AttachmentRow, 'expires_at'>, now: Date): boolean =>
  expires_at !== null && expires_at > now
