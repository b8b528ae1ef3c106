import type { Context } from '../../kit/context.ts'
import { conditionsOf } from '../../kit/preconditions.ts'
import { unwrap } from '../../kit/reply.ts'
import { scimFault } from '../schema/faults.ts'
import { callOf, type Call } from './calls.ts'
import { mapTexts, referredTo } from './references.rules.ts'
import type { Operation } from './requests.rules.ts'
import { carriedOut, refusalOf, refused, type BulkContext, type Result } from './results.ts'

/** The ids of what operations have made, by their bulkId. */
export type Ids = ReadonlyMap<string, string>

/** Carries out one operation in a transaction of its own, as a request of its own would be. */
export async function carryOut(ctx: BulkContext, operation: Operation, made: Ids): Promise<Result> {
  try {
    const call = callOf(resolved(operation, made))
    const answer = await ctx.write((writing) => answerOf(writing, call, operation.version))
    return carriedOut(ctx, operation, call.address, answer)
  } catch (error) {
    return refused(ctx, operation, refusalOf(ctx, error))
  }
}

/** Calls the handler of an operation within a transaction. */
export async function answerOf(writing: Context<'bulkScim'>, call: Call, version?: string) {
  const conditions = conditionsOf({ 'if-match': version })
  const returned = await call.handler(writingOf(writing, call, conditions), call.request)
  if (conditions?.held === false)
    throw scimFault('invalidValue', 'version', 'is of nothing that is there before')
  return unwrap(returned, 200)
}

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
export function resolved(operation: Operation, made: Ids): Operation {
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
