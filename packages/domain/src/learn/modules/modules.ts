import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { notFound } from '../../kit/problem.ts'
import { findCourse } from '../courses/courses.store.ts'
import * as store from './modules.store.ts'

export const listCourseModules: Handler<'listCourseModules'> = async (ctx, { path, query }) => {
  const page = openPage(ctx, { ...query, ...path })
  const course = await findCourse(ctx, path.id)
  if (!course) throw notFound()
  return closePage(
    page,
    await store.listModules(ctx, { course_id: course.id }, page),
    presentModule,
  )
}

export const presentModule = (row: store.ModuleRow): components['schemas']['LearnModule'] => ({
  id: row.id,
  course_id: row.course_id,
  title: row.title,
  summary: row.summary,
  position: row.position,
  lesson_count: row.lesson_count,
  created_at: timestamp(row.created_at),
  updated_at: timestamp(row.updated_at),
})
