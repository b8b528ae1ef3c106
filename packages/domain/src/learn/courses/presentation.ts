import type { components } from '@mobieus/contract'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import type { CourseRow } from './courses.store.ts'

type Course = components['schemas']['LearnCourse']

export const presentCourse = (row: CourseRow): Course => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  subtitle: row.subtitle,
  summary: row.summary,
  language: row.language,
  status: row.status as Course['status'],
  version: { number: row.version_number, status: row.status as Course['status'] },
  completion_rule: row.completion_rule as Course['completion_rule'],
  completion_min_score_pct: row.completion_min_score_pct,
  estimated_minutes: row.estimated_minutes,
  credit: {
    hours: row.credit_hours,
    kind: row.credit_kind,
    expires_after_months: row.credit_expires_after_months,
  },
  certificate_template_id: row.certificate_template_id,
  category_id: row.category_id,
  external_id: row.external_id,
  return_reason: row.return_reason,
  author: { id: row.author_id, username: row.username },
  module_count: row.module_count,
  lesson_count: row.lesson_count,
  activity_count: row.activity_count,
  created_at: timestamp(row.created_at),
  updated_at: timestamp(row.updated_at),
  published_at: nullableTimestamp(row.published_at),
  archived_at: nullableTimestamp(row.archived_at),
})
