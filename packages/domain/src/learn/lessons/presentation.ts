import type { components } from '@mobieus/contract'
import { timestamp } from '../../kit/present.ts'
import type { LessonRow, ListedRow } from './lessons.store.ts'

type Listed = components['schemas']['LearnLessonListed']

export const presentListed = (row: ListedRow): Listed => ({
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

export const presentLesson = (row: LessonRow): components['schemas']['LearnLesson'] => ({
  ...presentListed(row),
  content_markdown: row.content_markdown,
})
