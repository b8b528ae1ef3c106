import { sql } from 'kysely'
import { count } from '../../kit/count.ts'
import { purgeOf } from '../../kit/purge.ts'
import type { Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { deleteFiles } from './package-files.store.ts'
import * as store from './scorm-packages.store.ts'

const BATCH = 5000

/** Removes a package that is deleted: its bytes first, so that what was interrupted is done again. */
export const purgePackage: Task = {
  name: 'purge-learn-package',
  async run({ db, storage, clock }, tenantId, id) {
    const write = <T>(act: Parameters<typeof bySystem<T>>[3]) =>
      bySystem(db, tenantId, clock(), act)
    const row = await write((ctx) => store.findDeleted(ctx, id))
    if (!row) return undefined
    for (const key of [row.upload_key, row.storage_key]) if (key) await storage.remove(key)
    while ((await write((ctx) => deleteFiles(ctx, id, BATCH))) === BATCH);
    await write((ctx) => store.deletePackages(ctx, [id]))
    return undefined
  },
}

/** Removes packages whose import has failed, 30 days afterwards; an activity that names one plays nothing then either. */
export const failedPackagePurge = purgeOf({
  name: 'purge-learn-failed-packages',
  keptDays: 30,
  async remove(ctx, before, limit) {
    const rows = await store.lockFailed(ctx, before, limit)
    if (rows.length === 0) return 0
    const ids = rows.map(({ id }) => id)
    await store.detachPackages(ctx, ids)
    await store.deletePackages(ctx, ids)
    for (const row of rows) count(ctx, store.packageList, -1, row)
    return rows.length
  },
  oldest: (tenantId) => sql`
    select finished_at from learn_scorm_packages
    where tenant_id = ${tenantId} and status = 'failed' and deleted_at is null
    order by finished_at limit 1`,
})
