import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'

/** The bytes of an entry; `undefined` where they are not those that the zip says. */
export async function bytesOf(zip: ZipFile, entry: Entry): Promise<Buffer | undefined> {
  try {
    const bytes = await buffer(await zip.openReadStreamPromise(entry))
    return crc32(bytes) === entry.crc32 ? bytes : undefined
  } catch {
    return undefined
  }
}
