import { count, emit, type SystemWriting } from '@mobieus/domain/kit'
import { courseList, enrollmentList } from '@mobieus/domain/learn'
import type { Insert } from './cast.ts'

const COURSE = { id: 505, slug: 'before-you-open-it', title: 'Before you open it' }
const [AUTHOR, RETRO] = [9, { id: 312, username: 'retroseller' }]

/** A course of a page that a member is about to complete, and the quiz that the member has begun in another one. */
export async function insertShortCourse(ctx: SystemWriting, insert: Insert): Promise<void> {
  const { now } = ctx
  const [course_id, times] = [COURSE.id, { created_at: now, updated_at: now }]
  await insert('learn_courses', [
    {
      ...{ ...COURSE, language: 'en', author_id: AUTHOR, hidden: false, version_number: 1 },
      ...{ completion_rule: 'required_activities', estimated_minutes: 5, status: 'published' },
      ...{ published_at: now, published_version: 1, ...times },
      ...{ module_count: 1, lesson_count: 1, activity_count: 1 },
    },
  ])
  count(ctx, courseList, 1, { status: 'published', author_id: AUTHOR, category_id: null })
  const within = { course_id, position: 1, ...times }
  await insert('learn_modules', [{ id: 513, title: 'Safety', lesson_count: 1, ...within }])
  await insert('learn_lessons', [
    {
      ...{ id: 523, module_id: 513, title: 'The mains', activity_count: 1, ...within },
      content_markdown: 'It is the one thing that does not forgive.',
    },
  ])
  await insert('learn_activities', [
    {
      ...{ id: 533, lesson_id: 523, kind: 'page', title: 'Pull the plug', is_required: true },
      ...{ content_markdown: 'Then wait for a minute.', release_rule_kind: 'open', ...within },
    },
  ])
  await insertLearner(ctx, insert)
}

async function insertLearner(ctx: SystemWriting, insert: Insert): Promise<void> {
  const { now } = ctx
  const { id: course_id, slug: course_slug, title: course_title } = COURSE
  const row = { id: 557, user_id: RETRO.id, course_id, status: 'active', progress_pct: 0 }
  await insert('learn_enrollments', [{ ...row, enrolled_at: now }])
  count(ctx, enrollmentList, 1, row)
  emit(ctx, 'enrollment.created', {
    ...{ enrollment_id: row.id, course_id, course_slug, course_title, user: RETRO },
    ...{ cohort_id: null, expires_at: null },
  })
  const started = { state: 'started', seconds: 40, started_at: now, updated_at: now }
  await insert('learn_progress', [{ enrollment_id: 551, activity_id: 531, ...started }])
}
