import type { Writing } from '../../kit/context.ts'
import { defer } from '../../kit/defer.ts'
import { carrierOf, HAND_OUT, type Carried } from '../queues/assignment.rules.ts'
import { noteIfWaiting, shiftingLoad } from '../queues/assignment.store.ts'

/**
 * Moves a ticket between the loads of agents. At the end of the transaction their rows are locked before all else, in one
 * order. A ticket that is opened locks its agent before the rest as well. Where an agent with a
 * bound is free for another ticket, what waits is handed out within a minute.
 */
export function shiftLoads(
  ctx: Writing & { readonly now: Date },
  before: Carried & { readonly assignee_capacity: number | null },
  after: Carried,
): void {
  const [from, to] = [carrierOf(before), carrierOf(after)]
  if (from === to) return
  const shifts = [
    ...(from === null ? [] : [{ agent: from, by: -1 }]),
    ...(to === null ? [] : [{ agent: to, by: 1 }]),
  ].sort((a, b) => a.agent - b.agent)
  const statements = shifts.map(({ agent, by }) => shiftingLoad(ctx.tenantId, agent, by))
  ctx.outbox.changes.unshift(
    ...statements.map(({ sql: text, parameters: values }) => ({ text, values })),
  )
  if (from !== null && before.assignee_capacity !== null)
    defer(ctx, noteIfWaiting(ctx.tenantId, from, HAND_OUT, ctx.now))
}
