import type { components } from '@mobieus/contract'
import { marked, type Item } from '../questions/questions.rules.ts'
import type { Paper } from './papers.store.ts'

type Shown = components['schemas']['LearnPaperItem']

/** The parts of a paper that are shown beside the questions. */
export interface Sight {
  readonly answers: boolean
  readonly right: boolean
}

/** The settings of an activity by which its learners see what they have answered. */
export interface Reviewing {
  readonly max_attempts: number | null
  readonly feedback_timing: string | null
  readonly review_rule: string | null
}

interface Attempted {
  readonly number: number
  readonly status: string
  readonly passed: boolean | null
}

/** The parts of an attempt that its learner sees, by the rules of the activity. */
export function sightOf(row: Attempted, activity: Reviewing | undefined): Sight {
  if (row.status === 'in_progress') return { answers: true, right: false }
  const answers = activity !== undefined && isReviewed(row, activity)
  const timing = activity?.feedback_timing
  const isTime = timing === 'after_grading' ? row.status === 'graded' : timing !== 'never'
  return { answers, right: answers && isTime }
}

function isReviewed(row: Attempted, { review_rule, max_attempts }: Reviewing): boolean {
  if (review_rule === 'after_pass') return row.passed === true
  if (review_rule === 'after_last_attempt')
    return max_attempts !== null && row.number >= max_attempts
  return review_rule === 'always'
}

/** The questions of a paper, with as much of the answers as is shown. */
export const presentItems = (paper: Paper, sight: Sight): Shown[] =>
  paper.items.map((item) => presentItem(item, paper, sight))

function presentItem(item: Item, { answers, grades }: Paper, sight: Sight): Shown {
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
