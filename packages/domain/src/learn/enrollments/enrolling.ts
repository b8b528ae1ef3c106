import type { Emitting, Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { emit } from '../../kit/emit.ts'
import { nullableTimestamp } from '../../kit/present.ts'
import { noteChore } from '../../platform/work.ts'
import type { CourseRow } from '../courses/courses.store.ts'
import { changeEnrollment } from './completing.ts'
import { enrollmentExpiry } from './expiring.ts'
import * as store from './enrollments.store.ts'

interface Learner {
  readonly id: number
  readonly username: string
}

/** By which cohort, and until when, a member is enrolled. */
interface Terms {
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
  { user, ...terms }: Terms & { readonly user: Learner },
): Promise<store.EnrollmentRow | undefined> {
  const [row] = await insert(ctx, course, [user], terms)
  if (row || !(await endOver(ctx, course.id, [user.id]))) return row
  return (await insert(ctx, course, [user], terms))[0]
}

/** Enrolls many in the same way; answers the ids of the enrollments that were made, by their members. */
export async function enrollAll(
  ctx: Enrolling,
  course: CourseRow,
  users: readonly Learner[],
  terms: Terms,
): Promise<Map<number, number>> {
  const ids = users.map(({ id }) => id)
  if (ids.length === 0) return new Map()
  await endOver(ctx, course.id, ids)
  const rows = await insert(ctx, course, users, terms)
  return new Map(rows.map(({ user_id, id }) => [user_id, id]))
}

async function insert(
  ctx: Enrolling,
  course: CourseRow,
  users: readonly Learner[],
  { cohortId = null, expiresAt = null }: Terms,
): Promise<store.EnrollmentRow[]> {
  const same = { course_id: course.id, cohort_id: cohortId, status: 'active' }
  const times = { enrolled_at: ctx.now, expires_at: expiresAt }
  const made = await store.insertEnrollments(
    ctx,
    users.map(({ id: user_id }) => ({ user_id, ...same, ...times })),
  )
  if (expiresAt && made.length > 0) noteChore(ctx, enrollmentExpiry, expiresAt)
  const names = new Map(users.map(({ id, username }) => [id, username]))
  return made.map((row) => {
    const user = { id: row.user_id, username: names.get(row.user_id) as string }
    count(ctx, store.enrollmentList, 1, row)
    emit(ctx, 'enrollment.created', {
      ...{ enrollment_id: row.id, course_id: course.id, course_slug: course.slug },
      ...{ course_title: course.title, user, cohort_id: cohortId },
      expires_at: nullableTimestamp(expiresAt),
    })
    return { ...row, username: user.username }
  })
}

/** Ends enrollments of members in a course whose time is over; answers whether there were any. */
async function endOver(ctx: Enrolling, courseId: number, userIds: number[]): Promise<boolean> {
  const over = await store.lockOver(ctx, { userIds, courseId, now: ctx.now })
  for (const row of over) await changeEnrollment(ctx, row, { status: 'expired' })
  return over.length > 0
}
