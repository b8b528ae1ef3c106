import type { SystemWriting, Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { noteChore } from '../../platform/work.ts'
import { changeEnrollment } from '../enrollments/completing.ts'
import { lockExpired } from '../enrollments/enrollments.store.ts'
import { enrollmentExpiry } from '../enrollments/expiring.ts'
import { lockCohort } from './cohorts.store.ts'
import { moveEnds } from './members.store.ts'

const BATCH = 500
const REOPENED = 100

/** Lets enrollments by seats of a cohort end when the cohort does, in batches; those that expired go on. */
export const extending: Task = {
  name: 'extend-learn-cohort',
  async run({ db, clock }, tenantId, id) {
    let moved = BATCH
    while (moved === BATCH)
      moved = await bySystem(db, tenantId, clock(), (ctx) => moveEnds(ctx, id, BATCH))
    let reopened = REOPENED
    while (reopened === REOPENED)
      reopened = await bySystem(db, tenantId, clock(), (ctx) => reopen(ctx, id))
    return undefined
  },
}

/** Opens enrollments again that ended with the cohort, at most a batch; answers how many. */
async function reopen(ctx: SystemWriting, cohortId: number): Promise<number> {
  // A seat that is revoked meanwhile has the cohort locked as well.
  const cohort = await lockCohort(ctx, cohortId)
  if (!cohort || (cohort.expires_at && cohort.expires_at <= ctx.now)) return 0
  const { expires_at } = cohort
  const ended = await lockExpired(ctx, cohortId, REOPENED)
  for (const row of ended) await changeEnrollment(ctx, row, { status: 'active', expires_at })
  if (expires_at && ended.length > 0) noteChore(ctx, enrollmentExpiry, expires_at)
  return ended.length
}
