import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { FileStorage } from './storage.ts'

/** Keeps bytes at a key. The storage takes files over, so that the bytes become one first. */
export async function putBytes(
  storage: Pick<FileStorage, 'put'>,
  key: string,
  bytes: Uint8Array | string,
  facts: Parameters<FileStorage['put']>[2],
): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mobieus-bytes-'))
  try {
    const file = path.join(folder, 'bytes')
    await writeFile(file, bytes, { mode: 0o600 })
    await storage.put(key, file, facts)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
