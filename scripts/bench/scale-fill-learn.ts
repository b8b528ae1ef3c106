import type { Filled, InsertRows } from './scale-fill.ts'

/** The tables of courses. */
export const LEARN_TABLES = [
  'learn_categories',
  'learn_courses',
  'learn_modules',
  'learn_lessons',
  'learn_activities',
  'learn_questions',
  'learn_enrollments',
  'learn_attempts',
  'learn_certificates',
  'learn_certificate_templates',
  'learn_scorm_packages',
] as const

/** The parts of the first course, whatever the size. */
const PARTS = 100
const CATEGORIES = 50

/** Fills courses with those who take them: as many of each as rows, the first course has a hundredth of them. */
export async function fillLearning(insert: InsertRows, filled: Filled): Promise<void> {
  await fillCourses(insert, filled)
  await fillParts(insert, filled)
  await fillQuestions(insert, filled)
  await fillLearners(insert, filled)
}

/** Half of the courses are published, the rest are drafts. */
async function fillCourses(insert: InsertRows, { rows, from }: Filled): Promise<void> {
  const at = `now() - (${rows} - i) * interval '1 minute'`
  await insert(
    'learn_categories',
    'id, slug, name',
    `${from.learn_categories} + i, 'category-' || i, 'Category ' || i`,
    CATEGORIES,
  )
  await insert(
    'learn_courses',
    'id, slug, title, language, status, category_id, author_id, created_at, updated_at',
    `${from.learn_courses} + i, 'course-' || i, 'Course ' || i, 'en',
     case when i % 2 = 1 then 'published' else 'draft' end,
     ${from.learn_categories} + 1 + i % ${CATEGORIES}, ${from.users} + 1 + i % 100, ${at}, ${at}`,
  )
  await insert(
    'learn_certificate_templates',
    'id, name, title, body, created_at, updated_at',
    `${from.learn_certificate_templates} + i, 'Plain', 'Certificate', '{{learner}}', ${at}, ${at}`,
  )
  await insert(
    'learn_scorm_packages',
    'id, title, standard, status, uploader_id, file_name, size_bytes, created_at, updated_at',
    `${from.learn_scorm_packages} + i, 'Package ' || i, 'scorm_1_2',
     case when i % 2 = 1 then 'ready' else 'failed' end, ${from.users} + 1, 'p.zip', 1, ${at}, ${at}`,
  )
}

/** A module, a lesson and an activity of each course, and a hundred of each in the first; half of the activities are pages. */
async function fillParts(insert: InsertRows, { rows, from }: Filled): Promise<void> {
  const made = `created_at, updated_at`
  const first = `i <= ${PARTS}`
  const of = (table: 'learn_courses' | 'learn_modules' | 'learn_lessons') =>
    `case when ${first} then ${from[table]} + 1 else ${from[table]} + i end`
  await insert(
    'learn_modules',
    `id, course_id, title, position, ${made}`,
    `${from.learn_modules} + i, ${of('learn_courses')}, 'Module ' || i, i, now(), now()`,
    rows,
  )
  await insert(
    'learn_lessons',
    `id, course_id, module_id, title, content_markdown, position, ${made}`,
    `${from.learn_lessons} + i, ${of('learn_courses')}, ${of('learn_modules')}, 'Lesson ' || i,
     'Measure it first.', i, now(), now()`,
    rows,
  )
  await insert(
    'learn_activities',
    `id, course_id, lesson_id, kind, title, position, ${made}`,
    `${from.learn_activities} + i, ${of('learn_courses')}, ${of('learn_lessons')},
     case when i % 2 = 0 then 'page' else 'quiz' end, 'Activity ' || i, i, now(), now()`,
    rows,
  )
}

/** A question of each activity. */
async function fillQuestions(insert: InsertRows, { from }: Filled): Promise<void> {
  await insert(
    'learn_questions',
    'id, activity_id, kind, text_markdown, points, position, accepted, created_at',
    `${from.learn_questions} + i, ${from.learn_activities} + i, 'short_text', 'What is first?', 5, 1,
     '["the plug"]', now()`,
  )
}

/** An enrollment of each row; a third is active. The completed ones have attempts and certificates. */
async function fillLearners(insert: InsertRows, { id, rows, from }: Filled): Promise<void> {
  const at = `now() - (${rows} - i) * interval '1 second'`
  const member = `${from.users} + 1 + i % 100`
  const course = `${from.learn_courses} + 1 + i / 100`
  await insert(
    'learn_enrollments',
    'id, user_id, course_id, status, enrolled_at, completed_at',
    `${from.learn_enrollments} + i, ${member}, ${course},
     case when i % 3 = 0 then 'active' else 'completed' end, ${at},
     case when i % 3 <> 0 then ${at} end`,
  )
  await insert(
    'learn_attempts',
    'id, activity_id, enrollment_id, user_id, number, status, score_pct, passed, started_at',
    `${from.learn_attempts} + i, ${from.learn_activities} + 1 + i / 100, ${from.learn_enrollments} + i,
     ${member}, 1, case i % 4 when 0 then 'graded' when 2 then 'pending_review' else 'in_progress' end, 90, true, ${at}`,
  )
  await insert(
    'learn_attempt_papers',
    'attempt_id, items, answers',
    `${from.learn_attempts} + i,
     jsonb_build_array(jsonb_build_object('question_id', ${from.learn_questions} + 1 + i / 100,
       'kind', 'essay', 'text_markdown', 'Why?', 'points', 5, 'options', '[]'::jsonb,
       'matches', '[]'::jsonb, 'key', '{}'::jsonb)), '{}'`,
  )
  await insert(
    'learn_certificates',
    'id, serial, user_id, course_id, enrollment_id, status, recipient_name, course_title, issued_at',
    `${from.learn_certificates} + i, 'MC-' || ${id} || '-' || i, ${member}, ${course},
     ${from.learn_enrollments} + i, case when i % 5 = 0 then 'revoked' else 'issued' end,
     'Member', 'Course', ${at}`,
  )
}
