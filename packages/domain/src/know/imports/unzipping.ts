import yauzl from 'yauzl'
import { entryNameOf, isFolder, shownPath } from '../../kit/zip-entry.rules.ts'
import { bytesOf } from '../../kit/zip-entry.ts'
import { entryFaultOf, type EntryFault } from './entries.rules.ts'

/** The most files of a zip. */
export const MOST_FILES = 100_000
const MOST_BYTES = 512 * 1024 * 1024

/** A file of a zip, or why it is none to read. */
export interface ZippedFile {
  /** Its place among all entries of the zip. */
  readonly n: number
  readonly path: string
  readonly bytes: Buffer | undefined
  readonly fault: EntryFault | undefined
}

/** Why a zip is not read at all. */
export type ZipFault = 'no_zip' | 'too_many_files'

const OPTIONS = { autoClose: false, decodeStrings: false } as const

/** Goes through the directory of a zip; one that is broken anywhere is none. */
export async function zipFaultOf(file: string): Promise<ZipFault | undefined> {
  const zip = await yauzl.openPromise(file, OPTIONS).catch(() => undefined)
  if (!zip) return 'no_zip'
  try {
    if (zip.entryCount > MOST_FILES) return 'too_many_files'
    for await (const _ of zip.eachEntry());
    return undefined
  } catch {
    return 'no_zip'
  } finally {
    zip.close()
  }
}

/**
 * The files of a zip in its order, one in memory at a time. A name never leads anywhere: it is told, and compared. A
 * file is read up to the size that the directory says, and all files together up to 512 MiB; zips in it stay packed.
 */
export async function* filesOf(file: string): AsyncGenerator<ZippedFile> {
  const zip = await yauzl.openPromise(file, OPTIONS)
  const paths = new Set<string>()
  let [n, left] = [0, MOST_BYTES]
  try {
    for await (const entry of zip.eachEntry()) {
      n++
      const { path } = entryNameOf(entry)
      if (isFolder(entry, path)) continue
      const told = { n, path: shownPath(path) }
      const fault = paths.has(path) ? TWICE : entryFaultOf(entry, path, left)
      paths.add(path)
      if (fault) yield { ...told, bytes: undefined, fault }
      else {
        left -= entry.uncompressedSize
        const bytes = await bytesOf(zip, entry)
        yield { ...told, bytes, fault: bytes ? undefined : DAMAGED }
      }
    }
  } finally {
    zip.close()
  }
}

const TWICE = {
  outcome: 'failed',
  code: 'duplicate',
  message: 'The zip has this file twice.',
} as const
const DAMAGED: EntryFault = {
  outcome: 'failed',
  code: 'damaged',
  message: 'The bytes are not those that the zip says.',
}
