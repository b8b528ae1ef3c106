import { count, emit, type SystemWriting } from '@mobieus/domain/kit'
import { attemptList, courseList, enrollmentList } from '@mobieus/domain/learn'
import type { Insert } from './cast.ts'

const COURSE = { id: 506, slug: 'do-you-know', title: 'Do you know?' }
const [AUTHOR, QUIZ] = [9, 536]
const RETRO = { id: 312, username: 'retroseller' }
const PIA = { id: 7, username: 'pixel_pia' }
const options = [
  { text: 'Pull the plug.', is_correct: true, match: null },
  { text: 'Open the case.', is_correct: false, match: null },
]
const asked = { kind: 'choice', text_markdown: 'What is done first?', points: 1 }
const feedback_markdown = 'The mains do not forgive.'

/** Questions of two quizzes, and attempts that are in progress and that wait for grading. */
export async function insertQuizCourse(ctx: SystemWriting, insert: Insert): Promise<void> {
  await insertQuiz(ctx, insert)
  const question = { ...asked, feedback_markdown, options: options }
  for (const [id, activity_id] of [
    [591, 531],
    [592, 531],
    [593, QUIZ],
  ])
    await insert('learn_questions', [
      { ...question, id, activity_id, position: id, created_at: ctx.now },
    ])
  await insertPaper(insert, 541, 591)
  await insertLearner(ctx, insert, 568, RETRO)
  await insertLearner(ctx, insert, 569, PIA)
  await insertAttempts(ctx, insert)
}

async function insertQuiz(ctx: SystemWriting, insert: Insert): Promise<void> {
  const { now } = ctx
  const times = { created_at: now, updated_at: now }
  await insert('learn_courses', [
    {
      ...{ ...COURSE, language: 'en', author_id: AUTHOR, hidden: false, version_number: 1 },
      ...{ completion_rule: 'required_activities', estimated_minutes: 5, status: 'published' },
      ...{ published_at: now, published_version: 1, ...times },
      ...{ module_count: 1, lesson_count: 1, activity_count: 1 },
    },
  ])
  count(ctx, courseList, 1, { status: 'published', author_id: AUTHOR, category_id: null })
  const within = { course_id: COURSE.id, position: 1, ...times }
  await insert('learn_modules', [{ id: 516, title: 'Safety', lesson_count: 1, ...within }])
  await insert('learn_lessons', [
    {
      ...{ id: 526, module_id: 516, title: 'The mains', activity_count: 1, ...within },
      content_markdown: 'Now say what you know.',
    },
  ])
  await insert('learn_activities', [
    {
      ...{ id: QUIZ, lesson_id: 526, kind: 'quiz', title: 'Do you know?', is_required: true },
      ...{ release_rule_kind: 'open', scoring_method: 'highest', shuffle_items: false },
      ...{ shuffle_options: false, feedback_timing: 'after_submission', review_rule: 'always' },
      ...within,
    },
  ])
}

async function insertLearner(
  ctx: SystemWriting,
  insert: Insert,
  id: number,
  user: typeof RETRO,
): Promise<void> {
  const { id: course_id, slug: course_slug, title: course_title } = COURSE
  const row = { id, user_id: user.id, course_id, status: 'active', progress_pct: 0 }
  await insert('learn_enrollments', [{ ...row, enrolled_at: ctx.now }])
  count(ctx, enrollmentList, 1, row)
  emit(ctx, 'enrollment.created', {
    ...{ enrollment_id: id, course_id, course_slug, course_title, user },
    ...{ cohort_id: null, expires_at: null },
  })
}

async function insertAttempts(ctx: SystemWriting, insert: Insert): Promise<void> {
  const attempt = { activity_id: QUIZ, started_at: ctx.now }
  const open = { ...attempt, enrollment_id: 568, user_id: RETRO.id, status: 'in_progress' }
  const waiting = { ...attempt, enrollment_id: 569, user_id: PIA.id, status: 'pending_review' }
  const rows = [
    { ...open, id: 542, number: 1 },
    { ...waiting, id: 543, number: 1, score_pct: 0, submitted_at: ctx.now },
    { ...open, id: 544, number: 2 },
  ]
  for (const row of rows) {
    await insert('learn_attempts', [row])
    count(ctx, attemptList, 1, row)
  }
  await insertPaper(insert, 542, 593)
  await insertPaper(insert, 543, 594, 'essay')
  await insertPaper(insert, 544, 593)
}

/** The paper of an attempt with one question, which is answered. */
async function insertPaper(
  insert: Insert,
  attempt_id: number,
  question_id: number,
  kind = 'choice',
) {
  const isChoice = kind === 'choice'
  const key = { choices: [1], matches: [], accepted: [], number: null, tolerance: null }
  const shown = { options: isChoice ? options.map(({ text }) => text) : [], matches: [] }
  const text = isChoice ? null : 'Because the mains do not forgive.'
  const answer = { choices: isChoice ? [1] : [], matches: [], text, number: null, file_id: null }
  const item = { ...asked, ...shown, kind, question_id, feedback_markdown, key }
  await insert('learn_attempt_papers', [
    {
      ...{ attempt_id, items: [{ ...item, points: isChoice ? 1 : 5 }] },
      ...{ answers: { [question_id]: answer }, grades: {} },
    },
  ])
}
