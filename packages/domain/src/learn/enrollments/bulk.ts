import { actingModerator, standingFault } from '../../core/acting-user.ts'
import { findMembersByAddress } from '../../core/users.store.ts'
import type { Handler } from '../../kit/context.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { audit } from '../../platform/audit.ts'
import { rankOf } from '../../platform/rank.rules.ts'
import { holdCourse } from '../courses/courses.store.ts'
import { countsOf, readRows, resultsOf } from './addresses.rules.ts'
import { enrollAll } from './enrolling.ts'
import { expiryOf, requireCohort } from './enrollments.ts'

export const enrollMembers: Handler<'enrollMembers'> = async (ctx, { path, body }) => {
  const { user: actor, role } = await actingModerator(ctx, body.actor_id)
  const expiresAt = expiryOf(body.expires_at, ctx.now)
  const course = await holdCourse(ctx, path.id)
  if (!course) throw notFound()
  if (course.status !== 'published') throw conflict('The course is not published.')
  await requireCohort(ctx, body.cohort_id)
  const rows = readRows(body.emails)
  const members = await findMembersByAddress(ctx, [...new Set(rows.map(({ key }) => key))])
  const ranked = members.map((member) => ({
    ...member,
    isAllowed: (member.id === actor.id || rankOf(member) < role) && !standingFault(member, ctx.now),
  }))
  const allowed = ranked.filter(({ isAllowed }) => isAllowed)
  const made = await enrollAll(ctx, course, allowed, { cohortId: body.cohort_id, expiresAt })
  const found = ranked.map(({ id: userId, email_key, isAllowed }) => {
    return [email_key, { userId, isAllowed, enrollmentId: made.get(userId) }] as const
  })
  const results = resultsOf(rows, new Map(found))
  const target = { kind: 'learn_course', id: course.id }
  const after = { user_ids: [...made.keys()] }
  if (made.size > 0) audit(ctx, 'learn_course.members_enrolled', target, { after, actor })
  return { data: { course_id: course.id, counts: countsOf(results), results } }
}
