import { createHash } from 'node:crypto'
import { open, type FileHandle } from 'node:fs/promises'
import { crc32 } from 'node:zlib'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import { bytesOf } from '../../../kit/zip-entry.ts'
import { readCmi5Structure } from '../manifest/cmi5.rules.ts'
import { readScormManifest } from '../manifest/manifest.rules.ts'
import type { PackageManifest, Warning } from '../manifest/package-manifest.ts'
import {
  createDirectory,
  damaged,
  filesOf,
  MOST_FILES,
  noZip,
  tooManyFiles,
  type ArchiveFault,
  type Directory,
} from './archive.rules.ts'

/** A file in the pack of a package: all of them stand in it one after the other, unpacked. */
export interface PackedFile {
  readonly path: string
  readonly start: number
  readonly size: number
}

/** A package that was read: its manifest, and the pack with its files. */
export interface Unpacked {
  readonly manifest: PackageManifest
  readonly warnings: readonly Warning[]
  readonly files: readonly PackedFile[]
  readonly size: number
  readonly sha256: string
}

/**
 * Reads the zip of a package, and writes its files into one, in which each can be read from where it starts. No name of
 * the zip ever becomes one on a disk. Each is read up to the size that the directory says, and held against its sum.
 */
export async function unpack(zipPath: string, packPath: string): Promise<Unpacked | ArchiveFault> {
  const zip = await yauzl
    .openPromise(zipPath, { autoClose: false, decodeStrings: false })
    .catch(() => undefined)
  if (!zip) return noZip()
  try {
    const directory = await directoryOf(zip)
    if ('code' in directory) return directory
    const read = await manifestOf(zip, directory)
    if ('code' in read) return read
    const packed = await pack(zip, directory, packPath)
    return 'code' in packed ? packed : { ...read, ...packed }
  } finally {
    zip.close()
  }
}

async function directoryOf(zip: ZipFile): Promise<Directory | ArchiveFault> {
  // Folders are entries, too.
  if (zip.entryCount > 2 * MOST_FILES) return tooManyFiles()
  const directory = createDirectory()
  try {
    for await (const entry of zip.eachEntry()) {
      const fault = directory.add(entry)
      if (fault) return fault
    }
  } catch {
    return noZip()
  }
  return directory.end()
}

type Read = Pick<Unpacked, 'manifest' | 'warnings'>

async function manifestOf(zip: ZipFile, directory: Directory): Promise<Read | ArchiveFault> {
  const { manifest, files, warnings } = directory
  const bytes = await bytesOf(zip, manifest.entry)
  if (!bytes) return damaged(manifest.path)
  const named = filesOf(files.map(({ path }) => path))
  const isCmi5 = /cmi5\.xml$/i.test(manifest.path)
  const read = (isCmi5 ? readCmi5Structure : readScormManifest)(bytes, named)
  if ('fault' in read) return { code: read.fault, message: read.message, path: manifest.path }
  const told = [...warnings, ...read.warnings]
  return { manifest: read.manifest, warnings: told.slice(0, MOST_WARNINGS) }
}

const MOST_WARNINGS = 200

type Packed = Pick<Unpacked, 'files' | 'size' | 'sha256'>

async function pack(
  zip: ZipFile,
  directory: Directory,
  packPath: string,
): Promise<Packed | ArchiveFault> {
  const target = await open(packPath, 'wx', 0o600)
  const hash = createHash('sha256')
  const files: PackedFile[] = []
  let size = 0
  try {
    for (const { entry, path } of directory.files) {
      const start = size
      const write = async (chunk: Buffer) => {
        hash.update(chunk)
        await writeAll(target, chunk)
        size += chunk.length
      }
      if (!(await copy(zip, entry, write))) return damaged(path)
      files.push({ path, start, size: size - start })
    }
  } finally {
    await target.close()
  }
  return { files, size, sha256: hash.digest('hex') }
}

async function writeAll(target: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length;) at += (await target.write(chunk, at)).bytesWritten
}

/** Reads an entry to its end; answers whether its bytes are those that the directory says. */
async function copy(
  zip: ZipFile,
  entry: Entry,
  write: (chunk: Buffer) => Promise<void>,
): Promise<boolean> {
  let sum = 0
  const stream = await zip.openReadStreamPromise(entry).catch(() => undefined)
  if (!stream) return false
  try {
    for await (const chunk of stream) {
      sum = crc32(chunk as Buffer, sum)
      await write(chunk as Buffer)
    }
  } catch (error) {
    // A full disk is no fault of the zip.
    if ((error as NodeJS.ErrnoException).syscall !== undefined) throw error
    return false
  }
  return sum === entry.crc32
}
