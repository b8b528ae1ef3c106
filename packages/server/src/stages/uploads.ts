import { randomUUID } from 'node:crypto'
import type { UploadedFile } from '@mobieus/contract'
import { quarantineKey } from '@mobieus/domain'
import type { RequestParts } from '../http/read.ts'
import type { Services } from '../services.ts'

/** A request whose files are in quarantine, and the keys they have there. */
export interface KeptUploads {
  readonly request: RequestParts
  readonly keys: readonly string[]
}

/**
 * Moves the files of a request from this machine into quarantine, where every worker finds them, and
 * gives them their key as `path`. Before the transaction that records them, because it may take as
 * long as the network does.
 */
export async function keepUploads(
  { storage }: Services,
  tenantId: number,
  request: RequestParts,
  files: readonly string[] | undefined,
): Promise<KeptUploads> {
  if (!files?.length) return { request, keys: [] }
  const body = { ...(request.body as Record<string, unknown>) }
  const keys: string[] = []
  for (const [field, value] of Object.entries(body)) {
    const file = value as UploadedFile
    if (!files.includes(file?.path)) continue
    const key = quarantineKey(tenantId, randomUUID())
    await storage.put(key, file.path, file)
    keys.push(key)
    body[field] = { ...file, path: key }
  }
  return { request: { ...request, body }, keys }
}

/** Removes them again when nothing refers to them; what fails here is found by the clean-up. */
export async function dropUploads({ storage, log }: Services, keys: readonly string[]) {
  for (const key of keys)
    await storage.remove(key).catch((error: unknown) => log.warn({ err: error }, 'upload left'))
}
