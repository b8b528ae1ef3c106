import { Problem } from '@mobieus/contract'
import type { SystemWriting, Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { noteChore } from '../../platform/work.ts'
import { importFile } from './import-file.ts'
import { importPurge, removeDeleted } from './import-purge.ts'
import * as store from './imports.store.ts'
import { readUpload } from './reading.ts'
import * as results from './results.store.ts'

const MOST_ATTEMPTS = 3
/** So many pages are made well before the lease of a task ends. */
const MOST_PAGES = 1000

/**
 * Makes an import: reads its zip, and then makes each page in a transaction with its outcome. A worker that is killed
 * leaves no page half made and none twice; the next one goes on behind it. The rest of a deleted import is removed.
 */
export const importing: Task = {
  name: 'import-know-pages',
  async run(work, tenantId, id) {
    const { db, clock } = work
    const write = <T>(act: (ctx: SystemWriting) => Promise<T>) =>
      bySystem(db, tenantId, clock(), act)
    const found = await write((ctx) => store.findKept(ctx, id))
    if (found?.deleted_at) {
      await removeDeleted(work, tenantId, found)
      return undefined
    }
    if (found?.upload_key && !found.read_at)
      await readUpload(work, tenantId, { ...found, upload_key: found.upload_key })
    for (let made = 0; made < MOST_PAGES; made++) {
      let taken: results.Taken | undefined
      try {
        const more = await write(async (ctx) => {
          const row = await store.findImport(ctx, id)
          if (!row?.read_at || row.finished_at) return false
          taken = await results.takeFile(ctx, id)
          if (!taken) return end(ctx, id)
          results.deferOutcome(ctx, id, taken.n, await importFile(ctx, row, taken))
          return true
        })
        if (!more) return undefined
      } catch (error) {
        const file = taken
        if (!file) throw error
        if (!(await write((ctx) => fail(ctx, id, file.n, error)))) throw error
      }
    }
    return clock()
  },
}

/** Notes why a file became no page. An error that is not its own is known only after some attempts. */
async function fail(ctx: SystemWriting, id: number, n: number, error: unknown): Promise<boolean> {
  if (!(await results.lockPending(ctx, id, n))) return true
  if (error instanceof Problem) {
    const { code, message, details } = error
    const told = details?.[0] ?? { code, field: null, message }
    results.deferOutcome(ctx, id, n, { outcome: 'failed', ...told })
    return true
  }
  if ((await results.countAttempt(ctx, id, n)) < MOST_ATTEMPTS) return false
  const message = 'The page could not be made.'
  results.deferOutcome(ctx, id, n, { outcome: 'failed', code: 'internal_error', message })
  return true
}

/** Ends an import all of whose files have had their turn; the last ones may be in another worker's hand. */
async function end(ctx: SystemWriting, id: number): Promise<false> {
  if (await results.arePending(ctx, id)) return false
  if (await store.updateImport(ctx, id, { finished_at: ctx.now }))
    noteChore(ctx, importPurge, importPurge.after(ctx.now))
  return false
}
