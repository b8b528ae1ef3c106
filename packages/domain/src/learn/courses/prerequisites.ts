import type { components } from '@mobieus/contract'
import type { Acting } from '../../core/acting-user.ts'
import type { Handler } from '../../kit/context.ts'
import { conflict, invalidField, noSuch, notFound } from '../../kit/problem.ts'
import { audit } from '../../platform/audit.ts'
import { MODERATOR } from '../../platform/rank.rules.ts'
import { lockForAuthor, requireEditable, type Authoring } from './changes.ts'
import { findCourse, type CourseRow } from './courses.store.ts'
import * as store from './prerequisites.store.ts'

export const getCoursePrerequisites: Handler<'getCoursePrerequisites'> = async (ctx, { path }) => {
  if (!(await findCourse(ctx, path.id))) throw notFound()
  return { data: present(await store.listRequired(ctx, path.id)) }
}

export const setCoursePrerequisites: Handler<'setCoursePrerequisites'> = async (
  ctx,
  { path, body },
) => {
  const [course, by] = await lockForAuthor(ctx, path.id, body.actor_id)
  requireEditable(course)
  await store.lockPrerequisites(ctx)
  const before = (await store.listRequired(ctx, course.id)).map(({ id }) => id)
  const asked = body.course_ids.toSorted((a, b) => a - b)
  await requirePossible(ctx, course, body.course_ids)
  if (asked.join() !== before.join()) {
    await store.replaceRequired(ctx, course.id, asked)
    const change = { before: { course_ids: before }, after: { course_ids: asked }, actor: by }
    const target = { kind: 'learn_course', id: course.id }
    if (by.id !== course.author_id) audit(ctx, 'learn_course.prerequisites_set', target, change)
  }
  return { data: present(await store.listRequired(ctx, course.id)) }
}

/** `422` unless all of these courses are there, and none of them asks for this one in turn. */
async function requirePossible(
  ctx: Authoring,
  course: CourseRow,
  asked: readonly number[],
): Promise<void> {
  const there = await store.findSlugs(ctx, asked)
  const unknown = asked.findIndex((id) => !there.has(id))
  if (unknown >= 0) throw noSuch(`course_ids[${unknown}]`)
  const circle = await circleOf(ctx, course.id, asked)
  if (!circle) return
  const slugs = await store.findSlugs(ctx, circle)
  const told = circle.map((id) => slugs.get(id)).join(' → ')
  const place = asked.indexOf(circle[1] as number)
  throw invalidField(`course_ids[${place}]`, 'circle', `makes a circle: ${told}`)
}

/** The shortest way from a course back to itself, if it asked for these; `undefined` where there is none. */
async function circleOf(
  ctx: Authoring,
  courseId: number,
  asked: readonly number[],
): Promise<number[] | undefined> {
  const askedBy = new Map(asked.map((id) => [id, courseId]))
  for (let front = [...asked]; front.length > 0 && !askedBy.has(courseId);) {
    const further = await store.listAsked(ctx, front)
    front = []
    for (const { course_id, required_course_id: id } of further)
      if (!askedBy.has(id)) {
        askedBy.set(id, course_id)
        front.push(id)
      }
  }
  if (!askedBy.has(courseId)) return undefined
  const way = [courseId]
  do way.unshift(askedBy.get(way[0] as number) as number)
  while (way[0] !== courseId)
  return way
}

/**
 * `409 conflict` where a member who enrolls in person has not completed what the course asks for. The course's author
 * and moderators decide by themselves.
 */
export async function requirePrerequisites(
  ctx: Authoring,
  actor: Acting,
  course: CourseRow,
  learnerId: number,
): Promise<void> {
  const decides = actor.role >= MODERATOR || actor.user.id === course.author_id
  if (decides || actor.user.id !== learnerId) return
  const missing = await store.listMissing(ctx, course.id, learnerId)
  if (missing.length === 0) return
  const told = missing.map(({ slug }) => slug).join(', ')
  throw conflict(`The course asks for others that are not completed: ${told}.`, 'course_id')
}

const present = (
  rows: readonly store.RequiredRow[],
): components['schemas']['LearnPrerequisites'] => ({
  course_ids: rows.map(({ id }) => id),
  courses: rows.map(({ id, slug, title, status }) => ({
    ...{ id, slug, title },
    status: status as components['schemas']['LearnCourseStatus'],
  })),
})
