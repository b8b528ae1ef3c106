import type { components } from '@mobieus/contract'

export type PaperItem = components['schemas']['LearnPaperItem']
type Answer = components['schemas']['LearnAnswerInput']

/** The fields that a form has sent. */
export type Fields = Readonly<Record<string, unknown>>

/** The name of the field of a question, or of one of its options, whose numbers begin at 1. */
export const nameOf = ({ question_id: id }: PaperItem, option?: number): string =>
  option === undefined ? `q${id}` : `q${id}-${option}`

/** The answers that a form says, and why others are none, by the ids of their questions. */
export interface Said {
  readonly answers: readonly Answer[]
  readonly faults: ReadonlyMap<number, string>
}

/** Reads the answers of a form to a paper. */
export function answersOf(items: readonly PaperItem[], fields: Fields): Said {
  const answers: Answer[] = []
  const faults = new Map<number, string>()
  for (const item of items) {
    const read = answerOf(item, fields)
    if (typeof read === 'string') faults.set(item.question_id, read)
    else if (read) answers.push({ question_id: item.question_id, ...read })
  }
  return { answers, faults }
}

/** A field as it was typed; forms end lines with CRLF (HTML, 4.10.21.8). */
export const textIn = (fields: Fields, name: string): string => {
  const value = fields[name]
  return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
}

/** The numbers in a field, which may be sent several times. */
export const numbersIn = (fields: Fields, name: string): number[] =>
  [fields[name] ?? []].flat().map(Number).filter(Number.isInteger)

type Read = Omit<Answer, 'question_id'> | string | undefined

/** The answer to one question; nothing where it has none, and a sentence where it can be none. */
function answerOf(item: PaperItem, fields: Fields): Read {
  const name = nameOf(item)
  const text = textIn(fields, name)
  const perOption = () => item.options.map((_, i) => textIn(fields, nameOf(item, i + 1)))
  switch (item.kind) {
    case 'choice':
      return text ? { choices: numbersIn(fields, name) } : undefined
    case 'several':
      return { choices: numbersIn(fields, name) }
    case 'order':
      return orderOf(perOption())
    case 'match':
      return { matches: perOption().map(Number) }
    case 'short_text':
    case 'essay':
      return text.length > MOST_LETTERS
        ? `Write at most ${MOST_LETTERS.toLocaleString('en-US')} letters.`
        : { text }
    case 'number':
      return numberOf(text.trim())
    default:
      return undefined
  }
}

export const MOST_LETTERS = 20_000

/** The options by the places that they are given, each its own. */
function orderOf(places: readonly string[]): Read {
  if (places.every((place) => !place)) return { choices: [] }
  const choices = places.map((_, i) => places.indexOf(`${i + 1}`) + 1)
  return choices.includes(0) ? 'Give each of them a place of its own.' : { choices }
}

/** A field that was emptied takes its number back. */
function numberOf(text: string): Read {
  if (text === '') return {}
  const number = Number(text)
  const isNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) && Number.isFinite(number)
  return isNumber ? { number } : 'Write a number in figures, such as 12.5.'
}

/** The fields that a form had, had it been filled with the answers that are saved. */
export function fieldsOf(items: readonly PaperItem[]): Fields {
  const fields: Record<string, unknown> = {}
  for (const item of items) {
    const { kind, answer } = item
    if (!answer) continue
    const name = nameOf(item)
    if (kind === 'order')
      answer.choices.forEach((option, i) => (fields[nameOf(item, option)] = `${i + 1}`))
    else if (kind === 'match')
      answer.matches.forEach((match, i) => (fields[nameOf(item, i + 1)] = `${match}`))
    else if (kind === 'number') fields[name] = answer.number === null ? '' : `${answer.number}`
    else fields[name] = answer.text ?? answer.choices.map(String)
  }
  return fields
}
