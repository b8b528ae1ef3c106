import yauzl, { type Entry } from 'yauzl'

/** The outcome of a file that is not read, and why. */
export interface EntryFault {
  readonly outcome: 'skipped' | 'failed'
  readonly code: string
  readonly message: string
}

/** The most bytes of a page's file: a text of 500,000 letters in UTF-8, and its front matter. */
const MOST_BYTES = 2_100_000
const MOST_PATH = 500
const UTF_8_NAME = 0x0800
const [KIND, REGULAR] = [0o170000, 0o100000]
const STORED = 0
const DEFLATED = 8

/**
 * The name of an entry, with slashes. It is UTF-8 where its bytes are, whatever it is declared as; otherwise what its
 * extra field says, or CP437.
 */
export function pathOf(entry: Entry): string {
  const { fileNameRaw: raw, generalPurposeBitFlag: flags, extraFields } = entry
  return nameOf(raw, flags, extraFields).replaceAll('\\', '/')
}

function nameOf(raw: Buffer, flags: number, extraFields: Entry['extraFields']): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return yauzl.getFileNameLowLevel(flags & ~UTF_8_NAME, raw, extraFields, false)
  }
}

/** Whether a path leads out of the zip, or has what no path has. */
const isUnsafe = (path: string): boolean =>
  path === '' ||
  path.length > MOST_PATH ||
  /^\/|^[a-z]:|\p{Cc}/iu.test(path) ||
  path.split('/').some((part) => part === '..' || part === '.' || part === '')

/** Whether a file is to be a page: Markdown that no system has put there for itself. */
export const isPage = (path: string): boolean =>
  /\.(?:md|markdown)$/i.test(path) && !/(?:^|\/)(?:\.|__MACOSX\/)/.test(path)

/** Why an entry is not read; `left` bytes may be. */
export function entryFaultOf(entry: Entry, path: string, left: number): EntryFault | undefined {
  const { uncompressedSize: size, compressionMethod: method } = entry
  const kind = (entry.externalFileAttributes >>> 16) & KIND
  if (isUnsafe(path)) return failed('unsafe_path', 'The path leads out of the zip, or is none.')
  if (kind !== 0 && kind !== REGULAR) return failed('link', 'It is a link, and no file.')
  if (!isPage(path)) {
    const message = 'It is no Markdown file: upload it by `POST /api/v1/files`.'
    return { outcome: 'skipped', code: 'not_markdown', message }
  }
  if (entry.isEncrypted()) return failed('encrypted', 'It is encrypted.')
  if (method !== STORED && method !== DEFLATED)
    return failed('compression', 'It is compressed in another way than by deflate.')
  if (size > MOST_BYTES) return failed('too_large', `It has more than ${MOST_BYTES} bytes.`)
  if (size > left) return failed('too_large', 'The files have more than 512 MiB together.')
  return undefined
}

const failed = (code: string, message: string): EntryFault => ({ outcome: 'failed', code, message })
