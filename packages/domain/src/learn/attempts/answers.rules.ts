import type { components } from '@mobieus/contract'
import { invalidField, noSuch } from '../../kit/problem.ts'
import type { Answer, Item } from '../questions/questions.rules.ts'

type Given = components['schemas']['LearnAnswerInput']
type Field = Exclude<keyof Given, 'question_id'>

/** The field by which each kind of question is answered. */
const FIELDS: Readonly<Record<string, Field>> = {
  ...{ choice: 'choices', several: 'choices', order: 'choices', match: 'matches' },
  ...{ short_text: 'text', essay: 'text', number: 'number', file_upload: 'file_id' },
}

/** The answers that are sent, by the ids of the questions; one that fits no question of the paper is a fault. */
export function answersOf(items: readonly Item[], given: readonly Given[]): Record<string, Answer> {
  const byId = new Map(items.map((item) => [item.question_id, item]))
  return Object.fromEntries(
    given.map((each, i) => {
      const item = byId.get(each.question_id)
      if (!item) throw noSuch(`answers[${i}].question_id`)
      return [each.question_id, answerOf(item, each, `answers[${i}]`)]
    }),
  )
}

function answerOf(item: Item, given: Given, at: string): Answer {
  const own = FIELDS[item.kind]
  const { question_id: _, ...fields } = given
  for (const name of Object.keys(fields) as Field[])
    if (name !== own && fields[name] !== undefined)
      throw invalidField(`${at}.${name}`, 'not_allowed', `is not for the kind ${item.kind}`)
  const numbers = own === 'matches' ? item.matches : item.options
  if ([...(given.choices ?? []), ...(given.matches ?? [])].some((each) => each > numbers.length))
    throw invalidField(`${at}.${own}`, 'invalid', 'are numbers of the paper')
  return {
    choices: given.choices ?? [],
    matches: given.matches ?? [],
    text: given.text ?? null,
    number: given.number ?? null,
    file_id: given.file_id ?? null,
  }
}
