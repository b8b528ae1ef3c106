import type { Emitting, Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { emit } from '../../kit/emit.ts'
import { nullableTimestamp } from '../../kit/present.ts'
import type { CourseRow } from '../courses/courses.store.ts'
import { changeEnrollment } from './completing.ts'
import * as store from './enrollments.store.ts'

/** A member who is to be enrolled in a course. */
interface NewEnrollment {
  readonly user: { readonly id: number; readonly username: string }
  readonly cohortId?: number | null | undefined
  readonly expiresAt?: Date | null | undefined
}

type Enrolling = Writing & { readonly now: Date } & Emitting<'enrollment.created'>

/**
 * Enrolls a member in a course that is held and published. Answers nothing where the member has an active enrollment in
 * it already: of several at once one is made. One whose time is over ends with it.
 */
export async function enroll(
  ctx: Enrolling,
  course: CourseRow,
  { user, cohortId = null, expiresAt = null }: NewEnrollment,
): Promise<store.EnrollmentRow | undefined> {
  const values = {
    ...{ user_id: user.id, course_id: course.id, cohort_id: cohortId, status: 'active' },
    ...{ enrolled_at: ctx.now, expires_at: expiresAt },
  }
  const row =
    (await store.insertEnrollment(ctx, values)) ??
    ((await endOver(ctx, user.id, course.id))
      ? await store.insertEnrollment(ctx, values)
      : undefined)
  if (!row) return undefined
  count(ctx, store.enrollmentList, 1, row)
  emit(ctx, 'enrollment.created', {
    ...{ enrollment_id: row.id, course_id: course.id, course_slug: course.slug },
    ...{ course_title: course.title, user, cohort_id: cohortId },
    expires_at: nullableTimestamp(expiresAt),
  })
  return { ...row, username: user.username }
}

/** Ends the member's enrollment in a course if its time is over; answers whether it was. */
async function endOver(ctx: Enrolling, userId: number, courseId: number): Promise<boolean> {
  const over = await store.lockOver(ctx, { userId, courseId, now: ctx.now })
  if (over) await changeEnrollment(ctx, over, { status: 'expired' })
  return over !== undefined
}
