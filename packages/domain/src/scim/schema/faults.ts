import type { Problem } from '@mobieus/contract'
import { problem } from '../../kit/problem.ts'

/** The words of RFC 7644, table 9, that a request's own faults have, with the codes of our details. */
const CODES = {
  invalidFilter: 'invalid_filter',
  invalidSyntax: 'invalid_syntax',
  invalidPath: 'invalid_path',
  noTarget: 'no_target',
  invalidValue: 'invalid_value',
  mutability: 'mutability',
  tooMany: 'too_many',
} as const

export type ScimType = keyof typeof CODES

/** The most characters that a refusal repeats of a path or a name that a caller has sent. */
const MOST_REPEATED = 200

/** The refusal of a request's own fault, 400 with its `scimType`; the field is an attribute's path or a parameter. */
export function scimFault(scimType: ScimType, field: string, message: string): Problem {
  const named = field.length > MOST_REPEATED ? `${field.slice(0, MOST_REPEATED)}…` : field
  return problem('invalid_request', `The request has a fault: ${named} ${message}.`, {
    details: [{ field: named, code: CODES[scimType], message }],
    facts: { scimType },
  })
}
