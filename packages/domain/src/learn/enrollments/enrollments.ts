import type { components } from '@mobieus/contract'
import {
  actingMember,
  requireOwnerOrModerator,
  standingMember,
  type Acting,
} from '../../core/acting-user.ts'
import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { conflict, invalidField, noSuch, notFound, problem } from '../../kit/problem.ts'
import { together } from '../../kit/together.ts'
import { audit } from '../../platform/audit.ts'
import { MODERATOR } from '../../platform/rank.rules.ts'
import { instantOf } from '../../platform/events.rules.ts'
import { findCohort } from '../cohorts/cohorts.store.ts'
import type { Authoring } from '../courses/changes.ts'
import { requireTeacher } from '../courses/teaching.ts'
import { findCourse, holdCourse, type CourseRow } from '../courses/courses.store.ts'
import { requirePrerequisites } from '../courses/prerequisites.ts'
import { changeEnrollment, completeCourse } from './completing.ts'
import { enroll } from './enrolling.ts'
import * as store from './enrollments.store.ts'

type Enrollment = components['schemas']['LearnEnrollment']

export const listEnrollments: Handler<'listEnrollments'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listEnrollments(ctx, query, page), presentEnrollment)
}

export const createEnrollment: Handler<'createEnrollment'> = async (ctx, { body }) => {
  const { user_id, course_id, cohort_id, actor_id } = body
  const expiresAt = expiryOf(body.expires_at, ctx.now)
  const [actor, user, course] = await together([
    actingMember(ctx, 'actor_id', actor_id),
    standingMember(ctx, 'user_id', user_id),
    courseOf(ctx, course_id),
    requireCohort(ctx, cohort_id),
  ])
  requireOpen(actor, course, cohort_id)
  await requireTaught(ctx, actor, course, user.id)
  if (course.status !== 'published') throw conflict('The course is not published.', 'course_id')
  await requirePrerequisites(ctx, actor, course, user.id)
  const row = await enroll(ctx, course, { user, cohortId: cohort_id, expiresAt })
  if (row) return { data: presentEnrollment(row) }
  const existing_id = (await store.findActive(ctx, user.id, course.id))?.id
  throw problem('conflict', 'The member is enrolled in the course.', { facts: { existing_id } })
}

/** The time until which an enrollment is asked for. */
export function expiryOf(asked: string | undefined, now: Date): Date | null {
  if (asked === undefined) return null
  const at = instantOf(asked)
  if (at <= now) throw invalidField('expires_at', 'too_early', 'must be in the future')
  return at
}

/** Learners find no course that is hidden, and put nobody into a cohort: both is for its author and for moderators. */
function requireOpen(actor: Acting, course: CourseRow, cohortId: number | undefined): void {
  if (actor.user.id === course.author_id || actor.role >= MODERATOR) return
  if (course.hidden) throw noSuch('course_id')
  if (cohortId !== undefined)
    throw invalidField(
      'cohort_id',
      'not_allowed',
      'is set by the author of the course or a moderator',
    )
}

async function courseOf(ctx: Authoring, id: number): Promise<CourseRow> {
  const course = await holdCourse(ctx, id)
  if (!course) throw noSuch('course_id')
  return course
}

/** `422` unless the cohort that is asked for is there. */
export async function requireCohort(ctx: Authoring, id: number | undefined): Promise<void> {
  if (id !== undefined && !(await findCohort(ctx, id))) throw noSuch('cohort_id')
}

/** Members decide on their own enrollments; on others' the course's author does, and moderators. */
async function requireTaught(
  ctx: Authoring,
  actor: Acting,
  course: CourseRow,
  learnerId: number,
): Promise<void> {
  if (actor.user.id === course.author_id) return
  await requireOwnerOrModerator(ctx, 'actor_id', actor, learnerId)
}

export const getEnrollment: Handler<'getEnrollment'> = async (ctx, { path }) => {
  const row = await store.findEnrollment(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentEnrollment(row) }
}

export const cancelEnrollment: Handler<'cancelEnrollment'> = async (ctx, { path, body }) => {
  const { actor, row, course } = await lockTaught(ctx, path.id, body?.actor_id)
  await requireTaught(ctx, actor, course, row.user_id)
  requireActive(row)
  const cancel_reason = body?.reason ?? null
  const change = { status: 'cancelled', cancelled_at: ctx.now, cancel_reason }
  const after = await changeEnrollment(ctx, row, change)
  tell(ctx, 'learn_enrollment.cancelled', row, after, actor.user)
  return { data: presentEnrollment(after) }
}

export const completeEnrollment: Handler<'completeEnrollment'> = async (ctx, { path, body }) => {
  const { actor, row, course } = await lockTaught(ctx, path.id, body?.actor_id)
  if (actor.user.id === row.user_id) throw invalidField('actor_id', 'not_allowed', 'is the learner')
  await requireTeacher(ctx, actor, course, row.user_id)
  requireActive(row)
  const after = await completeCourse(ctx, row, course, body?.score_pct ?? row.score_pct)
  tell(ctx, 'learn_enrollment.completed', row, after, actor.user)
  return { data: presentEnrollment(after) }
}

/** An enrollment, locked, with its course and the member who acts. */
async function lockTaught(ctx: Authoring, id: number, actorId: number | undefined) {
  const actor = await actingMember(ctx, 'actor_id', actorId)
  const row = await store.lockEnrollment(ctx, id)
  const course = row && (await findCourse(ctx, row.course_id))
  if (!row || !course) throw notFound()
  return { actor, row, course }
}

function requireActive({ status }: store.EnrollmentRow): void {
  if (status !== 'active') throw conflict(`The enrollment is ${status}.`)
}

/** Tells in the audit log what was done to another member's enrollment. */
function tell(
  ctx: Authoring,
  action: `learn_enrollment.${string}`,
  before: store.EnrollmentRow,
  after: store.EnrollmentRow,
  by: Acting['user'],
): void {
  if (by.id === before.user_id) return
  const told = ({ status, score_pct }: store.EnrollmentRow) => ({ status, score_pct })
  const target = { kind: 'learn_enrollment', id: before.id }
  audit(ctx, action, target, { before: told(before), after: told(after), actor: by })
}

export const presentEnrollment = (row: store.EnrollmentRow): Enrollment => ({
  id: row.id,
  user_id: row.user_id,
  course_id: row.course_id,
  cohort_id: row.cohort_id,
  status: row.status as Enrollment['status'],
  progress_pct: row.progress_pct,
  score_pct: row.score_pct,
  enrolled_at: timestamp(row.enrolled_at),
  expires_at: nullableTimestamp(row.expires_at),
  completed_at: nullableTimestamp(row.completed_at),
  cancelled_at: nullableTimestamp(row.cancelled_at),
  cancel_reason: row.cancel_reason,
})
