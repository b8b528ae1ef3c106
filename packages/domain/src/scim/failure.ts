import type { Problem } from '@mobieus/contract'

const ERROR = 'urn:ietf:params:scim:api:messages:2.0:Error'
/** The end of a message that points at details, which stand in the sentence here. */
const LISTED = /, (?:listed in details|of which details lists the first)\.$/

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
 * faulty body is a bad request. Strict clients refuse members that the RFC does not have.
 */
export function failureOf(problem: Problem) {
  const { message, details = [] } = problem
  const status = problem.status === 422 ? 400 : problem.status
  const faults = details.map(({ field, message }) => `${field} ${message}`).join('; ')
  const detail = details.length > 1 ? `${message.replace(LISTED, ':')} ${faults}.` : message
  const scimType = scimTypeOf(problem)
  const said = { status: String(status), ...(scimType !== undefined && { scimType }), detail }
  return { status, body: { schemas: [ERROR], ...said } }
}
