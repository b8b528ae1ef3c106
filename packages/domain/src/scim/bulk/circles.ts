import { problem } from '../../kit/problem.ts'
import { createUser } from '../users/creating.ts'
import { takeMemberIds } from '../users/making.store.ts'
import { callOf, type Call } from './calls.ts'
import { answerOf, resolved, type Ids } from './carrying-out.ts'
import type { Operation } from './requests.rules.ts'
import { carriedOut, refusalOf, refused, type BulkContext, type Result } from './results.ts'

/**
 * Operations that refer to each other in a circle, as users do who manage each other. A provider must try to resolve
 * them (RFC 7644, 3.7.1), so their ids are taken beforehand.
 */

/** Whether an operation of a circle can be made together with the others: groups are no members of groups. */
export const isMadeTogether = ({ method, path }: Operation): boolean =>
  method === 'POST' && /^\/Users\/?$/.test(path)

/** Makes the users of a circle in one transaction; where one is refused, none of them is made. */
export async function carryOutCircle(
  ctx: BulkContext,
  circle: readonly Operation[],
  made: Ids,
): Promise<readonly Result[]> {
  let at = 0
  try {
    return await ctx.write(async (writing) => {
      const ids = await takeMemberIds(writing, circle.length)
      const own = circle.map(({ bulkId }, i) => [bulkId as string, String(ids[i])] as const)
      const known = new Map([...made, ...own])
      const results: Result[] = []
      for (at = 0; at < circle.length; at++) {
        const operation = circle[at] as Operation
        const call = callOf(resolved(operation, known))
        const answer = await answerOf(writing, withId(call, ids[at] as number), operation.version)
        results.push(carriedOut(ctx, operation, call.address, answer))
      }
      return results
    })
  } catch (error) {
    const refusal = refusalOf(ctx, error)
    const isOwn = (place: number) => place === at || refusal.status === 503
    return circle.map((each, place) => refused(ctx, each, isOwn(place) ? refusal : besideIt()))
  }
}

const withId = (call: Call, id: number): Call => ({
  ...call,
  handler: ((...[ctx, request]: Parameters<typeof createUser>) =>
    createUser(ctx, request, id)) as unknown as Call['handler'],
})

const besideIt = () =>
  problem('conflict', 'The operation is in a circle with another that was refused.', {
    facts: { scimType: 'invalidValue' },
  })
