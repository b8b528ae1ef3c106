import { reader, type Database } from '@mobieus/db'
import { partsOf, QUARANTINE, type FileStorage } from '../kit/storage/storage.ts'
import type { Every, Surface } from '../kit/surface.ts'

const ORPHAN_MS = 24 * 60 * 60 * 1000

/**
 * Removes uploads from quarantine that no row of a surface waits for: of a transaction that failed
 * unnoticed, or of an interrupted scan. Answers how many.
 */
export async function removeOrphans(
  db: Database,
  storage: FileStorage,
  surfaces: readonly Pick<Surface, 'storage'>[],
  now: Date,
): Promise<number> {
  const awaits = surfaces.flatMap((each) => each.storage?.awaits ?? [])
  let removed = 0
  for await (const { key, modifiedAt } of storage.list(`${QUARANTINE}/`)) {
    if (now.getTime() - modifiedAt.getTime() < ORPHAN_MS) continue
    const { tenantId } = partsOf(key)
    const partition = { tx: reader(db, tenantId), tenantId }
    const awaited = await Promise.all(awaits.map((each) => each(partition, key)))
    if (awaited.includes(true)) continue
    await storage.remove(key)
    removed++
  }
  return removed
}

export const orphanRemoval: Every = {
  name: 'remove-orphans',
  minutes: 60,
  round: async ({ db, storage, surfaces, clock }) =>
    void (await removeOrphans(db, storage, surfaces, clock())),
}
