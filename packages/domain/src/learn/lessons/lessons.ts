import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { notFound } from '../../kit/problem.ts'
import { findModule } from '../modules/modules.store.ts'
import * as store from './lessons.store.ts'

export const listModuleLessons: Handler<'listModuleLessons'> = async (ctx, { path, query }) => {
  const page = openPage(ctx, { ...query, ...path })
  const within = await findModule(ctx, path.id)
  if (!within) throw notFound()
  return closePage(
    page,
    await store.listLessons(ctx, { module_id: within.id }, page),
    presentListed,
  )
}

const presentListed = (row: store.ListedRow): components['schemas']['LearnLessonListed'] => ({
  id: row.id,
  module_id: row.module_id,
  course_id: row.course_id,
  title: row.title,
  estimated_minutes: row.estimated_minutes,
  position: row.position,
  activity_count: row.activity_count,
  created_at: timestamp(row.created_at),
  updated_at: timestamp(row.updated_at),
})
