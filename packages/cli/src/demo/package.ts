import { readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { inWorkFolder, type FileStorage } from '@mobieus/domain/kit'
import { writeZip } from '@mobieus/domain/know'
import { packKeyOf, unpack, type Unpacked } from '@mobieus/domain/learn'

/** The package of the demo, as its author wrote it. */
const SOURCE = fileURLToPath(new URL('../../scorm/safety/', import.meta.url))

/** A package that was zipped and read, whose files are kept already. */
export interface KeptPackage extends Pick<Unpacked, 'manifest' | 'files'> {
  readonly size_bytes: number
  readonly storage_key: string
}

/** Zips the package of the demo, and keeps it as an import does. */
export async function keepPackage(
  storage: FileStorage,
  tenantId: number,
  id: number,
  now: Date,
): Promise<KeptPackage> {
  return inWorkFolder(async (folder) => {
    const [zip, pack] = [path.join(folder, 'safety.zip'), path.join(folder, 'pack')]
    await writeZip(zip, entriesOf(now))
    const unpacked = await unpack(zip, pack)
    if ('code' in unpacked) throw new Error(unpacked.message)
    const { manifest, files, size, sha256 } = unpacked
    const storage_key = packKeyOf(tenantId, id, sha256)
    await storage.put(storage_key, pack, { size, sha256 })
    return { manifest, files, storage_key, size_bytes: (await stat(zip)).size }
  })
}

async function* entriesOf(changedAt: Date) {
  for (const name of (await readdir(SOURCE)).sort())
    yield { name, bytes: await readFile(path.join(SOURCE, name)), changedAt }
}
