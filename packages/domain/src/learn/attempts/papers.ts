import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { notFound } from '../../kit/problem.ts'
import { findActivity, type ActivityRow } from '../activities/activities.store.ts'
import { marked, type Item } from '../questions/questions.rules.ts'
import { findAttempt, type AttemptRow } from './attempts.store.ts'
import * as store from './papers.store.ts'

type Shown = components['schemas']['LearnPaperItem']

/** The parts of a paper that are shown beside the questions. */
interface Sight {
  readonly answers: boolean
  readonly right: boolean
}

export const getAttemptPaper: Handler<'getAttemptPaper'> = async (ctx, { path }) => {
  const row = await findAttempt(ctx, path.id)
  const activity = row && (await findActivity(ctx, row.activity_id))
  if (!row) throw notFound()
  return { data: presentPaper(row, await store.findPaper(ctx, row.id), sightOf(row, activity)) }
}

export const getAttemptReview: Handler<'getAttemptReview'> = async (ctx, { path }) => {
  const row = await findAttempt(ctx, path.id)
  if (!row) throw notFound()
  const all = { answers: true, right: true }
  return { data: presentPaper(row, await store.findPaper(ctx, row.id), all) }
}

/** The parts of an attempt that its learner sees, by the rules of the activity. */
function sightOf(row: AttemptRow, activity: ActivityRow | undefined): Sight {
  if (row.status === 'in_progress') return { answers: true, right: false }
  const answers = activity !== undefined && isReviewed(row, activity)
  const timing = activity?.feedback_timing
  const isTime = timing === 'after_grading' ? row.status === 'graded' : timing !== 'never'
  return { answers, right: answers && isTime }
}

function isReviewed(row: AttemptRow, { review_rule, max_attempts }: ActivityRow): boolean {
  if (review_rule === 'after_pass') return row.passed === true
  if (review_rule === 'after_last_attempt')
    return max_attempts !== null && row.number >= max_attempts
  return review_rule === 'always'
}

const presentPaper = (row: AttemptRow, paper: store.Paper, sight: Sight) => ({
  attempt_id: row.id,
  status: row.status as components['schemas']['LearnAttemptStatus'],
  items: paper.items.map((item) => presentItem(item, paper, sight)),
})

function presentItem(item: Item, { answers, grades }: store.Paper, sight: Sight): Shown {
  const { question_id, key } = item
  const [answer, grade] = [answers[question_id], grades[question_id]]
  const mark = sight.right ? marked(item, answer, grade) : undefined
  const isJudged = item.kind === 'essay' || item.kind === 'file_upload'
  return {
    question_id,
    kind: item.kind as Shown['kind'],
    text_markdown: item.text_markdown,
    points: item.points,
    options: [...item.options],
    matches: [...item.matches],
    answer:
      sight.answers && answer
        ? { ...answer, choices: [...answer.choices], matches: [...answer.matches] }
        : null,
    is_correct: mark?.is_correct ?? null,
    earned_points: mark?.earned_points ?? null,
    comment: sight.right ? (grade?.comment ?? null) : null,
    feedback_markdown: sight.right ? item.feedback_markdown : null,
    key:
      sight.right && !isJudged
        ? {
            ...{ choices: [...key.choices], matches: [...key.matches] },
            ...{ accepted: [...key.accepted], number: key.number, tolerance: key.tolerance },
          }
        : null,
  }
}
