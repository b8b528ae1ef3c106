import type { TicketRow } from '../tickets/tickets.store.ts'

/** A condition as it is kept. */
export interface Condition {
  readonly field: string
  readonly key: string | null
  readonly operator: string
  readonly values: readonly string[]
}

/** The conditions of a rule. */
export interface Conditions {
  readonly all: readonly Condition[]
  readonly any: readonly Condition[]
}

/** The state that conditions are held against. Facts of an event that has not happened are left out. */
export interface Facts {
  readonly ticket: TicketRow
  readonly body: string | null
  /** The kind of the event's author. */
  readonly author?: string
  readonly previousStatus?: string
}

/** Whether the conditions hold; without any they do. */
export const hold = ({ all, any }: Conditions, facts: Facts): boolean =>
  all.every((each) => holds(each, facts)) &&
  (any.length === 0 || any.some((each) => holds(each, facts)))

/** A condition about a fact that is not known counts as met. */
function holds(condition: Condition, facts: Facts): boolean {
  const found = textsOf(condition, facts)?.map(folded)
  return found === undefined || fits(condition.operator, found, condition.values.map(folded))
}

function fits(operator: string, found: readonly string[], values: readonly string[]): boolean {
  const some = (test: (text: string, value: string) => boolean) =>
    found.some((text) => values.some((value) => test(text, value)))
  switch (operator) {
    case 'is':
      return some((text, value) => text === value)
    case 'is_not':
      return !some((text, value) => text === value)
    case 'contains':
      return some((text, value) => text.includes(value))
    case 'not_contains':
      return !some((text, value) => text.includes(value))
    case 'starts_with':
      return some((text, value) => text.startsWith(value))
    case 'ends_with':
      return some((text, value) => text.endsWith(value))
    case 'is_set':
      return found.length > 0
    default:
      return found.length === 0
  }
}

const folded = (text: string) => text.normalize('NFC').toLowerCase()

const given = (value: string | number | null | undefined): string[] =>
  value === null || value === undefined ? [] : [String(value)]

/** The texts of a field: none where it is not set; `undefined` where nobody can know. */
function textsOf({ field, key }: Condition, facts: Facts): readonly string[] | undefined {
  const { ticket } = facts
  switch (field) {
    case 'body':
      return given(facts.body)
    case 'author':
      return facts.author === undefined ? undefined : [facts.author]
    case 'previous_status':
      return facts.previousStatus === undefined ? undefined : [facts.previousStatus]
    case 'tag':
      return ticket.tags
    case 'custom_field':
      return given(ticket.custom_fields[key ?? ''])
    default:
      return given(ticket[field as 'subject'])
  }
}
