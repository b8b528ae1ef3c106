import { grownId, type Part, type Place } from '../part.ts'
import { ACTIVITY } from './activities.ts'
import { ATTEMPT } from './attempts.ts'

const [RETRO, PIA] = [312, 7]
/** The one of the examples, and the one to delete. */
const [QUESTION, DELETED] = [591, 592]
/** A course whose only activity is a quiz: with its attempts the course is completed. */
const COURSE = { id: 506, slug: 'do-you-know', title: 'Do you know?' }
const [MODULE, LESSON, QUIZ] = [516, 526, 536]
/** Attempts to submit, to grade and to answer. */
const [SUBMITTED, GRADED, ANSWERED] = [542, 543, 544]
/** The choice and the essay of those. */
const [CHOICE, ESSAY] = [593, 594]

export const part: Part = {
  ids: {
    ...{ questions: DELETED, listQuestions: ACTIVITY, createQuestion: ACTIVITY },
    ...{ submitAttempt: SUBMITTED, gradeAttempt: GRADED, returnAttempt: GRADED },
    ...{ saveAttemptAnswers: ANSWERED },
  },
  furnish(place) {
    const { at, insert } = place
    insert('learn_questions', [
      questionOf(place, at(QUESTION), at(ACTIVITY)),
      questionOf(place, at(DELETED), at(ACTIVITY)),
      questionOf(place, at(CHOICE), at(QUIZ)),
    ])
    insertPaper(place, at(ATTEMPT), at(QUESTION))
    insertQuiz(place)
    insertAttempts(place)
  },
  grow: (place, numbers) =>
    place.insert(
      'learn_questions',
      // Before those of the examples, as other lists have what is new before what is old.
      numbers.map((i) => ({
        ...questionOf(place, grownId(i), place.at(ACTIVITY)),
        position: i + 1,
      })),
    ),
}

const options = [
  { text: 'Pull the plug.', is_correct: true, match: null },
  { text: 'Open the case.', is_correct: false, match: null },
]
const PLACE = 1_000_000
const asked = { kind: 'choice', text_markdown: 'What is done first?', points: 1 }
const feedback_markdown = 'The mains do not forgive.'

const questionOf = ({ now }: Place, id: number, activity_id: number) => ({
  ...{ ...asked, id, activity_id, position: PLACE + id, feedback_markdown, created_at: now },
  options: options as never,
})

const key = { choices: [1], matches: [], accepted: [], number: null, tolerance: null }

/** The paper of an attempt with one question, which is answered. */
function insertPaper({ insert }: Place, attempt_id: number, question_id: number, kind = 'choice') {
  const isChoice = kind === 'choice'
  const shown = { options: isChoice ? options.map(({ text }) => text) : [], matches: [] }
  const item = { ...asked, ...shown, kind, question_id, feedback_markdown, key }
  const text = isChoice ? null : 'Because the mains do not forgive.'
  const answer = { choices: isChoice ? [1] : [], matches: [], text, number: null, file_id: null }
  insert('learn_attempt_papers', [
    {
      ...{ attempt_id, items: [{ ...item, points: isChoice ? 1 : 5 }] as never },
      answers: { [question_id]: answer } as never,
    },
  ])
}

function insertQuiz({ at, insert, now, slugAt }: Place) {
  const times = { created_at: now, updated_at: now }
  const [{ title }, course_id] = [COURSE, at(COURSE.id)]
  const counts = { module_count: 1, lesson_count: 1, activity_count: 1 }
  insert('learn_courses', [
    {
      ...{ id: course_id, slug: slugAt(COURSE.slug), title, language: 'en', author_id: at(9) },
      ...{ status: 'published', published_at: now, published_version: 1, ...counts, ...times },
    },
  ])
  const within = { course_id, position: 1, title, ...times }
  insert('learn_modules', [{ id: at(MODULE), lesson_count: 1, ...within }])
  insert('learn_lessons', [{ id: at(LESSON), module_id: at(MODULE), activity_count: 1, ...within }])
  insert('learn_activities', [{ id: at(QUIZ), lesson_id: at(LESSON), kind: 'quiz', ...within }])
}

function insertAttempts(place: Place) {
  const { at, insert, now } = place
  const within = { course_id: at(COURSE.id), status: 'active', enrolled_at: now }
  const [first, second] = [at(568), at(569)]
  insert('learn_enrollments', [
    { id: first, user_id: at(RETRO), ...within },
    { id: second, user_id: at(PIA), ...within },
  ])
  const attempt = { activity_id: at(QUIZ), started_at: now }
  const open = { ...attempt, enrollment_id: first, user_id: at(RETRO), status: 'in_progress' }
  const waiting = { enrollment_id: second, user_id: at(PIA), status: 'pending_review' }
  insert('learn_attempts', [{ ...open, id: at(SUBMITTED), number: 1 }])
  insert('learn_attempts', [{ ...open, id: at(ANSWERED), number: 2 }])
  insert('learn_attempts', [
    { ...attempt, ...waiting, id: at(GRADED), number: 1, score_pct: 0, submitted_at: now },
  ])
  insertPaper(place, at(SUBMITTED), at(CHOICE))
  insertPaper(place, at(ANSWERED), at(CHOICE))
  insertPaper(place, at(GRADED), at(ESSAY), 'essay')
}
