import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { notFound } from '../../kit/problem.ts'
import { findLesson } from '../lessons/lessons.store.ts'
import * as store from './activities.store.ts'
import { presentActivity } from './presentation.ts'

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

export const getActivity: Handler<'getActivity'> = async (ctx, { path }) => {
  const row = await store.findActivity(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentActivity(row) }
}
