import type { components, FieldFault } from '@mobieus/contract'
import { problem } from '../../kit/problem.ts'

type Field = components['schemas']['HelpField']
type Values = Readonly<Record<string, string | number>>
type Sent = Readonly<Record<string, string | number | null>>

/**
 * The values of a ticket after those that were sent. Each is one of the topic's fields and of its type, and `null`
 * takes one away. A new ticket comes with every required field; an edit is held to what it sends.
 */
export function fieldValuesOf(
  fields: readonly Field[],
  kept: Values,
  sent: Sent,
  { isNew }: { readonly isNew: boolean },
): Values {
  const faults = [
    ...Object.entries(sent).flatMap(([key, value]) => faultOf(fields, key, value)),
    ...fields.flatMap(({ key, is_required }) =>
      isNew && is_required && !Object.hasOwn(sent, key)
        ? [fault(key, 'required', 'is required')]
        : [],
    ),
  ]
  if (faults.length === 1) {
    const [{ field, message }] = faults as [FieldFault]
    throw refusal(`The body has a fault: ${field} ${message}.`, faults)
  }
  if (faults.length > 1)
    throw refusal(`The body has ${faults.length} faults, listed in details.`, faults)
  return Object.fromEntries(
    Object.entries({ ...kept, ...sent }).filter((entry): entry is [string, string | number] => {
      return entry[1] !== null
    }),
  )
}

const refusal = (message: string, details: readonly FieldFault[]) =>
  problem('validation_failed', message, { details })

const fault = (key: string, code: string, message: string): FieldFault => ({
  ...{ field: `custom_fields.${key}`, code, message },
})

function faultOf(fields: readonly Field[], key: string, value: string | number | null) {
  const field = fields.find((each) => each.key === key)
  if (!field) return [fault(key, 'unknown_field', 'is not a field of the help topic')]
  if (value === null) return field.is_required ? [fault(key, 'required', 'is required')] : []
  if (value === '' && field.type === 'text' && !field.is_required) return []
  const message = checks[field.type]?.(value, field)
  return message ? [fault(key, field.type, message)] : []
}

type Check = (value: string | number, field: Field) => string | undefined

const text = (message: string, holds: (value: string, field: Field) => boolean): Check => {
  return (value, field) => (typeof value === 'string' && holds(value, field) ? undefined : message)
}

/** A value of a type that is not known here, which a newer server has written, is kept as it comes. */
const checks: Readonly<Record<string, Check>> = {
  text: text('must be a text of one line', (value) => /\S/.test(value) && !/[\r\n]/.test(value)),
  // An integer that JSON's readers round would come back as another one.
  number: (value) =>
    typeof value === 'number' && (!Number.isInteger(value) || Number.isSafeInteger(value))
      ? undefined
      : 'must be a number of at most 9007199254740991',
  url: text('must be a URL of http or https', isWebAddress),
  email: text('must be an email address', (value) =>
    /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(value),
  ),
  date: text('must be a date such as 2026-05-29', isDate),
  select: text('must be one of the options', (value, { options }) => options.includes(value)),
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && !/\s/.test(value) && URL.canParse(value)
}

function isDate(value: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const time = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value)
}
