import type { components } from '@mobieus/contract'
import { timestamp } from '../../kit/present.ts'
import type { ModuleRow } from './modules.store.ts'

export const presentModule = (row: ModuleRow): components['schemas']['LearnModule'] => ({
  id: row.id,
  course_id: row.course_id,
  title: row.title,
  summary: row.summary,
  position: row.position,
  lesson_count: row.lesson_count,
  created_at: timestamp(row.created_at),
  updated_at: timestamp(row.updated_at),
})
