import type { Entry } from 'yauzl'
import type { PackageFiles, Warning } from '../manifest/package-manifest.ts'
import {
  entryNameOf,
  isFolder,
  isLink,
  isReadable,
  isUnsafe,
  shownPath,
} from '../../../kit/zip-entry.rules.ts'

/** Why a zip becomes no package; the path is of the entry that it is about. */
export interface ArchiveFault {
  readonly code: string
  readonly message: string
  readonly path: string | null
}

/** An entry that becomes a file of the package. */
export interface ArchiveFile {
  readonly entry: Entry
  readonly path: string
}

/** The directory of a zip: the files below the folder that its manifest is in. */
export interface Directory {
  readonly files: readonly ArchiveFile[]
  readonly manifest: ArchiveFile
  readonly warnings: readonly Warning[]
}

export const MOST_FILES = 20_000
/** Unpacked, of all files together. */
export const MOST_BYTES = 2 * 1024 ** 3
export const MOST_MANIFEST_BYTES = 8 * 1024 ** 2
/** Above so many bytes a file that is so many times its packed size is taken for a bomb. */
const [BOMB_BYTES, BOMB_RATIO] = [8 * 1024 ** 2, 250]

const fault = (code: string, message: string, path: string | null = null): ArchiveFault => ({
  ...{ code, message, path: path === null ? null : shownPath(path) },
})

export const tooManyFiles = (): ArchiveFault =>
  fault('too_many_files', `The zip has more than ${MOST_FILES.toLocaleString('en-US')} files.`)
export const noZip = (): ArchiveFault => fault('no_zip', 'The file is no zip, or is damaged.')
export const damaged = (path: string): ArchiveFault =>
  fault('damaged', 'The bytes of a file are not those that the zip says.', path)

/** Collects the entries of a zip one by one; the first that may not be there is its fault. */
export function createDirectory() {
  const files = new Map<string, ArchiveFile>()
  const notes = { guessed: [] as string[], backslashes: 0, system: 0 }
  let bytes = 0
  return {
    add(entry: Entry): ArchiveFault | undefined {
      const { path, isGuessed, hasBackslash } = entryNameOf(entry)
      const isDirectory = isFolder(entry, path)
      const found = entryFault(entry, isDirectory ? path.replace(/\/+$/, '') : path, isDirectory)
      if (found || isDirectory) return found
      if (isOfSystem(path)) return void notes.system++
      if (isGuessed) notes.guessed.push(path)
      if (hasBackslash) notes.backslashes++
      bytes += entry.uncompressedSize
      if (bytes > MOST_BYTES)
        return fault('too_large', 'Its files have more than 2 GiB together.', path)
      if (files.has(path)) return fault('duplicate', 'The zip has a file twice.', path)
      if (files.size === MOST_FILES) return tooManyFiles()
      files.set(path, { entry, path })
      return undefined
    },
    end: (): Directory | ArchiveFault => settled(files, notes),
  }
}

function entryFault(entry: Entry, path: string, isDirectory: boolean): ArchiveFault | undefined {
  const { uncompressedSize: size, compressedSize: packed } = entry
  if (isUnsafe(path)) return fault('unsafe_path', 'A path leads out of the zip, or is none.', path)
  if (isDirectory) return undefined
  if (isLink(entry)) return fault('link', 'An entry is a link, and no file.', path)
  if (entry.isEncrypted()) return fault('encrypted', 'A file is encrypted.', path)
  if (!isReadable(entry))
    return fault('compression', 'A file is compressed in another way than by deflate.', path)
  if (size > BOMB_BYTES && size > packed * BOMB_RATIO)
    return fault('bomb', `A file is more than ${BOMB_RATIO} times its packed size.`, path)
  return undefined
}

/** Files that an operating system has put there for itself. */
const isOfSystem = (path: string): boolean =>
  /^__MACOSX\/|(?:^|\/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$/i.test(path)

const MANIFEST = /^(?:[^/]+\/)?(?:imsmanifest|cmi5)\.xml$/i

interface Notes {
  readonly guessed: readonly string[]
  readonly backslashes: number
  readonly system: number
}

/** The manifest lies at the root, or in the only folder there, which is then left out of all paths. */
function settled(all: ReadonlyMap<string, ArchiveFile>, notes: Notes): Directory | ArchiveFault {
  if (all.size === 0) return fault('no_manifest', 'The zip has no files.')
  const folders = new Set([...all.keys()].map((path) => path.split('/')[0] ?? ''))
  const manifests = [...all.keys()].filter((path) => MANIFEST.test(path))
  const at = (folder: string) =>
    ['imsmanifest.xml', 'cmi5.xml']
      .map((name) => manifests.find((path) => path.toLowerCase() === (folder + name).toLowerCase()))
      .find((path) => path !== undefined)
  const root = at('')
  const [only = ''] = folders.size === 1 ? folders : []
  const inOnly = root === undefined && only !== '' ? at(`${only}/`) : undefined
  const found = root ?? inOnly
  if (found === undefined)
    return fault('no_manifest', 'The zip has neither imsmanifest.xml nor cmi5.xml at its root.')
  const cut = inOnly === undefined ? 0 : only.length + 1
  const files = [...all.values()].map(({ entry, path }) => ({ entry, path: path.slice(cut) }))
  const manifest = files.find(({ path }) => path === found.slice(cut)) as ArchiveFile
  if (manifest.entry.uncompressedSize > MOST_MANIFEST_BYTES)
    return fault('too_large', 'The manifest has more than 8 MiB.', found)
  return { files, manifest, warnings: [...notesOf(notes, cut === 0 ? undefined : only)] }
}

function* notesOf(notes: Notes, folder: string | undefined): Generator<Warning> {
  if (folder !== undefined) {
    const message = 'The package lies in a folder of the zip, which was left out.'
    yield { code: 'manifest_not_at_root', subject: folder, message }
  }
  for (const subject of notes.guessed.slice(0, 20)) {
    const message = 'The name of a file is no UTF-8, and was read as CP437.'
    yield { code: 'name_not_utf8', subject, message }
  }
  if (notes.backslashes > 0) {
    const message = `The names of ${notes.backslashes} files have backslashes, which were read as slashes.`
    yield { code: 'backslash_in_name', subject: 'zip', message }
  }
  if (notes.system > 0) {
    const message = `Files that a system puts there for itself were left out: ${notes.system}.`
    yield { code: 'system_files', subject: '__MACOSX', message }
  }
}

/** The files of a directory, as a manifest asks for them. */
export function filesOf(paths: readonly string[]): PackageFiles {
  const exact = new Set(paths)
  const folded = new Map(paths.map((path) => [path.toLowerCase(), path]))
  return {
    has: (path) => exact.has(path),
    inAnyCase: (path) => folded.get(path.toLowerCase()),
  }
}
