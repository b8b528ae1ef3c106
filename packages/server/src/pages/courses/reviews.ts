import { escaped } from '@mobieus/domain/kit'
import type { PaperItem } from './answers.ts'
import { counted, figure } from './facts.ts'
import { anchorOf } from './questions.ts'

/** Makes HTML of a text in Markdown. */
export type ToHtml = (markdown: string) => string

/** A question that was answered, with as much of the answer and of what is right as the quiz shows. */
export function reviewOf(item: PaperItem, number: number, html: ToHtml): string {
  const { points, earned_points: earned, comment, feedback_markdown: feedback } = item
  const worth = counted(points, 'point')
  return `<section class="question" aria-labelledby="${anchorOf(item)}">
<h3 id="${anchorOf(item)}">Question ${number} <span class="facts">${earned === null ? worth : `${figure(earned)} of ${worth}`}</span></h3>
<div class="prose">${html(item.text_markdown)}</div>
<dl class="answers">
<div><dt>Your answer</dt><dd>${given(item)}${verdictOf(item)}</dd></div>
${rightOf(item)}</dl>
${comment ? `<p><b>Your teacher says:</b> <span class="said">${escaped(comment)}</span></p>\n` : ''}${feedback ? `<div class="prose feedback">${html(feedback)}</div>\n` : ''}</section>`
}

const NONE = '<span class="facts">none</span>'

const listed = (texts: readonly string[], tag: 'ul' | 'ol' = 'ul'): string =>
  texts.length === 0
    ? NONE
    : `<${tag}>${texts.map((text) => `<li>${escaped(text)}</li>`).join('')}</${tag}>`

const plain = (text: string | number | null): string =>
  text === null || text === '' ? NONE : `<span class="said">${escaped(`${text}`)}</span>`

/** The learner’s answer, as HTML. */
function given(item: PaperItem): string {
  const { kind, answer } = item
  if (!answer) return NONE
  if (kind === 'file_upload') return answer.file_id === null ? NONE : 'A file'
  if (kind === 'number') return plain(answer.number)
  return chosen(item, answer) ?? plain(answer.text)
}

/** Options that are chosen, put in order or matched. */
function chosen(
  { kind, options, matches }: PaperItem,
  by: { readonly choices: readonly number[]; readonly matches: readonly number[] },
): string | undefined {
  const names = by.choices.map((n) => options[n - 1] ?? '')
  if (kind === 'choice') return names[0] === undefined ? NONE : plain(names[0])
  if (kind === 'several') return listed(names)
  if (kind === 'order') return listed(names, 'ol')
  if (kind !== 'match') return undefined
  return listed(
    options.map((option, i) => `${option} – ${matches[(by.matches[i] ?? 0) - 1] ?? '…'}`),
  )
}

function verdictOf({ is_correct: isCorrect, earned_points: earned }: PaperItem): string {
  if (earned === null) return ''
  const [state, said] =
    isCorrect === null
      ? ['', 'waits for your teacher']
      : isCorrect
        ? ['done', 'right']
        : ['wrong', earned > 0 ? 'right in part' : 'not right']
  return ` <span class="state ${state}">${said}</span>`
}

/** The right answer, where it is shown and was not given. */
function rightOf(item: PaperItem): string {
  const { key } = item
  if (!key || item.is_correct) return ''
  const number = key.tolerance ? `${key.number} ± ${key.tolerance}` : key.number
  const right =
    chosen(item, key) ?? (item.kind === 'number' ? plain(number) : plain(key.accepted.join(' / ')))
  return `<div><dt>Right</dt><dd>${right}</dd></div>\n`
}
