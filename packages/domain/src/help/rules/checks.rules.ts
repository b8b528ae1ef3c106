import type { components, FieldFault } from '@mobieus/contract'
import { invalidField, problem } from '../../kit/problem.ts'
import type { Action } from './actions.rules.ts'
import type { Condition, Conditions } from './conditions.rules.ts'

type ConditionInput = components['schemas']['HelpRuleConditionInput']
type ActionInput = components['schemas']['HelpRuleActionInput']

/** The kind of a field's values; `optional` where a ticket may be without. */
interface Kind {
  readonly of: 'text' | 'id' | readonly string[]
  readonly optional?: boolean
}

const STATUSES = ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed']

const kinds: Readonly<Record<ConditionInput['field'], Kind>> = {
  subject: { of: 'text' },
  body: { of: 'text' },
  status: { of: STATUSES },
  priority: { of: ['low', 'normal', 'high', 'urgent'] },
  source: { of: ['portal', 'email', 'api', 'agent', 'widget'] },
  queue_id: { of: 'id' },
  help_topic_id: { of: 'id', optional: true },
  assignee_id: { of: 'id', optional: true },
  requester_email: { of: 'text', optional: true },
  tag: { of: 'text', optional: true },
  custom_field: { of: 'text', optional: true },
  author: { of: ['agent', 'member', 'requester', 'system'] },
  previous_status: { of: STATUSES },
}

const SET = ['is_set', 'is_not_set']

/** The field that each kind of action needs, and no other has. */
const needs = {
  set_priority: 'priority',
  add_tag: 'tag',
  remove_tag: 'tag',
  assign_queue: 'queue_id',
  assign_agent: 'agent_id',
  set_status: 'status',
} as const satisfies Record<ActionInput['type'], keyof ActionInput>

/** The conditions and actions of a rule as they are kept; all that is wrong with them is told at once. */
export function checked(
  event: string,
  conditions: components['schemas']['HelpRuleConditionsInput'] | undefined,
  actions: readonly ActionInput[] | undefined,
): {
  readonly conditions: Conditions | undefined
  readonly actions: readonly Action[] | undefined
} {
  const { all = [], any = [] } = conditions ?? {}
  const faults = [
    ...all.flatMap((each, i) => faultsOf(each, event, `conditions.all[${i}]`)),
    ...any.flatMap((each, i) => faultsOf(each, event, `conditions.any[${i}]`)),
    ...(actions ?? []).flatMap((each, i) => faultsOfAction(each, `actions[${i}]`)),
  ]
  if (faults.length > 0) {
    const message = `The body has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}, listed in details.`
    throw problem('validation_failed', message, { details: faults })
  }
  return {
    conditions: conditions && { all: all.map(kept), any: any.map(kept) },
    actions: actions as readonly Action[] | undefined,
  }
}

/** Refuses another event for conditions that only the former can meet. */
export function requireFits(event: string, { all, any }: Conditions): void {
  if (
    event !== 'status_changed' &&
    [...all, ...any].some(({ field }) => field === 'previous_status')
  )
    throw invalidField('event', 'not_allowed', 'has a condition about previous_status')
}

const kept = ({ field, key, operator, values }: ConditionInput): Condition => ({
  ...{ field, key: key ?? null, operator, values: values ?? [] },
})

function faultsOf(
  { field, key, operator, values = [] }: ConditionInput,
  event: string,
  at: string,
): FieldFault[] {
  const fault = (name: string, code: string, message: string) => [
    { field: `${at}.${name}`, code, message },
  ]
  const kind = kinds[field]
  if (field === 'previous_status' && event !== 'status_changed')
    return fault('field', 'not_allowed', 'is for the event status_changed')
  if (field === 'custom_field' && key === undefined) return fault('key', 'missing', 'is required')
  if (field !== 'custom_field' && key !== undefined)
    return fault('key', 'not_allowed', 'is for a custom_field')
  if (!operatorsOf(kind).includes(operator))
    return fault('operator', 'not_allowed', `is not for ${field}: ${operatorsOf(kind).join(', ')}`)
  if (SET.includes(operator))
    return values.length > 0 ? fault('values', 'not_allowed', `is not for ${operator}`) : []
  if (values.length === 0) return fault('values', 'missing', 'is required')
  const i = values.findIndex((value) => !isOf(kind, value))
  return i < 0 ? [] : fault(`values[${i}]`, 'not_allowed', `is no ${field}`)
}

function operatorsOf({ of, optional }: Kind): readonly string[] {
  const texts = of === 'text' ? ['contains', 'not_contains', 'starts_with', 'ends_with'] : []
  return ['is', 'is_not', ...texts, ...(optional ? SET : [])]
}

const isOf = ({ of }: Kind, value: string): boolean =>
  of === 'text' || (of === 'id' ? /^[1-9]\d{0,15}$/.test(value) : of.includes(value))

function faultsOfAction({ type, ...fields }: ActionInput, at: string): FieldFault[] {
  const needed = needs[type]
  const missing = fields[needed as keyof typeof fields] === undefined
  const others = Object.keys(fields).filter((name) => name !== needed)
  return [
    ...(missing ? [{ field: `${at}.${needed}`, code: 'missing', message: 'is required' }] : []),
    ...others.map((name) => ({
      ...{ field: `${at}.${name}`, code: 'not_allowed', message: `is not for ${type}` },
    })),
  ]
}
