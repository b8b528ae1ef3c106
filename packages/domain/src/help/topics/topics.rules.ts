import type { components, FieldFault } from '@mobieus/contract'
import { problem } from '../../kit/problem.ts'

type Field = components['schemas']['HelpField']
type FieldInput = components['schemas']['HelpFieldInput']

/**
 * The fields of a topic as they are kept. Each has a key of its own, and a choice has its options, which
 * nothing else has; all that is wrong is told at once.
 */
export function fieldsOf(inputs: readonly FieldInput[]): Field[] {
  const faults = inputs.flatMap((each, i) => faultsOf(each, i, inputs))
  if (faults.length > 0) {
    const message = `The body has ${faults.length} faults, listed in details.`
    throw problem('validation_failed', message, { details: faults })
  }
  return inputs.map(({ key, label, type, is_required = false, options = [] }) => {
    return { key, label, type, is_required, options }
  })
}

function faultsOf({ key, type, options }: FieldInput, i: number, all: readonly FieldInput[]) {
  const fault = (name: string, code: string, message: string): FieldFault => ({
    field: `custom_fields[${i}].${name}`,
    code,
    message,
  })
  const first = all.findIndex((other) => other.key === key)
  return [
    ...(first < i ? [fault('key', 'duplicate', `is that of custom_fields[${first}]`)] : []),
    ...(type === 'select' && !options ? [fault('options', 'required', 'is required')] : []),
    ...(type !== 'select' && options
      ? [fault('options', 'not_allowed', 'is for fields of the type select')]
      : []),
  ]
}
