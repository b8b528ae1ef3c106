import { randomUUID } from 'node:crypto'
import { Problem, type UploadedFile } from '@mobieus/contract'
import { quarantineKey } from '@mobieus/domain/kit'
import type { RequestParts } from '../http/read.ts'
import type { Services } from '../services.ts'
import type { ApiExchange } from '../state.ts'

/**
 * Moves the files of a request from this machine into quarantine, where every worker finds them. It does
 * so before the transaction that records them, because it may take as long as the network does. The
 * request that `write` gets has their keys there as `path`. Files that no row refers to afterwards are
 * removed again; where even that fails, the clean-up finds them.
 */
export async function withUploads<T extends { readonly replayed?: boolean }>(
  services: Services,
  { state, files = [] }: ApiExchange,
  request: RequestParts,
  write: (request: RequestParts) => Promise<T>,
): Promise<T> {
  const body = { ...(request.body as Record<string, unknown>) }
  const keys: string[] = []
  const moved = async (value: unknown) => {
    const file = value as UploadedFile
    if (!files.includes(file?.path)) return value
    const key = quarantineKey(state.tenant?.id as number, randomUUID())
    await services.storage.put(key, file.path, file)
    keys.push(key)
    return { ...file, path: key }
  }
  for (const [field, value] of Object.entries(body)) {
    if (!Array.isArray(value)) body[field] = await moved(value)
    else for (const [i, each] of value.entries()) value[i] = await moved(each)
  }
  try {
    const written = await write({ ...request, body })
    if (written.replayed) await drop(services, keys)
    return written
  } catch (error) {
    // Any other error may have come after the commit: then a row refers to the files.
    if (error instanceof Problem) await drop(services, keys)
    throw error
  }
}

async function drop({ storage, log }: Services, keys: readonly string[]) {
  for (const key of keys)
    await storage.remove(key).catch((error: unknown) => log.warn({ err: error }, 'upload left'))
}
