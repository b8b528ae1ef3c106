import { escaped } from '@mobieus/domain/kit'
import { counted } from './facts.ts'
import { MOST_LETTERS, nameOf, numbersIn, textIn, type Fields, type PaperItem } from './answers.ts'

/** A question of a form. */
interface Asking {
  readonly item: PaperItem
  /** From 1 on. */
  readonly number: number
  /** Its text as HTML. */
  readonly text: string
  /** The fields that the form had, or those of the answers that are saved. */
  readonly fields: Fields
  /** Why its answer is none. */
  readonly fault: string | undefined
}

/** The id of the part of a page that has a question. */
export const anchorOf = ({ question_id: id }: PaperItem): string => `question-${id}`

/** A question with the fields that answer it. */
export function questionOf(asking: Asking): string {
  const { item, number, text, fault } = asking
  const id = anchorOf(item)
  const said = fault ? `<p class="fault" id="${id}-fault">${escaped(fault)}</p>\n` : ''
  return `<fieldset class="question" id="${id}" aria-describedby="${describedBy(asking)}">
<legend>Question ${number} <span class="facts">${counted(item.points, 'point')}</span></legend>
<div class="prose" id="${id}-text">${text}</div>
${said}${fieldsetOf(asking)}
</fieldset>`
}

const describedBy = ({ item, fault }: Asking): string =>
  [`${anchorOf(item)}-text`, ...(fault ? [`${anchorOf(item)}-fault`] : [])].join(' ')

function fieldsetOf(asking: Asking): string {
  const { item, fields } = asking
  const name = nameOf(item)
  switch (item.kind) {
    case 'choice':
      return optionsOf(asking, 'radio')
    case 'several':
      return `<p class="facts">Several may be right.</p>\n${optionsOf(asking, 'checkbox')}`
    case 'order':
      return selectsOf(asking, placesOf(item), 'Place of')
    case 'match':
      return selectsOf(asking, item.matches, 'What goes with')
    case 'short_text':
      return `<label for="${name}">Your answer</label>
<input type="text" id="${name}" name="${name}" value="${escaped(textIn(fields, name))}" maxlength="1000" autocomplete="off"${invalid(asking)}>`
    case 'number':
      return `<label for="${name}">Your answer, in figures</label>
<input type="text" inputmode="decimal" id="${name}" name="${name}" value="${escaped(textIn(fields, name))}" maxlength="40" autocomplete="off"${invalid(asking)}>`
    case 'essay':
      return `<label for="${name}">Your answer</label>
<textarea id="${name}" name="${name}" rows="8" maxlength="${MOST_LETTERS}"${invalid(asking)}>
${escaped(textIn(fields, name))}</textarea>`
    default:
      return `<p>It is answered with a file, which this page cannot send: hand it to your teacher, or send it by an
application of this community.</p>`
  }
}

const invalid = (asking: Asking): string =>
  ` aria-describedby="${describedBy(asking)}"${asking.fault ? ' aria-invalid="true"' : ''}`

const placesOf = ({ options }: PaperItem): string[] => options.map((_, i) => `${i + 1}.`)

function optionsOf({ item, fields }: Asking, type: 'radio' | 'checkbox'): string {
  const name = nameOf(item)
  const chosen = numbersIn(fields, name)
  const options = item.options.map((option, i) => {
    const checked = chosen.includes(i + 1) ? ' checked' : ''
    return `<label><input type="${type}" name="${name}" value="${i + 1}"${checked}> <span>${escaped(option)}</span></label>`
  })
  return `<div class="options">\n${options.join('\n')}\n</div>`
}

/** A list to choose from for each option: a place in the order, or what it goes with. */
function selectsOf(asking: Asking, choices: readonly string[], label: string): string {
  const { item, fields } = asking
  const rows = item.options.map((option, i) => {
    const name = nameOf(item, i + 1)
    const chosen = textIn(fields, name)
    const list = choices.map((choice, n) => {
      const selected = chosen === `${n + 1}` ? ' selected' : ''
      return `<option value="${n + 1}"${selected}>${escaped(choice)}</option>`
    })
    return `<div><label for="${name}"><span class="skip">${label} </span>${escaped(option)}</label>
<select id="${name}" name="${name}"${invalid(asking)}><option value="">–</option>${list.join('')}</select></div>`
  })
  return `<div class="pairs">\n${rows.join('\n')}\n</div>`
}
