import type { ShownAttempt, ShownQuiz } from '@mobieus/domain/learn'
import { escaped } from '@mobieus/domain/kit'
import { timeOf } from '../html.ts'
import type { Visit } from '../visit.ts'
import { fieldsOf, type Fields, type Said } from './answers.ts'
import { counted, percent, timeFor } from './facts.ts'
import { anchorOf, questionOf } from './questions.ts'
import { reviewOf, type ToHtml } from './reviews.ts'

/** The parts of the page of a quiz. */
export interface Quizzing {
  readonly quiz: ShownQuiz
  readonly now: Date
  readonly html: ToHtml
}

/** How the form of a quiz is shown. */
export interface QuizForm {
  /** Whether the learner is through with it. */
  readonly isDone?: boolean
  /** Whether answers have just been saved. */
  readonly isSaved?: boolean
  /** The fields of a form that was not kept, with why. */
  readonly unkept?: { readonly fields: Fields; readonly faults: Said['faults'] }
}

type Formed = Quizzing & QuizForm

/** A quiz or an assignment for its learner: begun by a form, answered by another one, and then shown with its result. */
export function quizOf(visit: Visit, path: string, quizzing: Formed): string {
  const { quiz } = quizzing
  const { chosen } = quiz
  if (chosen?.status === 'in_progress') return formOf(visit, path, quizzing)
  const result = chosen ? resultOf(chosen, quizzing) : ''
  return `${introOf(quiz)}
${beginOf(visit, path, quizzing)}
${result}${earlierOf(path, quiz)}`
}

const introOf = (quiz: ShownQuiz): string =>
  `<p class="facts">${[
    counted(quiz.question_count, 'question'),
    ...(quiz.time_limit_seconds === null ? [] : [`${limitOf(quiz.time_limit_seconds)} to answer`]),
    ...(quiz.pass_mark_pct === null ? [] : [`passed with ${percent(quiz.pass_mark_pct)}`]),
    ...(quiz.max_attempts === null
      ? []
      : [
          `${counted(quiz.max_attempts, 'attempt')}, of which ${METHODS[quiz.scoring_method] ?? ''}`,
        ]),
  ].join(' · ')}</p>`

const METHODS: Readonly<Record<string, string>> = {
  highest: 'the best counts',
  latest: 'the last counts',
  first: 'the first counts',
  average: 'the mean counts',
}

const limitOf = (seconds: number): string =>
  seconds < 60 ? counted(seconds, 'second') : timeFor(Math.ceil(seconds / 60))

const tokenOf = ({ session }: Visit): string =>
  `<input type="hidden" name="csrf" value="${escaped(session?.csrfToken ?? '')}">`

function beginOf(visit: Visit, path: string, { quiz, isDone }: Formed): string {
  const { max_attempts: most, attempt_count: had, question_count: questions } = quiz
  const left = most === null ? Infinity : most - had
  if (questions === 0) return '<p role="status">It has no questions yet.</p>'
  if (left <= 0) return '<p role="status">No attempt is left.</p>'
  const told = most === null || had === 0 ? '' : `<p>${counted(left, 'attempt')} left</p>\n`
  return `<div class="action"><form method="post" action="${path}/begin">
${tokenOf(visit)}
<button${isDone ? ' class="quiet"' : ''}>${had === 0 ? 'Begin' : 'Try again'}</button>
</form>
${told}</div>`
}

type Chosen = NonNullable<ShownQuiz['chosen']>

/** The attempt in progress. The first of the buttons, which the Enter key presses, submits nothing for good. */
function formOf(visit: Visit, path: string, quizzing: Formed): string {
  const { quiz, now } = quizzing
  const { due_at: due, number, id, items, return_reason: reason } = quiz.chosen as Chosen
  const attempt =
    quiz.max_attempts === null ? `Attempt ${number}` : `Attempt ${number} of ${quiz.max_attempts}`
  const isOver = due !== null && new Date(due) <= now
  const time = due === null ? '' : isOver ? OVER : `<p>${timeLeft(new Date(due), now)}</p>\n`
  const form = (content: string) => `<form class="quiz" method="post" action="${path}/answers">
${tokenOf(visit)}
<input type="hidden" name="attempt" value="${id}">
${content}
</form>`
  const submit = '<button name="then" value="submit">Submit</button>'
  const content = isOver
    ? `<div class="action">${submit}</div>`
    : `${questionsOf(items, quizzing)}
<div class="action"><button class="quiet" name="then" value="save">Save for later</button> ${submit}</div>`
  return `<p class="facts">${attempt}</p>
${reason === null ? '' : returnedFor(reason)}${time}${noticeOf(items, quizzing)}${form(content)}`
}

const returnedFor = (reason: string): string =>
  `<p role="status"><b>Your teacher returned it:</b> ${escaped(reason)}</p>\n`

const OVER = '<p role="status">Its time is over. Answers that were saved before count.</p>\n'

const timeLeft = (due: Date, now: Date): string =>
  `To be submitted until ${timeOf(due)}, in ${limitOf(Math.ceil((due.getTime() - now.getTime()) / 1000))}. Answers that are saved by then count.`

/** Above the form: that it was saved, or which answers were none, each with a link to its question. */
function noticeOf(items: Chosen['items'], { isSaved, unkept }: Formed): string {
  if (unkept) {
    const faults = items.flatMap((item, i) => {
      const fault = unkept.faults.get(item.question_id)
      return fault
        ? [`<li><a href="#${anchorOf(item)}">Question ${i + 1}</a>: ${escaped(fault)}</li>`]
        : []
    })
    return `<div role="alert" class="fault"><p>Nothing was kept yet.</p>\n<ul>${faults.join('')}</ul></div>\n`
  }
  return isSaved ? '<p role="status">Your answers are saved.</p>\n' : ''
}

function questionsOf(items: Chosen['items'], { unkept, html }: Formed): string {
  const fields = unkept?.fields ?? fieldsOf(items)
  return items
    .map((item, i) => {
      const fault = unkept?.faults.get(item.question_id)
      return questionOf({ item, fields, fault, number: i + 1, text: html(item.text_markdown) })
    })
    .join('\n')
}

/** An attempt that was submitted. */
function resultOf(attempt: Chosen, { quiz, html }: Quizzing): string {
  const { due_at: due, submitted_at: submitted, items, status } = attempt
  const late = due && submitted && new Date(submitted) >= new Date(due) ? ' Its time was over.' : ''
  const shown = items.filter(({ answer, earned_points: earned }) => answer || earned !== null)
  const hidden = status === 'pending_review' ? '' : hiddenOf(quiz.review_rule)
  return `<section class="result" id="result" aria-labelledby="result-title">
<h2 id="result-title">Attempt ${attempt.number}</h2>
<p role="status">${outcomeOf(attempt)}${late}</p>
${shown.length > 0 ? items.map((item, i) => reviewOf(item, i + 1, html)).join('\n') : hidden}
</section>
`
}

const HIDDEN: Readonly<Record<string, string>> = {
  after_pass: '<p>Your answers are shown here once you have passed.</p>',
  after_last_attempt: '<p>Your answers are shown here after the last attempt.</p>',
}
const hiddenOf = (rule: string | null): string => HIDDEN[rule ?? ''] ?? ''

/** How an attempt came out, as HTML. */
function outcomeOf({ status, score_pct: score, passed }: ShownAttempt): string {
  if (status === 'in_progress') return 'In progress'
  if (status === 'pending_review') return 'It waits for your teacher, who grades it.'
  const said = passed ? '<b class="state done">Passed</b>' : '<b class="state wrong">Not passed</b>'
  return score === null ? said : `${said} with ${percent(score)}`
}

/** The other attempts. */
function earlierOf(path: string, { attempts, chosen }: ShownQuiz): string {
  if (attempts.length < 2) return ''
  const rows = attempts.map((each) => {
    const name = `Attempt ${each.number}`
    const title =
      each.id === chosen?.id
        ? `<b>${name}</b>`
        : `<a href="${path}?attempt=${each.id}#result">${name}</a>`
    return `<li>${title} · ${timeOf(new Date(each.submitted_at ?? each.started_at))} · ${outcomeOf(each)}</li>`
  })
  return `<section aria-labelledby="attempts"><h2 id="attempts">Your attempts</h2>
<ul class="list">
${rows.join('\n')}
</ul></section>`
}
