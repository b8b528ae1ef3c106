import type { OperationId } from '@mobieus/contract'
import { notFound } from '../../kit/problem.ts'
import * as groups from '../groups/groups.ts'
import { scimFault } from '../schema/faults.ts'
import * as users from '../users/users.ts'
import type { Operation } from './requests.rules.ts'

type AnyHandler = (ctx: object, request: object) => Promise<unknown>

/** An operation as the handler of a request of its own is called. */
export interface Call {
  readonly operationId: OperationId
  readonly handler: AnyHandler
  readonly request: object
  /** The path of the resource, below the base. */
  readonly address: string
}

const handlers = {
  Users: {
    POST: ['createScimUser', users.createScimUser],
    PUT: ['replaceScimUser', users.replaceScimUser],
    PATCH: ['patchScimUser', users.patchScimUser],
    DELETE: ['deleteScimUser', users.deleteScimUser],
  },
  Groups: {
    POST: ['createScimGroup', groups.createScimGroup],
    PUT: ['replaceScimGroup', groups.replaceScimGroup],
    PATCH: ['patchScimGroup', groups.patchScimGroup],
    DELETE: ['deleteScimGroup', groups.deleteScimGroup],
  },
} as const

const PATH = /^\/(Users|Groups)(?:\/([^/?#]+))?\/?$/

/** The call that an operation is; refuses another method with `invalidSyntax`, and a path that leads nowhere. */
export function callOf({ method, path, data }: Operation): Call {
  const [, kind, id] = PATH.exec(path) ?? []
  if (!isMethod(method))
    throw scimFault('invalidSyntax', 'method', 'is not POST, PUT, PATCH or DELETE')
  if (kind === undefined || (method === 'POST') !== (id === undefined)) throw notFound()
  const [operationId, handler] = handlers[kind as keyof typeof handlers][method]
  const request = { path: { id }, query: {}, header: {}, cookie: {}, body: data }
  const address = id === undefined ? `/${kind}` : `/${kind}/${id}`
  return { operationId, handler: handler as unknown as AnyHandler, request, address }
}

/** The name of the operation that is meant; without one the bulk request's own. */
export function nameOf({ method, path }: Operation): OperationId {
  const [, kind] = PATH.exec(path) ?? []
  if (kind === undefined || !isMethod(method)) return 'bulkScim'
  return handlers[kind as keyof typeof handlers][method][0]
}

const isMethod = (method: string): method is keyof typeof handlers.Users =>
  Object.hasOwn(handlers.Users, method)
