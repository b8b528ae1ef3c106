import yauzl, { type Entry } from 'yauzl'

/** The most characters of a path in a zip. */
const MOST_PATH = 500
const UTF_8_NAME = 0x0800
const [KIND, REGULAR, FOLDER] = [0o170000, 0o100000, 0o040000]
const STORED = 0
const DEFLATED = 8

/** The name of an entry, with slashes. */
export interface EntryName {
  readonly path: string
  /** Whether it is no UTF-8, and was read as CP437. */
  readonly isGuessed: boolean
  readonly hasBackslash: boolean
}

/**
 * The name of an entry. It is UTF-8 where its bytes are, whatever it is declared as; otherwise what its extra field
 * says, or CP437.
 */
export function entryNameOf(entry: Entry): EntryName {
  const { fileNameRaw: raw, generalPurposeBitFlag: flags, extraFields } = entry
  const utf8 = utf8Of(raw)
  const name = utf8 ?? yauzl.getFileNameLowLevel(flags & ~UTF_8_NAME, raw, extraFields, false)
  const told = { isGuessed: utf8 === undefined, hasBackslash: name.includes('\\') }
  return { path: name.replaceAll('\\', '/'), ...told }
}

function utf8Of(raw: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    return undefined
  }
}

/** Whether a path leads out of the zip, or has what no path has. */
export const isUnsafe = (path: string): boolean =>
  path === '' ||
  path.length > MOST_PATH ||
  /^\/|^[a-z]:|\p{Cc}/iu.test(path) ||
  path.split('/').some((part) => part === '..' || part === '.' || part === '')

/** A path as it is told: without what cannot be kept or shown. */
export const shownPath = (path: string): string =>
  path.slice(0, MOST_PATH).replaceAll(/\p{Cc}|\p{Cs}/gu, '\uFFFD')

/** Whether an entry is something else than a file: a link, a device. */
export function isLink({ externalFileAttributes }: Entry): boolean {
  const kind = (externalFileAttributes >>> 16) & KIND
  return kind !== 0 && kind !== REGULAR
}

/** Whether an entry is a folder, by its name or by its attributes. */
export const isFolder = ({ externalFileAttributes }: Entry, path: string): boolean =>
  path.endsWith('/') || ((externalFileAttributes >>> 16) & KIND) === FOLDER

/** Whether an entry is compressed as all that is read here is. */
export const isReadable = ({ compressionMethod: method }: Entry): boolean =>
  method === STORED || method === DEFLATED
