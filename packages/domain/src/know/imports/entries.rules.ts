import type { Entry } from 'yauzl'
import { isLink, isReadable, isUnsafe } from '../../kit/zip-entry.rules.ts'

/** The outcome of a file that is not read, and why. */
export interface EntryFault {
  readonly outcome: 'skipped' | 'failed'
  readonly code: string
  readonly message: string
}

/** The most bytes of a page's file: a text of 500,000 letters in UTF-8, and its front matter. */
const MOST_BYTES = 2_100_000

/** Whether a file is to be a page: Markdown that no system has put there for itself. */
export const isPage = (path: string): boolean =>
  /\.(?:md|markdown)$/i.test(path) && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(path)

/** Why an entry is not read; `left` bytes may be. */
export function entryFaultOf(entry: Entry, path: string, left: number): EntryFault | undefined {
  const { uncompressedSize: size } = entry
  if (isUnsafe(path)) return failed('unsafe_path', 'The path leads out of the zip, or is none.')
  if (isLink(entry)) return failed('link', 'It is a link, and no file.')
  if (!isPage(path)) {
    const message = 'It is no Markdown file: upload it by `POST /api/v1/files`.'
    return { outcome: 'skipped', code: 'not_markdown', message }
  }
  if (entry.isEncrypted()) return failed('encrypted', 'It is encrypted.')
  if (!isReadable(entry))
    return failed('compression', 'It is compressed in another way than by deflate.')
  if (size > MOST_BYTES) return failed('too_large', `It has more than ${MOST_BYTES} bytes.`)
  if (size > left) return failed('too_large', 'The files have more than 512 MiB together.')
  return undefined
}

const failed = (code: string, message: string): EntryFault => ({ outcome: 'failed', code, message })
