import type { components } from '@mobieus/contract'
import { Problem } from '@mobieus/contract'
import type { Context, Handler } from '../../kit/context.ts'
import { conditionsOf } from '../../kit/preconditions.ts'
import { problem } from '../../kit/problem.ts'
import { unwrap } from '../../kit/reply.ts'
import { failureOf } from '../failure.ts'
import { addressOf } from '../messages.ts'
import { scimFault } from '../schema/faults.ts'
import { callOf, type Call } from './calls.ts'
import { orderOf } from './order.rules.ts'
import { idIn, makersOf, mapTexts, referencesOf, referredTo } from './references.rules.ts'
import { requestOf, type Operation } from './requests.rules.ts'

type Result = components['schemas']['ScimBulkResult']

const RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse'

/**
 * Carries out each operation in a transaction of its own: what a crash leaves undone was not answered, and what was
 * answered is kept.
 */
export const bulkScim: Handler<'bulkScim'> = async (ctx, { body }) => {
  const { operations, failOnErrors } = requestOf(body)
  const { places, circular } = orderOf(referencesOf(operations))
  const makers = makersOf(operations)
  const made = new Map<string, string>()
  const results = new Map<number, Result>()
  let failures = 0
  for (const place of places) {
    if (failures >= failOnErrors) break
    const operation = operations[place] as Operation
    const isTwice = operation.method === 'POST' && makers.get(operation.bulkId ?? '') !== place
    const refused = circular.has(place)
      ? inCircle()
      : isTwice && operation.bulkId !== undefined
        ? scimFault('invalidValue', 'bulkId', 'is that of another operation as well')
        : undefined
    const result = await resultOf(ctx, operation, made, refused)
    if (result.response) failures++
    else if (operation.method === 'POST' && operation.bulkId !== undefined)
      made.set(operation.bulkId, result.location?.split('/').at(-1) as string)
    results.set(place, result)
  }
  const inOrder = [...results].sort(([a], [b]) => a - b)
  return { schemas: [RESPONSE], Operations: inOrder.map(([, result]) => result) }
}

const inCircle = () =>
  problem('conflict', 'The operation and others refer to each other in a circle.', {
    facts: { scimType: 'invalidValue' },
  })

type BulkContext = Parameters<Handler<'bulkScim'>>[0]

async function resultOf(
  ctx: BulkContext,
  operation: Operation,
  made: ReadonlyMap<string, string>,
  refused: Problem | undefined,
): Promise<Result> {
  const { method, bulkId, path } = operation
  const said = { method, ...(bulkId !== undefined && { bulkId }) }
  try {
    if (refused) throw refused
    const call = callOf(resolved(operation, made))
    const { status, headers } = await carriedOut(ctx, call, operation.version)
    const location = headers?.Location ?? addressOf(ctx, call.address)
    const version = headers?.ETag
    return {
      ...said,
      ...(version !== undefined && { version: String(version) }),
      ...{ location: String(location), status: String(status) },
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { status, body } = failureOf(error)
    const isPlaced = method !== 'POST' && idIn(path) !== undefined && !referredTo(idIn(path) ?? '')
    const place = isPlaced && { location: addressOf(ctx, path) }
    return { ...said, ...place, status: String(status), response: body }
  }
}

/** Calls the handler of an operation, as a request of its own would. */
const carriedOut = (ctx: BulkContext, call: Call, version: string | undefined) =>
  ctx.write(async (writing) => {
    const conditions = conditionsOf({ 'if-match': version })
    const returned = await call.handler(writingOf(writing, call, conditions), call.request)
    if (conditions?.held === false)
      throw scimFault('invalidValue', 'version', 'is of nothing that is there before')
    return unwrap(returned, 200)
  })

/** The context of the operation within: its name is what the provisioning log tells. */
const writingOf = (
  { tx, tenantId, tenant, caller, outbox, now, secrets, requestId, origin }: Context<'bulkScim'>,
  { operationId }: Call,
  conditions: Context['conditions'],
) => ({
  ...{ tx, tenantId, tenant, caller, outbox, now, secrets, requestId, origin },
  ...{ operationId, conditions },
})

/** The operation with the ids of what others have made in place of references to them. */
function resolved(operation: Operation, made: ReadonlyMap<string, string>): Operation {
  const idOf = (text: string): string => {
    const bulkId = referredTo(text)
    if (bulkId === undefined) return text
    const id = made.get(bulkId)
    if (id === undefined) throw scimFault('invalidValue', text, 'refers to nothing that was made')
    return id
  }
  const path = operation.path.split('/').map(idOf).join('/')
  return { ...operation, path, data: mapTexts(operation.data, idOf) }
}
