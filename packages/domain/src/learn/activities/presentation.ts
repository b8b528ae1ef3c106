import type { components } from '@mobieus/contract'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import type { ActivityRow } from './activities.store.ts'

type Activity = components['schemas']['LearnActivity']
type Assessment = components['schemas']['LearnAssessment']

const ASSESSED: readonly string[] = ['quiz', 'assignment']

/** Whether activities of a kind are assessed by attempts of our own. */
export const isAssessed = (kind: string): boolean => ASSESSED.includes(kind)

export const presentActivity = (row: ActivityRow): Activity => ({
  id: row.id,
  lesson_id: row.lesson_id,
  course_id: row.course_id,
  kind: row.kind as Activity['kind'],
  title: row.title,
  position: row.position,
  is_required: row.is_required,
  content_markdown: row.content_markdown,
  url: row.url,
  scorm_package_id: row.scorm_package_id,
  release_rule_kind: row.release_rule_kind as Activity['release_rule_kind'],
  release_after_at: nullableTimestamp(row.release_after_at),
  release_activity_id: row.release_activity_id,
  release_min_score_pct: row.release_min_score_pct,
  assessment: isAssessed(row.kind) ? presentAssessment(row) : null,
  created_at: timestamp(row.created_at),
  updated_at: timestamp(row.updated_at),
})

const presentAssessment = (row: ActivityRow): Assessment => ({
  max_attempts: row.max_attempts,
  time_limit_seconds: row.time_limit_seconds,
  scoring_method: row.scoring_method as Assessment['scoring_method'],
  pass_mark_pct: row.pass_mark_pct,
  feedback_timing: row.feedback_timing as Assessment['feedback_timing'],
  review_rule: row.review_rule as Assessment['review_rule'],
  shuffle_items: row.shuffle_items,
  shuffle_options: row.shuffle_options,
})
