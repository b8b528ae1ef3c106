import type { Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { deleteFiles } from './package-files.store.ts'
import { deletePackage, findDeleted } from './scorm-packages.store.ts'

const BATCH = 5000

/** Removes a package that is deleted: its bytes first, so that what was interrupted is done again. */
export const purgePackage: Task = {
  name: 'purge-learn-package',
  async run({ db, storage, clock }, tenantId, id) {
    const write = <T>(act: Parameters<typeof bySystem<T>>[3]) =>
      bySystem(db, tenantId, clock(), act)
    const row = await write((ctx) => findDeleted(ctx, id))
    if (!row) return undefined
    for (const key of [row.upload_key, row.storage_key]) if (key) await storage.remove(key)
    while ((await write((ctx) => deleteFiles(ctx, id, BATCH))) === BATCH);
    await write((ctx) => deletePackage(ctx, id))
    return undefined
  },
}
