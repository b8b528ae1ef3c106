import type { Problem } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { problem } from '../../kit/problem.ts'
import { noteRefusals } from '../requests/requests.ts'
import { scimFault } from '../schema/faults.ts'
import { nameOf } from './calls.ts'
import { carryOut, type Ids } from './carrying-out.ts'
import { carryOutCircle, isMadeTogether } from './circles.ts'
import { orderOf } from './order.rules.ts'
import { makersOf, referencesOf } from './references.rules.ts'
import { requestOf, type BulkRequest, type Operation } from './requests.rules.ts'
import { idMade, refusalOf, refused, type BulkContext, type Result } from './results.ts'

const RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:BulkResponse'

/** The operations in a row that the service cannot carry out, before it tries no more of them. */
const MOST_UNAVAILABLE = 3

type Results = Map<number, Result>

/** Carries out operations; those that are refused are noted at the end, even where it ends in an error of ours. */
export const bulkScim: Handler<'bulkScim'> = async (ctx, { body }) => {
  const request = requestOf(body)
  const results: Results = new Map()
  try {
    await carryOutAll(ctx, request, results)
  } finally {
    await noteRefused(ctx, request.operations, results)
  }
  return { schemas: [RESPONSE], Operations: inOrder(results).map(([, result]) => result) }
}

const inOrder = (results: Results) => [...results].sort(([a], [b]) => a - b)

/**
 * Carries out each operation in a transaction of its own, and those of a circle in one: what a crash leaves undone was
 * not answered. Results stay when the service becomes unavailable for those behind them.
 */
async function carryOutAll(
  ctx: BulkContext,
  { operations, failOnErrors }: BulkRequest,
  results: Results,
): Promise<void> {
  const { places, circles } = orderOf(referencesOf(operations))
  const operationsAt = (circle: readonly number[]) =>
    circle.map((place) => operations[place] as Operation)
  const refusals = refusalsOf(operations, circles)
  const made = new Map<string, string>()
  let [failures, unavailable] = [0, 0]
  for (const place of places) {
    if (results.has(place)) continue
    if (failures >= failOnErrors) break
    const refusal = unavailable < MOST_UNAVAILABLE ? refusals.get(place) : untried()
    const circle = refusal ? undefined : circles.get(place)
    const done = circle
      ? await carryOutCircle(ctx, operationsAt(circle), made)
      : [await resultOf(ctx, operations[place] as Operation, made, refusal)]
    for (const [i, result] of done.entries()) {
      results.set(circle?.[i] ?? place, result)
      const id = idMade(result)
      if (id !== undefined && result.bulkId !== undefined) made.set(result.bulkId, id)
      if (result.response) failures++
      unavailable = result.status === '503' ? unavailable + 1 : 0
    }
  }
}

/** Those that are refused stand in the provisioning log; that it cannot be written just now takes nothing back. */
async function noteRefused(
  ctx: BulkContext,
  operations: readonly Operation[],
  results: Results,
): Promise<void> {
  const refusals = inOrder(results).flatMap(([place, { response }]) => {
    if (!response || response.status === '503') return []
    const operation = operations[place] as Operation
    return [{ operation: nameOf(operation), path: operation.path, failure: response }]
  })
  if (refusals.length === 0) return
  const work = ctx.record(async (own) => noteRefusals(own, refusals))
  await work.catch((error: unknown) => refusalOf(ctx, error))
}

const resultOf = (
  ctx: BulkContext,
  operation: Operation,
  made: Ids,
  refusal: Problem | undefined,
): Result | Promise<Result> =>
  refusal ? refused(ctx, operation, refusal) : carryOut(ctx, operation, made)

/** The operations that are refused whatever there is: those of a circle with a group, and a second of one bulkId. */
function refusalsOf(
  operations: readonly Operation[],
  circles: ReadonlyMap<number, readonly number[]>,
): ReadonlyMap<number, Problem> {
  const makers = makersOf(operations)
  const refusals = new Map<number, Problem>()
  for (const [place, { method, bulkId }] of operations.entries()) {
    const circle = circles.get(place) ?? []
    if (!circle.every((each) => isMadeTogether(operations[each] as Operation)))
      refusals.set(place, inCircle())
    else if (method === 'POST' && bulkId !== undefined && makers.get(bulkId) !== place)
      refusals.set(
        place,
        scimFault('invalidValue', 'bulkId', 'is that of another operation as well'),
      )
  }
  return refusals
}

const inCircle = () =>
  problem('conflict', 'The operation and others refer to each other in a circle.', {
    facts: { scimType: 'invalidValue' },
  })

const untried = () =>
  problem('unavailable', 'The service cannot answer just now, and the operation was not tried.')
