import { createHash } from 'node:crypto'
import { typeOf } from '../../core/file-type.rules.ts'
import { safeName } from '../../core/files.rules.ts'
import type { NewAttachment } from '../attachments/attachments.ts'
import type { Mail } from './mail.ts'

const MOST_FILES = 50
const HEAD_BYTES = 4100

/**
 * The files of a mail for its message, at most 50. Their types are those of their bytes, as of uploads; a text keeps
 * the one that the mail says, which its bytes do not tell.
 */
export const filesOf = ({ files }: Mail): Promise<NewAttachment[]> =>
  Promise.all(
    files.slice(0, MOST_FILES).map(async ({ name, mime, contentId, bytes }) => {
      const kept = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      const found = await typeOf(kept.subarray(0, HEAD_BYTES))
      const isTold = found === 'text/plain' || found === 'application/octet-stream'
      return {
        ...{ file_id: null, name: safeName(name), bytes: kept, content_id: contentId || null },
        mime_type: isTold && /^[\w.+-]{1,60}\/[\w.+-]{1,80}$/.test(mime) ? mime : found,
        ...{ size_bytes: kept.length, sha256: createHash('sha256').update(kept).digest('hex') },
      }
    }),
  )
