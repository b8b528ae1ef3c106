import type { Writing } from '../../kit/context.ts'
import type { SystemWriting, Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { addTask } from '../../platform/tasks.ts'
import { listActive, lockEnrollment } from '../enrollments/enrollments.store.ts'
import { hasExpired } from './progress.rules.ts'
import { advance } from './progress.ts'

const BATCH = 50

/**
 * Brings the active enrollments of a course to what its parts and its rule ask for by now, in batches. One that has met
 * all of it since is completed, with certificate and events.
 */
export const regauging: Task = {
  name: 'regauge-learn-course',
  async run({ db, clock }, tenantId, courseId) {
    for (let last: number | undefined = 0; last !== undefined;) {
      const after: number = last
      last = await bySystem(db, tenantId, clock(), (ctx) => regaugeBatch(ctx, courseId, after))
    }
    return undefined
  },
}

/** Asks for it, where something has changed that enrollments are measured by. */
export const regauge = (
  ctx: Pick<Writing, 'outbox' | 'tenantId'> & { readonly now: Date },
  courseId: number,
): void => addTask(ctx, regauging, courseId)

/** Answers the id of the last one; none where there are no more. */
async function regaugeBatch(
  ctx: SystemWriting,
  courseId: number,
  after: number,
): Promise<number | undefined> {
  const ids = await listActive(ctx, { courseId, after, limit: BATCH })
  for (const id of ids) {
    const enrollment = await lockEnrollment(ctx, id)
    if (enrollment?.status === 'active' && !hasExpired(enrollment, ctx.now))
      await advance(ctx, enrollment)
  }
  return ids.at(-1)
}
