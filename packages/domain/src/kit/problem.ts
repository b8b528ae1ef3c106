import { errorCodes, Problem, type ErrorCode, type ProblemExtras } from '@mobieus/contract'

/** A refusal with a code of the contract; its HTTP status is the one the contract gives the code. */
export const problem = (code: ErrorCode, message: string, extras?: ProblemExtras): Problem =>
  new Problem(errorCodes[code].status, code, message, extras)

/** The one refusal of a resource that does not exist and of one that belongs to another member. */
export const notFound = (): Problem => problem('not_found', 'There is no such resource.')

/** The request contradicts the state of the resource. */
export const conflict = (message: string, field?: string): Problem =>
  problem('conflict', message, field ? { details: [{ field, code: 'conflict', message }] } : {})

/** The refusal of a field that is well formed and yet not possible. */
export const invalidField = (field: string, code: string, message: string): Problem =>
  problem('validation_failed', `The body has a fault: ${field} ${message}.`, {
    details: [{ field, code, message }],
  })

/** The refusal of a parameter or header that cannot be read. */
export const invalidParameter = (field: string, code: string, message: string): Problem =>
  problem('invalid_request', `The request has a fault: ${field} ${message}.`, {
    details: [{ field, code, message }],
  })

/** A reference in the body that leads to nothing the caller may see. */
export const noSuch = (field: string): Problem => invalidField(field, 'not_found', 'does not exist')

/** A placeholder for an operation whose contract is ahead of its code. */
export const notImplemented = (operationId: string): Problem =>
  new Problem(501, 'not_implemented', `${operationId} is not implemented yet.`)
