import { invalidField } from '../../kit/problem.ts'

/** A choice of a question: whether it is right, and the text that it goes with. */
export interface Option {
  readonly text: string
  readonly is_correct: boolean
  readonly match: string | null
}

/** A question with its right answer. */
export interface Question {
  readonly kind: string
  readonly text_markdown: string
  readonly points: number
  readonly feedback_markdown: string | null
  readonly options: readonly Option[]
  readonly accepted: readonly string[]
  readonly number: number | null
  readonly tolerance: number | null
}

/** The right answer, by the numbers that a paper gives to options and matches. */
export interface Key {
  readonly choices: readonly number[]
  readonly matches: readonly number[]
  readonly accepted: readonly string[]
  readonly number: number | null
  readonly tolerance: number | null
}

/** A question as an attempt asks it. */
export interface Item {
  readonly question_id: number
  readonly kind: string
  readonly text_markdown: string
  readonly points: number
  readonly feedback_markdown: string | null
  readonly options: readonly string[]
  readonly matches: readonly string[]
  readonly key: Key
}

export interface Answer {
  readonly choices: readonly number[]
  readonly matches: readonly number[]
  readonly text: string | null
  readonly number: number | null
  readonly file_id: number | null
}

const WITH_OPTIONS: readonly string[] = ['choice', 'several', 'order', 'match']

/** The fields of a question fit its kind, and it has a right answer where the platform judges. */
export function requireWhole(question: Question): void {
  const { kind, options, accepted, number } = question
  const has = { options: options.length > 0, accepted: accepted.length > 0 }
  requireField('options', has.options, WITH_OPTIONS.includes(kind), kind)
  requireField('accepted', has.accepted, kind === 'short_text', kind)
  requireField('number', number !== null, kind === 'number', kind)
  if (question.tolerance !== null && kind !== 'number')
    throw invalidField('tolerance', 'not_allowed', `is not for the kind ${kind}`)
  const right = options.filter((each) => each.is_correct).length
  if (kind === 'choice' && right !== 1)
    throw invalidField('options', 'invalid', 'have one that is correct')
  if (kind === 'several' && right === 0)
    throw invalidField('options', 'invalid', 'have at least one that is correct')
  if (kind === 'match' && options.some(({ match }) => match === null))
    throw invalidField('options', 'invalid', 'have a match each')
}

function requireField(field: string, isThere: boolean, isAsked: boolean, kind: string): void {
  if (isAsked && !isThere) throw invalidField(field, 'required', `is what the kind ${kind} has`)
  if (!isAsked && isThere) throw invalidField(field, 'not_allowed', `is not for the kind ${kind}`)
}

/**
 * The share of a question's points that an answer earns, from 0 to 1; `null` where somebody has to judge it. Several,
 * order and match are credited in part; a wrong choice takes a right one away.
 */
export function shareOf({ kind, key }: Pick<Item, 'kind' | 'key'>, answer?: Answer): number | null {
  if (!answer) return 0
  switch (kind) {
    case 'choice':
      return answer.choices.length === 1 && answer.choices[0] === key.choices[0] ? 1 : 0
    case 'several': {
      const chosen = [...new Set(answer.choices)]
      const right = chosen.filter((each) => key.choices.includes(each)).length
      return Math.max(0, (2 * right - chosen.length) / key.choices.length)
    }
    case 'order':
      return agreement(key.choices, answer.choices)
    case 'match':
      return agreement(key.matches, answer.matches)
    case 'short_text':
      return key.accepted.some((each) => plain(each) === plain(answer.text ?? '')) ? 1 : 0
    case 'number':
      return isNear(key, answer.number) ? 1 : 0
    case 'essay':
      return (answer.text ?? '').trim() === '' ? 0 : null
    default:
      return answer.file_id === null ? 0 : null
  }
}

/** How much of a row is in its place. */
const agreement = (right: readonly number[], given: readonly number[]): number =>
  right.filter((each, i) => given[i] === each).length / right.length

const plain = (text: string): string =>
  text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** Whether a number is within the tolerance, whose sum with the right one is rounded by the machine. */
const isNear = ({ number, tolerance }: Key, given: number | null): boolean =>
  number !== null &&
  given !== null &&
  Math.abs(given - number) <= (tolerance ?? 0) + Number.EPSILON * Math.abs(number)

/** Points that somebody has given. */
export interface Grade {
  readonly points: number
  readonly comment: string | null
}

/** An item's points: `null` is correct where they wait for somebody. */
export interface Marked {
  readonly earned_points: number
  readonly is_correct: boolean | null
}

export function marked(item: Item, answer?: Answer, grade?: Grade): Marked {
  if (grade) return { earned_points: grade.points, is_correct: grade.points >= item.points }
  const share = shareOf(item, answer)
  if (share === null) return { earned_points: 0, is_correct: null }
  return { earned_points: share * item.points, is_correct: share === 1 }
}

/** The score of an attempt in percent, and whether answers wait for somebody. */
export function scored(items: readonly Item[], marks: readonly Marked[]) {
  const all = items.reduce((sum, { points }) => sum + points, 0)
  const earned = marks.reduce((sum, { earned_points }) => sum + earned_points, 0)
  return {
    score_pct: all === 0 ? 100 : Math.round((10_000 * earned) / all) / 100,
    isPending: marks.some(({ is_correct }) => is_correct === null),
  }
}

/** The score over several attempts, in their order; `null` before the first. */
export function scoreOver(method: string, scores: readonly number[]): number | null {
  const [first] = scores
  if (first === undefined) return null
  if (method === 'latest') return scores.at(-1) as number
  if (method === 'first') return first
  if (method === 'highest') return Math.max(...scores)
  const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length
  return Math.round(mean * 100) / 100
}
