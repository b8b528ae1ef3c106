import type { Emitting, Writing } from '../../kit/context.ts'
import { conflict } from '../../kit/problem.ts'
import type { ActivityRow } from '../activities/activities.store.ts'
import { findCourse } from '../courses/courses.store.ts'
import { changeEnrollment, completeCourse } from '../enrollments/completing.ts'
import type { EnrollmentRow } from '../enrollments/enrollments.store.ts'
import { hasExpired, isReleased, progressed, standing, type Progressed } from './progress.rules.ts'
import * as store from './progress.store.ts'

/** A write that may complete a course. */
export type Recording = Writing & { readonly now: Date } & Emitting<
    'course.completed' | 'certificate.issued'
  >

/** A write about what a learner does. */
type Learning = Writing & { readonly now: Date }

/**
 * Records what an enrollment, which is locked, has come to with an activity: whatever completes activities does so by
 * this. The course is completed with it where its rule is met, with certificate and events: all in one transaction.
 */
export async function recordProgress(
  ctx: Recording,
  enrollment: EnrollmentRow,
  activityId: number,
  next: Progressed,
): Promise<store.ProgressRow> {
  const found = await store.findProgress(ctx, enrollment.id, [activityId])
  const of = { enrollment_id: enrollment.id, activity_id: activityId }
  const row = { ...of, ...progressed(found.get(activityId), next, ctx.now) }
  await store.upsertProgress(ctx, row)
  if (enrollment.status === 'active') await advance(ctx, enrollment)
  return row
}

/** Notes that an enrollment, which is locked, has begun with an activity; what was begun before stays as it is. */
export function beginProgress(
  ctx: Learning,
  enrollment: EnrollmentRow,
  activityId: number,
): Promise<unknown> {
  const of = { enrollment_id: enrollment.id, activity_id: activityId }
  const begun = { state: 'started', score_pct: null, seconds: 0 } as const
  return store.insertProgress(ctx, { ...of, ...progressed(undefined, begun, ctx.now) })
}

/** Brings an active enrollment to what its activities say. */
export async function advance(ctx: Recording, enrollment: EnrollmentRow): Promise<void> {
  const course = await findCourse(ctx, enrollment.course_id)
  if (!course) return
  const tally = await store.tallyOf(ctx, enrollment.id, course.id)
  const { isCompleted, ...change } = standing(course, tally)
  if (isCompleted) await completeCourse(ctx, enrollment, course, change.score_pct)
  else if (
    change.progress_pct !== enrollment.progress_pct ||
    change.score_pct !== enrollment.score_pct
  )
    await changeEnrollment(ctx, enrollment, change)
}

/** The enrollment by which a member takes the course of an activity, locked; `409 conflict` where there is none. */
export async function lockLearning(
  ctx: Learning,
  userId: number,
  courseId: number,
): Promise<EnrollmentRow> {
  const row = await store.lockHeld(ctx, userId, courseId)
  if (!row) throw conflict('The member is not enrolled in the course.')
  if (hasExpired(row, ctx.now)) throw conflict('The enrollment has expired.')
  return row
}

/** `409 conflict` while an activity waits for its release to a learner. */
export async function requireReleased(
  ctx: Learning,
  enrollment: EnrollmentRow,
  activity: ActivityRow,
): Promise<void> {
  const asked = activity.release_activity_id
  const found =
    asked === null ? undefined : (await store.findProgress(ctx, enrollment.id, [asked])).get(asked)
  if (!isReleased(activity, found, ctx.now)) throw conflict('The activity is not open yet.')
}
