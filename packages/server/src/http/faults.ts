import { listFaults, MOST_FAULTS, Problem, type FieldFault } from '@mobieus/contract'
import type { SchemaFault } from '@mobieus/contract/artifacts'

/** `/tags/0/name` → `tags[0].name`, the way a person writes the path of a field. */
function fieldPath(pointer: string): string {
  let path = ''
  for (const raw of pointer.split('/').slice(1)) {
    const step = raw.replaceAll('~1', '/').replaceAll('~0', '~')
    path += /^\d+$/.test(step) ? `[${step}]` : path === '' ? step : `.${step}`
  }
  return path
}

const join = (base: string, name: string) => (base === '' ? name : `${base}.${name}`)

/** The name of an invisible character: `U+202E`. */
const named = (codePoint: unknown) =>
  `U+${Number(codePoint).toString(16).toUpperCase().padStart(4, '0')}`

/** One schema fault in our words; `whole` names the value itself where no field of it is at fault. */
function describe(fault: SchemaFault, whole: string): FieldFault | undefined {
  const at = fieldPath(fault.instancePath)
  const field = at === '' ? whole : at
  const p = fault.params
  const say = (code: string, message: string): FieldFault => ({ field, code, message })
  switch (fault.keyword) {
    case 'required':
      return {
        field: join(at, String(p.missingProperty)),
        code: 'required',
        message: 'is required',
      }
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const name = String(p.additionalProperty ?? p.unevaluatedProperty)
      return {
        field: join(at, name),
        code: 'unknown_field',
        message: 'is not a field of this request',
      }
    }
    case 'false schema':
      return say('not_allowed', 'is not allowed here')
    case 'readOnly':
      return say('not_allowed', 'is set by the server')
    case 'type':
      return say('type', `must be ${String(p.type).replaceAll(',', ' or ')}`)
    case 'enum':
      return say('enum', `must be one of ${(p.allowedValues as unknown[]).join(', ')}`)
    case 'const':
      return say('enum', `must be ${String(p.allowedValue)}`)
    case 'format':
      return say('format', `must be a valid ${String(p.format)}`)
    case 'line':
      return p.codePoint === undefined
        ? say('blank', 'must have a character that can be seen')
        : say('character', `must be one line of text, and has the character ${named(p.codePoint)}`)
    case 'pattern':
      return say('pattern', `must match ${String(p.pattern)}`)
    case 'minLength':
      return say('too_short', `must have at least ${String(p.limit)} characters`)
    case 'maxLength':
      return say('too_long', `must have at most ${String(p.limit)} characters`)
    case 'minimum':
    case 'exclusiveMinimum':
      return say('too_small', `must be ${String(p.comparison)} ${String(p.limit)}`)
    case 'maximum':
    case 'exclusiveMaximum':
      return say('too_large', `must be ${String(p.comparison)} ${String(p.limit)}`)
    case 'minItems':
    case 'minProperties':
      return say('too_few', `must have at least ${String(p.limit)} entries`)
    case 'maxItems':
    case 'maxProperties':
      return say('too_many', `must have at most ${String(p.limit)} entries`)
    // `if` only says that `then` or `else` failed, and those are reported themselves; a ceiling is no fault.
    case 'if':
    case 'ceiling':
      return undefined
    default:
      return say(fault.keyword, fault.message ?? 'is not valid')
  }
}

/** Faults, and whether there may be more than these. */
export interface FoundFaults {
  readonly faults: FieldFault[]
  readonly more: boolean
}

/**
 * The faults of a value, each once, in the order the schema found them. One more than a failure lists is
 * enough to know that there are too many.
 */
export function describeFaults(
  faults: readonly SchemaFault[] | null | undefined,
  whole: string,
): FoundFaults {
  const found = new Map<string, FieldFault>()
  let more = false
  for (const fault of faults ?? []) {
    if (fault.keyword === 'ceiling') more = true
    const described = found.size > MOST_FAULTS ? undefined : describe(fault, whole)
    if (described) found.set(`${described.field} ${described.code}`, described)
  }
  return { faults: [...found.values()], more }
}

/**
 * The refusal of a faulty request: its message says how many faults there are, and the only one.
 */
export function refuse(
  status: number,
  code: string,
  what: string,
  found: FieldFault[],
  more = found.length > MOST_FAULTS,
): Problem {
  const details = listFaults(found)
  const says = more
    ? `more than ${details.length} faults, of which details lists the first.`
    : details.length > 1
      ? `${details.length} faults, listed in details.`
      : `a fault: ${details[0]?.field} ${details[0]?.message}.`
  const facts = more ? { details_truncated: true } : {}
  return new Problem(status, code, `${what} has ${says}`, { details, facts })
}
