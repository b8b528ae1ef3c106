import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { notFound } from '../../kit/problem.ts'
import { requireReleaseKept } from '../activities/releases.ts'
import { findCourse } from '../courses/courses.store.ts'
import { listPartIds, lastPlace, markDeleted, countParts } from '../parts/parts.store.ts'
import { differing } from '../parts/differing.rules.ts'
import * as parts from '../parts/parts.ts'
import { regauge } from '../progress/regauging.ts'
import * as store from './modules.store.ts'
import { presentModule } from './presentation.ts'

const MOST_MODULES = 200

export const listCourseModules: Handler<'listCourseModules'> = async (ctx, { path, query }) => {
  const page = openPage(ctx, { ...query, ...path })
  const course = await findCourse(ctx, path.id)
  if (!course) throw notFound()
  const found = await store.listModules(ctx, { course_id: course.id }, page)
  return closePage(page, found, presentModule)
}

export const createModule: Handler<'createModule'> = async (ctx, { path, body }) => {
  const { actor_id, ...fields } = body
  const edited = await parts.lockEdited(ctx, path.id, actor_id)
  parts.requireRoom('modules of the course', edited.course.module_count, MOST_MODULES)
  const times = { created_at: ctx.now, updated_at: ctx.now }
  const position = lastPlace(ctx, 'module', path.id)
  const row = await store.insertModule(ctx, { ...fields, ...times, course_id: path.id, position })
  await countParts(ctx, path.id, ctx.now)
  parts.tellPart(ctx, edited, 'learn_module.created', row.id, { after: { title: row.title } })
  return { data: presentModule(row) }
}

export const getModule: Handler<'getModule'> = async (ctx, { path }) => {
  const row = await store.findModule(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentModule(row) }
}

export const updateModule: Handler<'updateModule'> = async (ctx, { path, body }) => {
  const { actor_id, ...fields } = body
  const { row, ...edited } = await parts.lockPart(ctx, store.findModule, path.id, actor_id)
  const change = differing(row, fields)
  if (Object.keys(change).length === 0) return { data: presentModule(row) }
  const after = await store.updateModule(ctx, row.id, { ...change, updated_at: ctx.now })
  const told = { before: { title: row.title }, after: { title: after.title } }
  parts.tellPart(ctx, edited, 'learn_module.updated', row.id, told)
  return { data: presentModule(after) }
}

export const deleteModule: Handler<'deleteModule'> = async (ctx, { path, body }) => {
  const { row, ...edited } = await parts.lockPart(ctx, store.findModule, path.id, body?.actor_id)
  const lessons = await listPartIds(ctx, 'lesson', row.id)
  await requireReleaseKept(ctx, 'lesson_id', lessons)
  await markDeleted(ctx, 'activity', 'lesson_id', lessons, ctx.now)
  await markDeleted(ctx, 'lesson', 'module_id', [row.id], ctx.now)
  await markDeleted(ctx, 'module', 'id', [row.id], ctx.now)
  await countParts(ctx, row.course_id, ctx.now)
  regauge(ctx, row.course_id)
  parts.tellPart(ctx, edited, 'learn_module.deleted', row.id, { before: { title: row.title } })
  return { data: { id: row.id, deleted: true } }
}

export const orderModules: Handler<'orderModules'> = async (ctx, { path, body }) => {
  const edited = await parts.lockEdited(ctx, path.id, body.actor_id)
  return parts.orderParts(ctx, edited, 'module', path.id, body.ids)
}
