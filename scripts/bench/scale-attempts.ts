import type { ScaleTenant } from './scale-fill.ts'
import { get, list, nth, someMember, write, type ScaleRow } from './scale-requests.ts'

const learn = '/api/v1/learn'
const first = (t: ScaleTenant, table: keyof ScaleTenant['from']) => t.from[table] + 1
const bounded = 'their total is counted on the index: a quiz has few'

/** The start of an attempt at a quiz of the first course, by one of its learners. */
const start = (t: ScaleTenant, n: number) => ({
  path: `${learn}/activities/${t.from.learn_activities + 3 + 2 * (n % 48)}/attempts`,
  body: { actor_id: someMember(t) + 3 + 3 * (Math.floor(n / 48) % 33) },
})

/** Quizzes, and attempts at them. */
export const ATTEMPT_ROWS: readonly ScaleRow[] = [
  ...list(
    'listAttempts',
    `${learn}/attempts`,
    {
      activity_id: (t) => ({ activity_id: first(t, 'learn_activities') + 1 }),
      user_id: (t) => ({ user_id: someMember(t) }),
      status: { status: 'graded' },
      'user_id and status': (t) => ({ user_id: someMember(t), status: 'graded' }),
      'activity_id and user_id': (t) => ({
        ...{ activity_id: first(t, 'learn_activities') + 1, user_id: someMember(t) },
      }),
    },
    'learn_attempts',
  ),
  get('getAttempt', (t) => `${learn}/attempts/${nth('learn_attempts', t, 0)}`),
  get('getAttemptPaper', (t) => `${learn}/attempts/${nth('learn_attempts', t, 0)}/paper`),
  get('getAttemptReview', (t) => `${learn}/attempts/${nth('learn_attempts', t, 0)}/review`),
  write(
    'startAttempt',
    (t, n) => start(t, n).path,
    (t: ScaleTenant, n: number) => start(t, n).body,
  ),
  write(
    'saveAttemptAnswers',
    () => `${learn}/attempts/{id}/answers`,
    (t: ScaleTenant, n: number) => ({ ...start(t, n + 200).body, answers: [] }),
    { before: (t, n) => start(t, n + 200) },
  ),
  write(
    'submitAttempt',
    () => `${learn}/attempts/{id}/submit`,
    (t: ScaleTenant, n: number) => start(t, n + 400).body,
    { before: (t, n) => start(t, n + 400) },
  ),
  write(
    'gradeAttempt',
    (t, n) => `${learn}/attempts/${nth('learn_attempts', t, n, 4, 2)}/grade`,
    (t: ScaleTenant, n: number) => {
      const number = nth('learn_attempts', t, n, 4, 2) - t.from.learn_attempts
      const question_id = t.from.learn_questions + 1 + Math.floor(number / 100)
      return { grades: [{ question_id, points: 4 }] }
    },
  ),
  write(
    'returnAttempt',
    (t, n) => `${learn}/attempts/${nth('learn_attempts', t, n + 200, 4, 2)}/return`,
    { reason: 'Say why.' },
  ),
  {
    ...get('listQuestions', (t) => `${learn}/activities/${first(t, 'learn_activities')}/questions`),
    exempt: bounded,
  },
  write(
    'createQuestion',
    (t, n) => `${learn}/activities/${nth('learn_activities', t, n, 2, 1)}/questions`,
    { kind: 'essay', text_markdown: 'Why?' },
  ),
  write(
    'updateQuestion',
    (t, n) => `${learn}/questions/${nth('learn_questions', t, n + 200)}`,
    (_: ScaleTenant, n: number) => ({ text_markdown: `Why ${n}?` }),
  ),
  write('deleteQuestion', (t, n) => `${learn}/questions/${nth('learn_questions', t, n)}/delete`),
]
