import type { Part } from '../part.ts'
import { ACTIVITY } from './activities.ts'
import { ACTIVE } from './enrollments.ts'

const RETRO = 312
/** A course whose only activity is a page: with it the course is completed. */
const SHORT = { id: 505, slug: 'before-you-open-it', title: 'Before you open it' }
const [MODULE, LESSON, PAGE, ENROLLMENT] = [513, 523, 533, 557]

export const part: Part = {
  ids: { completeActivity: PAGE, listEnrollmentProgress: ACTIVE },
  furnish({ at, insert, now, slugAt }) {
    const times = { created_at: now, updated_at: now }
    const [{ title }, course_id] = [SHORT, at(SHORT.id)]
    const counts = { module_count: 1, lesson_count: 1, activity_count: 1 }
    insert('learn_courses', [
      {
        ...{ id: course_id, slug: slugAt(SHORT.slug), title, language: 'en', author_id: at(9) },
        ...{ status: 'published', published_at: now, published_version: 1, ...counts, ...times },
      },
    ])
    const within = { course_id, position: 1, ...times }
    insert('learn_modules', [{ id: at(MODULE), title, lesson_count: 1, ...within }])
    insert('learn_lessons', [
      { id: at(LESSON), module_id: at(MODULE), title, activity_count: 1, ...within },
    ])
    insert('learn_activities', [
      {
        ...{ id: at(PAGE), lesson_id: at(LESSON), kind: 'page', title: 'Pull the plug' },
        ...{ content_markdown: 'Then wait for a minute.', ...within },
      },
    ])
    insert('learn_enrollments', [
      { id: at(ENROLLMENT), user_id: at(RETRO), course_id, status: 'active', enrolled_at: now },
    ])
    insert('learn_progress', [
      {
        ...{ enrollment_id: at(ACTIVE), activity_id: at(ACTIVITY), state: 'started', seconds: 40 },
        ...{ started_at: now, updated_at: now },
      },
    ])
  },
}
