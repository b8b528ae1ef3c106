import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { invalidField, noSuch, notFound } from '../../kit/problem.ts'
import { instantOf } from '../../platform/events.rules.ts'
import type { Authoring } from '../courses/changes.ts'
import { findLesson, type LessonRow } from '../lessons/lessons.store.ts'
import { countBelow, countParts, lastPlace, markDeleted } from '../parts/parts.store.ts'
import { differing } from '../parts/differing.rules.ts'
import * as parts from '../parts/parts.ts'
import { regauge } from '../progress/regauging.ts'
import { findPackage } from '../scorm-packages/scorm-packages.store.ts'
import {
  releaseOf,
  requireOwnFields,
  requireWhole,
  type OwnFields,
  type Release,
} from './activities.rules.ts'
import * as store from './activities.store.ts'
import { isAssessed, presentActivity } from './presentation.ts'
import { requireNoCircle, requireReleaseKept } from './releases.ts'

const [MOST_OF_LESSON, MOST_OF_COURSE] = [100, 1000]

export const listLessonActivities: Handler<'listLessonActivities'> = async (
  ctx,
  { path, query },
) => {
  const page = openPage(ctx, { ...query, ...path })
  const lesson = await findLesson(ctx, path.id)
  if (!lesson) throw notFound()
  const found = await store.listActivities(ctx, { lesson_id: lesson.id }, page)
  return closePage(page, found, presentActivity)
}

export const createActivity: Handler<'createActivity'> = async (ctx, { path, body }) => {
  const { actor_id, kind, ...asked } = body
  const { row: lesson, ...edited } = await parts.lockPart(ctx, findLesson, path.id, actor_id)
  requireRoom(lesson)
  parts.requireRoom('activities of the course', edited.course.activity_count, MOST_OF_COURSE)
  const made = changeOf({ ...NEW, kind }, asked)
  await requirePossible(ctx, { ...NEW, ...made, kind, id: 0, course_id: lesson.course_id })
  const place = { course_id: lesson.course_id, lesson_id: lesson.id }
  const times = { created_at: ctx.now, updated_at: ctx.now }
  const position = lastPlace(ctx, 'activity', lesson.id)
  const row = await store.insertActivity(ctx, {
    ...{ ...made, title: asked.title, kind, ...place, ...times, position },
  })
  await countBelow(ctx, 'activity', [lesson.id])
  await countParts(ctx, row.course_id, ctx.now)
  regauge(ctx, row.course_id)
  parts.tellPart(ctx, edited, 'learn_activity.created', row.id, { after: toldOf(row) })
  return { data: presentActivity(row) }
}

/** An activity before anything is said of it. */
const NEW = {
  ...{ title: '', content_markdown: null, url: null, scorm_package_id: null },
  ...{ release_rule_kind: 'open', release_after_at: null, release_activity_id: null },
  ...{ release_min_score_pct: null },
} as const

type Asked = Omit<components['schemas']['LearnActivityUpdate'], 'actor_id'>
/** The columns that a request sets. */
function changeOf(
  before: Release & { readonly kind: string },
  { assessment, release_after_at: after, ...asked }: Asked,
): Partial<store.ActivityRow> {
  if (assessment && !isAssessed(before.kind))
    throw invalidField('assessment', 'not_allowed', `is not for the kind ${before.kind}`)
  const release_after_at = after === undefined || after === null ? after : instantOf(after)
  const release = { ...asked, ...(release_after_at !== undefined && { release_after_at }) }
  return { ...asked, ...assessment, ...releaseOf(before, release) }
}

/** `422` unless all that an activity has fits together. */
async function requirePossible(
  ctx: Authoring,
  row: OwnFields & Release & Pick<store.ActivityRow, 'id' | 'title' | 'course_id'>,
): Promise<void> {
  requireOwnFields(row)
  requireWhole(row)
  if (row.scorm_package_id !== null && !(await findPackage(ctx, row.scorm_package_id)))
    throw noSuch('scorm_package_id')
  await requireNoCircle(ctx, row.course_id, row, row.release_activity_id)
}

const requireRoom = ({ activity_count }: LessonRow) =>
  parts.requireRoom('activities of the lesson', activity_count, MOST_OF_LESSON)

const toldOf = ({ title, kind, lesson_id, release_rule_kind }: store.ActivityRow) => ({
  ...{ title, kind, lesson_id, release_rule_kind },
})

export const getActivity: Handler<'getActivity'> = async (ctx, { path }) => {
  const row = await store.findActivity(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentActivity(row) }
}

export const updateActivity: Handler<'updateActivity'> = async (ctx, { path, body }) => {
  const { actor_id, ...asked } = body
  const { row, ...edited } = await parts.lockPart(ctx, store.findActivity, path.id, actor_id)
  const change = differing(row, changeOf(row, asked))
  if (Object.keys(change).length === 0) return { data: presentActivity(row) }
  await requirePossible(ctx, { ...row, ...change })
  const { lesson_id } = change as { lesson_id?: number }
  const moves = lesson_id !== undefined
  if (moves) requireRoom(await lessonOf(ctx, lesson_id, row.course_id))
  const position = moves ? { position: lastPlace(ctx, 'activity', lesson_id) } : {}
  const changed = { ...change, ...position, updated_at: ctx.now }
  const after = await store.updateActivity(ctx, row.id, changed)
  if (moves) await countBelow(ctx, 'activity', [row.lesson_id, lesson_id])
  if ('is_required' in change) regauge(ctx, row.course_id)
  const told = { before: toldOf(row), after: toldOf(after) }
  parts.tellPart(ctx, edited, 'learn_activity.updated', row.id, told)
  return { data: presentActivity(after) }
}

/** The lesson that an activity moves to, which is of its course. */
async function lessonOf(ctx: Authoring, id: number, courseId: number): Promise<LessonRow> {
  const lesson = await findLesson(ctx, id)
  if (lesson?.course_id !== courseId) throw noSuch('lesson_id')
  return lesson
}

export const deleteActivity: Handler<'deleteActivity'> = async (ctx, { path, body }) => {
  const actorId = body?.actor_id
  const { row, ...edited } = await parts.lockPart(ctx, store.findActivity, path.id, actorId)
  await requireReleaseKept(ctx, 'id', [row.id])
  await markDeleted(ctx, 'activity', 'id', [row.id], ctx.now)
  await countBelow(ctx, 'activity', [row.lesson_id])
  await countParts(ctx, row.course_id, ctx.now)
  regauge(ctx, row.course_id)
  parts.tellPart(ctx, edited, 'learn_activity.deleted', row.id, { before: toldOf(row) })
  return { data: { id: row.id, deleted: true } }
}

export const orderActivities: Handler<'orderActivities'> = async (ctx, { path, body }) => {
  const { row, ...edited } = await parts.lockPart(ctx, findLesson, path.id, body.actor_id)
  return parts.orderParts(ctx, edited, 'activity', row.id, body.ids)
}
