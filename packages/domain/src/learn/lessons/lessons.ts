import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { noSuch, notFound } from '../../kit/problem.ts'
import { requireReleaseKept } from '../activities/releases.ts'
import type { Authoring } from '../courses/changes.ts'
import { findModule, type ModuleRow } from '../modules/modules.store.ts'
import { countBelow, countParts, lastPlace, markDeleted } from '../parts/parts.store.ts'
import { differing } from '../parts/differing.rules.ts'
import * as parts from '../parts/parts.ts'
import { regauge } from '../progress/regauging.ts'
import * as store from './lessons.store.ts'
import { presentLesson, presentListed } from './presentation.ts'

/** The lessons that a module has room for, and those of a whole course, whose outline is read at once. */
const [MOST_LESSONS, MOST_OF_COURSE] = [200, 1000]

export const listModuleLessons: Handler<'listModuleLessons'> = async (ctx, { path, query }) => {
  const page = openPage(ctx, { ...query, ...path })
  const within = await findModule(ctx, path.id)
  if (!within) throw notFound()
  const found = await store.listLessons(ctx, { module_id: within.id }, page)
  return closePage(page, found, presentListed)
}

export const createLesson: Handler<'createLesson'> = async (ctx, { path, body }) => {
  const { actor_id, ...fields } = body
  const { row: within, ...edited } = await parts.lockPart(ctx, findModule, path.id, actor_id)
  requireRoom(within)
  parts.requireRoom('lessons of the course', edited.course.lesson_count, MOST_OF_COURSE)
  const times = { created_at: ctx.now, updated_at: ctx.now }
  const place = { course_id: within.course_id, module_id: within.id }
  const position = lastPlace(ctx, 'lesson', within.id)
  const row = await store.insertLesson(ctx, { ...fields, ...times, ...place, position })
  await countBelow(ctx, 'lesson', [within.id])
  await countParts(ctx, row.course_id, ctx.now)
  parts.tellPart(ctx, edited, 'learn_lesson.created', row.id, { after: { title: row.title } })
  return { data: presentLesson(row) }
}

const requireRoom = ({ lesson_count }: ModuleRow) =>
  parts.requireRoom('lessons of the module', lesson_count, MOST_LESSONS)

export const getLesson: Handler<'getLesson'> = async (ctx, { path }) => {
  const row = await store.findLesson(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentLesson(row) }
}

export const updateLesson: Handler<'updateLesson'> = async (ctx, { path, body }) => {
  const { actor_id, ...fields } = body
  const { row, ...edited } = await parts.lockPart(ctx, store.findLesson, path.id, actor_id)
  const change = differing(row, fields)
  if (Object.keys(change).length === 0) return { data: presentLesson(row) }
  const { module_id } = change
  if (module_id !== undefined) requireRoom(await moduleOf(ctx, module_id, row.course_id))
  const position = module_id === undefined ? {} : { position: lastPlace(ctx, 'lesson', module_id) }
  const changed = { ...change, ...position, updated_at: ctx.now }
  const after = await store.updateLesson(ctx, row.id, changed)
  if (module_id !== undefined) await countBelow(ctx, 'lesson', [row.module_id, module_id])
  const told = { before: toldOf(row), after: toldOf(after) }
  parts.tellPart(ctx, edited, 'learn_lesson.updated', row.id, told)
  return { data: presentLesson(after) }
}

const toldOf = ({ title, module_id }: store.LessonRow) => ({ title, module_id })

/** The module that a lesson moves to, which is of its course. */
async function moduleOf(ctx: Authoring, id: number, courseId: number): Promise<ModuleRow> {
  const within = await findModule(ctx, id)
  if (within?.course_id !== courseId) throw noSuch('module_id')
  return within
}

export const deleteLesson: Handler<'deleteLesson'> = async (ctx, { path, body }) => {
  const { row, ...edited } = await parts.lockPart(ctx, store.findLesson, path.id, body?.actor_id)
  await requireReleaseKept(ctx, 'lesson_id', [row.id])
  await markDeleted(ctx, 'activity', 'lesson_id', [row.id], ctx.now)
  await markDeleted(ctx, 'lesson', 'id', [row.id], ctx.now)
  await countBelow(ctx, 'lesson', [row.module_id])
  await countParts(ctx, row.course_id, ctx.now)
  regauge(ctx, row.course_id)
  parts.tellPart(ctx, edited, 'learn_lesson.deleted', row.id, { before: toldOf(row) })
  return { data: { id: row.id, deleted: true } }
}

export const orderLessons: Handler<'orderLessons'> = async (ctx, { path, body }) => {
  const { row, ...edited } = await parts.lockPart(ctx, findModule, path.id, body.actor_id)
  return parts.orderParts(ctx, edited, 'lesson', row.id, body.ids)
}
