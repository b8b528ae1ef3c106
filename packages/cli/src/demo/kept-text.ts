import { createHash } from 'node:crypto'
import { FILES } from '@mobieus/domain/core'
import { keyIn, putBytes, type FileStorage } from '@mobieus/domain/kit'

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
  await putBytes(storage, storage_key, text, { size, sha256 })
  return { size_bytes: size, sha256, storage_key }
}
