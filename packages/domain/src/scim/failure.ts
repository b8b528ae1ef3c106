import type { components, Problem } from '@mobieus/contract'

type Code = components['schemas']['ErrorCode']

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'
/** The extension of SCIM's error, with the members that the envelope has. */
const OURS = 'urn:mobieus:params:scim:api:messages:1.0:Error'

/** The `scimType` of a failure (RFC 7644, table 9); a handler chooses another by the fact `scimType`. */
function scimTypeOf({ code, details, facts }: Problem): string | undefined {
  if (facts.scimType !== undefined) return facts.scimType as string
  if (details?.some(({ field }) => field === 'filter')) return 'invalidFilter'
  if (code === 'validation_failed') return 'invalidValue'
  if (code === 'conflict') return 'uniqueness'
  return details?.some(({ field }) => field === 'body') ? 'invalidSyntax' : undefined
}

/**
 * SCIM's own error (RFC 7644, 3.12), which tells every fault in one sentence, with its status. It knows no 422: a
 * faulty body is a bad request.
 */
export function failureOf(problem: Problem, requestId: string) {
  const { code, message, details = [], facts } = problem
  const { scimType: _, ...rest } = facts
  const status = problem.status === 422 ? 400 : problem.status
  const faults = details.map(({ field, message }) => `${field} ${message}`).join('; ')
  const detail = details.length > 1 ? `${message} ${faults}.` : message
  const scimType = scimTypeOf(problem)
  const said = { status: String(status), ...(scimType !== undefined && { scimType }), detail }
  const told = {
    code: code as Code,
    ...(details.length > 0 && { details }),
    ...rest,
    request_id: requestId,
  }
  return { status, body: { schemas: [ERROR], ...said, [OURS]: told } }
}
