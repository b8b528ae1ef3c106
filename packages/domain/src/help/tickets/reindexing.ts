import type { Writing } from '../../kit/context.ts'
import { readSettings, settingOf, type Settings } from '../../kit/settings.ts'
import type { SystemWriting, Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { addTask } from '../../platform/tasks.ts'
import { language } from '../settings.ts'
import { findAppIni } from '../settings.store.ts'
import * as store from './reindexing.store.ts'

const BATCH = 200
/** So many batches end well before the lease of a task does. */
const MOST_BATCHES = 200
/** No transaction that has read the settings of before takes longer. */
const LATE_MS = 60_000

/** Asks for all texts to be found in another language, where the settings say another. */
export async function reindexForLanguage(
  ctx: Writing & Pick<SystemWriting, 'now'>,
  before: Settings,
  after: Settings,
): Promise<void> {
  const former = settingOf(before, language)
  if (former === settingOf(after, language)) return
  await store.beginReindexing(ctx, former, ctx.now)
  addTask(ctx, reindexTickets, ctx.tenantId)
}

/**
 * Brings the texts of a tenant to its language, in batches of a transaction each. Searches know the former languages
 * until it has ended. Tickets that have changed meanwhile come once more, a minute after the change. Requests of before
 * may have written in the former language, and messages may have moved.
 */
export const reindexTickets: Task = {
  name: 'help-reindex',
  async run({ db, clock }, tenantId) {
    for (let batch = 0; batch < MOST_BATCHES; batch++) {
      const next = await bySystem(db, tenantId, clock(), reindexBatch)
      if (next !== 'more') return next
    }
    return clock()
  },
}

/** A batch; answers whether there are more, or when. */
async function reindexBatch(ctx: SystemWriting): Promise<'more' | Date | undefined> {
  const row = await store.lockReindexing(ctx)
  if (!row) return undefined
  const goal = settingOf(readSettings(await findAppIni(ctx)), language)
  if (!row.is_second_pass) {
    if (await store.reindexNext(ctx, goal, BATCH)) return 'more'
    const after_at = new Date(row.began_at.getTime() - LATE_MS)
    await store.updateReindexing(ctx, { is_second_pass: true, after_at, after_ticket_id: 0 })
  }
  const late = new Date(row.began_at.getTime() + LATE_MS)
  if (ctx.now < late) return late
  if (await store.reindexNextChanged(ctx, goal)) return 'more'
  await store.deleteReindexing(ctx)
  return undefined
}
