import { problem } from '../../kit/problem.ts'
import { memberOf } from '../patch/operations.ts'
import { scimFault } from '../schema/faults.ts'
import { isComplex } from '../schema/values.ts'

/** The most operations of one request. */
export const MOST_OPERATIONS = 1000

const BULK = 'urn:ietf:params:scim:api:messages:2.0:bulkrequest'

/** One operation of a bulk request as it was sent. */
export interface Operation {
  readonly method: string
  readonly bulkId: string | undefined
  readonly version: string | undefined
  readonly path: string
  readonly data: unknown
}

/** A bulk request; without `failOnErrors` no number of failures ends it. */
export interface BulkRequest {
  readonly failOnErrors: number
  readonly operations: readonly Operation[]
}

/** Reads a bulk request (RFC 7644, 3.7); more operations than are taken are `413`. */
export function requestOf(body: object): BulkRequest {
  const schemas = memberOf(body, 'schemas')
  const isBulk = (each: unknown) => String(each).toLowerCase() === BULK
  if (Array.isArray(schemas) && !schemas.some(isBulk))
    throw scimFault('invalidSyntax', 'schemas', 'does not name the BulkRequest message')
  const operations = memberOf(body, 'operations')
  if (!Array.isArray(operations) || operations.length === 0)
    throw scimFault('invalidSyntax', 'Operations', 'is not a list of operations')
  if (operations.length > MOST_OPERATIONS)
    throw problem('payload_too_large', `A request takes at most ${MOST_OPERATIONS} operations.`)
  const failOnErrors = memberOf(body, 'failonerrors')
  return {
    failOnErrors: typeof failOnErrors === 'number' && failOnErrors > 0 ? failOnErrors : Infinity,
    operations: operations.map(operationOf),
  }
}

function operationOf(sent: unknown): Operation {
  const of = isComplex(sent) ? sent : {}
  return {
    method: (textOf(of, 'method') ?? '').toUpperCase(),
    bulkId: textOf(of, 'bulkid'),
    version: textOf(of, 'version'),
    path: `/${(textOf(of, 'path') ?? '').replace(/^\/+/, '')}`,
    data: memberOf(of, 'data'),
  }
}

function textOf(object: object, name: string): string | undefined {
  const value = memberOf(object, name)
  return typeof value === 'string' && value !== '' ? value : undefined
}
