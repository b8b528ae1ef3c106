import type { Chore, SystemWriting } from '../../kit/surface.ts'
import { changeEnrollment } from './completing.ts'
import * as store from './enrollments.store.ts'

const BATCH = 100

/** Ends enrollments whose time is over, at most a batch; answers how many. */
async function expireDue(ctx: SystemWriting): Promise<number> {
  const due = await store.lockDue(ctx, ctx.now, BATCH)
  for (const row of due) await changeEnrollment(ctx, row, { status: 'expired' })
  return due.length
}

/** Enrollments that are not completed by their time expire with it. */
export const enrollmentExpiry: Chore = {
  name: 'expireLearnEnrollments',
  run: expireDue,
  next: store.nextDue,
}
