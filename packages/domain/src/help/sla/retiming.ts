import { bySystem } from '../../platform/by-system.ts'
import { addTask } from '../../platform/tasks.ts'
import type { Writing } from '../../kit/context.ts'
import type { Task, Work } from '../../kit/surface.ts'
import { timeTickets } from './clock.ts'
import { listQueuesHeld } from './terms.store.ts'
import { lockTicketsOfQueue } from './tickets.store.ts'

const BATCH = 100
const AGAIN_MS = 60_000
const ACTIVE = ['new', 'open', 'pending', 'on_hold']

/** Holds the tickets of a queue that have not ended to its plan as it is now, in batches. */
async function retime({ db, clock }: Work, tenantId: number, queueId: number): Promise<undefined> {
  for (const status of ACTIVE) {
    let last: number | undefined = 0
    while (last !== undefined) {
      const after: number = last
      last = await bySystem(db, tenantId, clock(), async (ctx) => {
        const rows = await lockTicketsOfQueue(ctx, queueId, status, after, BATCH)
        await timeTickets(ctx, rows)
        return rows.length < BATCH ? undefined : rows.at(-1)?.id
      })
    }
  }
  return undefined
}

export const retimeQueue: Task = { name: 'help-sla-retime', run: retime }

/** The same a minute later, for tickets that a transaction from before the change has opened or moved. */
export const retimeQueueAgain: Task = { name: 'help-sla-retime-again', run: retime }

/** Asks for the tickets of a queue to be held to its plan anew, because queue, plan or calendar has changed. */
export function askToRetime(ctx: Writing & { readonly now: Date }, queueId: number): void {
  addTask(ctx, retimeQueue, queueId)
  addTask(ctx, retimeQueueAgain, queueId, new Date(ctx.now.getTime() + AGAIN_MS))
}

/** The same for every queue that has a plan, or one that counts in a calendar. */
export async function askToRetimeAll(
  ctx: Writing & { readonly now: Date },
  by: Parameters<typeof listQueuesHeld>[1],
): Promise<void> {
  for (const id of await listQueuesHeld(ctx, by)) askToRetime(ctx, id)
}
