import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { FILES } from '@mobieus/domain/core'
import { keyIn, type FileStorage } from '@mobieus/domain/kit'

/** Puts a text where a tenant's files are kept, or at a key of its own; answers the columns that tell of it. */
export async function keepText(
  storage: FileStorage,
  tenantId: number,
  name: string,
  text: string,
  keyFor: (sha256: string) => string = () => keyIn(FILES, tenantId, name),
) {
  const size = Buffer.byteLength(text)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const storage_key = keyFor(sha256)
  const folder = await mkdtemp(path.join(tmpdir(), 'mobieus-demo-'))
  try {
    await writeFile(path.join(folder, name), text)
    await storage.put(storage_key, path.join(folder, name), { size, sha256 })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return { size_bytes: size, sha256, storage_key }
}
