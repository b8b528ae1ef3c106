import { scimFault } from '../schema/faults.ts'
import { isComplex } from '../schema/values.ts'

export type Op = 'add' | 'replace' | 'remove'

/** One operation of a PATCH as it was sent; its `op` in whatever case. */
export interface Operation {
  readonly op: Op
  readonly path: string | undefined
  readonly value: unknown
}

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:patchop'
/** The most operations of one PATCH. */
const MOST_OPERATIONS = 1000

/** The operations of a PATCH's body. Clients that leave `schemas` out are taken at their word. */
export function operationsOf(body: unknown): readonly Operation[] {
  if (!isComplex(body)) throw syntax('body', 'is not an object')
  const schemas = memberOf(body, 'schemas')
  if (Array.isArray(schemas) && !schemas.some((each) => lower(each) === PATCH_OP))
    throw syntax('schemas', 'does not name the PatchOp message')
  const operations = memberOf(body, 'operations')
  if (!Array.isArray(operations) || operations.length === 0)
    throw syntax('Operations', 'is not a list of operations')
  if (operations.length > MOST_OPERATIONS)
    throw syntax('Operations', `has more than ${MOST_OPERATIONS} operations`)
  return operations.map((each: unknown, place) => operationOf(each, `Operations[${place}]`))
}

function operationOf(sent: unknown, at: string): Operation {
  if (!isComplex(sent)) throw syntax(at, 'is not an object')
  const op = lower(memberOf(sent, 'op'))
  if (op !== 'add' && op !== 'replace' && op !== 'remove')
    throw syntax(`${at}.op`, 'is not add, replace or remove')
  const path = memberOf(sent, 'path')
  if (path !== undefined && path !== null && typeof path !== 'string')
    throw scimFault('invalidPath', `${at}.path`, 'is not a string')
  return { op, path: path || undefined, value: memberOf(sent, 'value') }
}

/** The member of an object of the message, whose names are in any case. */
export function memberOf(object: object, name: string): unknown {
  return Object.entries(object).find(([key]) => key.toLowerCase() === name)?.[1]
}

const lower = (word: unknown) => (typeof word === 'string' ? word.toLowerCase() : undefined)

const syntax = (field: string, message: string) => scimFault('invalidSyntax', field, message)
