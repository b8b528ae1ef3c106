import type { Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { moveEnds } from './members.store.ts'

const BATCH = 500

/** Lets enrollments by seats of a cohort end when the cohort does, in batches. */
export const extending: Task = {
  name: 'extend-learn-cohort',
  async run({ db, clock }, tenantId, id) {
    let moved = BATCH
    while (moved === BATCH)
      moved = await bySystem(db, tenantId, clock(), (ctx) => moveEnds(ctx, id, BATCH))
    return undefined
  },
}
