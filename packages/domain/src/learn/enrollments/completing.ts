import type { Emitting, Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { emit } from '../../kit/emit.ts'
import { timestamp } from '../../kit/present.ts'
import { issueCertificate } from '../certificates/issuing.ts'
import type { CourseRow } from '../courses/courses.store.ts'
import * as store from './enrollments.store.ts'

type Completing = Writing & { readonly now: Date } & Emitting<
    'course.completed' | 'certificate.issued'
  >

/**
 * Completes an active enrollment that is locked, with its certificate and both events: all of it is one transaction.
 * Answers the enrollment as it is then.
 */
export async function completeCourse(
  ctx: Completing,
  row: store.EnrollmentRow,
  course: CourseRow,
  score_pct: number | null = row.score_pct,
): Promise<store.EnrollmentRow> {
  const done = { status: 'completed', progress_pct: 100, score_pct, completed_at: ctx.now }
  const after = await changeEnrollment(ctx, row, done)
  emit(ctx, 'course.completed', {
    ...{ enrollment_id: row.id, course_id: course.id, course_slug: course.slug },
    ...{ course_title: course.title, user: { id: row.user_id, username: row.username } },
    ...{ score_pct, completed_at: timestamp(ctx.now) },
  })
  await issueCertificate(ctx, after, course)
  return after
}

/** Writes a change of an enrollment that is locked, and moves it between the counters. */
export async function changeEnrollment(
  ctx: Writing,
  row: store.EnrollmentRow,
  change: Parameters<typeof store.updateEnrollment>[2],
): Promise<store.EnrollmentRow> {
  await store.updateEnrollment(ctx, row.id, change)
  const after = { ...row, ...change } as store.EnrollmentRow
  if (after.status !== row.status) {
    count(ctx, store.enrollmentList, -1, row)
    count(ctx, store.enrollmentList, 1, after)
  }
  return after
}
