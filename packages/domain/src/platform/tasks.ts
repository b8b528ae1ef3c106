import { transact, type Database } from '@mobieus/db'
import type { Writing } from '../kit/context.ts'
import { defer } from '../kit/defer.ts'
import type { Task, Work } from '../kit/surface.ts'
import { bySystem } from './by-system.ts'
import { leasedUntil, retryAt } from './tasks.rules.ts'
import * as store from './tasks.store.ts'
import { noteWork, settleDue, TASKS } from './work.ts'

/** Writes down that a row asks for a task, now or later, in the transaction that ends with it. */
export function addTask(
  ctx: Pick<Writing, 'outbox' | 'tenantId'> & { readonly now: Date },
  { name }: Task,
  subjectId: number,
  dueAt = ctx.now,
): void {
  defer(ctx, store.upsertTask(ctx.tenantId, name, subjectId, ctx.now, dueAt))
  noteWork(ctx, TASKS, dueAt)
}

/** Takes a task back that the row does not ask for any more; one that is in hand is finished. */
export const dropTask = (
  ctx: Pick<Writing, 'outbox' | 'tenantId'>,
  { name }: Task,
  subjectId: number,
): void => defer(ctx, store.deleteTask(ctx.tenantId, name, subjectId))

/** The fate of a task that has failed. */
export interface FailedTask {
  readonly name: string
  readonly tenantId: number
  readonly subjectId: number
  readonly attempts: number
  readonly again: Date
}

/**
 * Does what is due of a tenant's tasks, at most `most` and those at once; answers how many. One that fails is
 * told to `onFailed` and tried again later, whatever the others come to.
 */
export async function doTasks(
  work: Work,
  tenantId: number,
  most: number,
  onFailed: (error: unknown, task: FailedTask) => void,
): Promise<number> {
  const { db, clock } = work
  const known = new Map(
    work.surfaces.flatMap(({ tasks }) => tasks.map((each) => [each.name, each])),
  )
  const now = clock()
  const lease = leasedUntil(now)
  const claimed = await transact(db, tenantId, ({ tx }) =>
    store.claimTasks({ tx, tenantId }, [...known.keys()], now, lease, most),
  )
  const ended = await Promise.allSettled(
    claimed.map(async (each) => {
      const { kind, subject_id: subjectId, attempts } = each
      const task = known.get(kind) as Task
      try {
        const again = await task.run(work, tenantId, subjectId)
        if (again) await move(db, tenantId, each, lease, { dueAt: again, attempts: 0 }, clock())
        else
          await transact(db, tenantId, ({ tx }) => store.deleteDone({ tx, tenantId }, each, lease))
      } catch (error) {
        const again = retryAt(attempts, clock())
        onFailed(error, { name: kind, tenantId, subjectId, attempts, again })
        await move(db, tenantId, each, lease, { dueAt: again, attempts }, clock())
      }
    }),
  )
  for (const each of ended) if (each.status === 'rejected') throw each.reason
  return claimed.length
}

const move = (
  db: Database,
  tenantId: number,
  task: store.ClaimedTask,
  lease: Date,
  to: { dueAt: Date; attempts: number },
  now: Date,
) =>
  bySystem(db, tenantId, now, async (ctx) => {
    await store.moveTask(ctx, task, lease, to)
    noteWork(ctx, TASKS, to.dueAt)
  })

/** Notes when the tenant has a task to be done again, once a worker has done what it could. */
export function settleTasks(
  { db, surfaces, clock }: Pick<Work, 'db' | 'surfaces' | 'clock'>,
  tenantId: number,
): Promise<void> {
  const kinds = surfaces.flatMap(({ tasks }) => tasks.map(({ name }) => name))
  return settleDue(db, tenantId, TASKS, store.nextTask(tenantId, kinds), clock())
}
