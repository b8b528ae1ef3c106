import type { Writing } from '../../kit/context.ts'
import type { Chore, SystemWriting, Task } from '../../kit/surface.ts'
import { bySystem } from '../../platform/by-system.ts'
import { addTask } from '../../platform/tasks.ts'
import { HAND_OUT } from './assignment.rules.ts'
import * as store from './assignment.store.ts'
import { findQueue } from './queues.store.ts'
import { giveTicket } from '../tickets/assignment.ts'
import { findTicketThatIs } from '../tickets/tickets.store.ts'

const BATCH = 20

/** Gives tickets that wait in a queue to agents, the oldest first, as long as one can take them; answers how many. */
async function handOut(ctx: SystemWriting, queue: store.GivingQueue): Promise<number> {
  let given = 0
  for (const { id } of await store.lockWaiting(ctx, queue.id, BATCH)) {
    if (!(await giveTicket(ctx, await findTicketThatIs(ctx, { id }), queue))) break
    given++
  }
  return given
}

/** Hands out what waits in a queue, one of whose agents has come to be able to take tickets. */
export const handOutQueue: Task = {
  name: 'help-hand-out-queue',
  async run({ db, clock }, tenantId, queueId) {
    const batch = () =>
      bySystem(db, tenantId, clock(), async (ctx) => {
        const queue = await findQueue(ctx, queueId)
        return queue && queue.assignment_policy !== 'manual' ? handOut(ctx, queue) : 0
      })
    while ((await batch()) === BATCH);
    return undefined
  },
}

/** The same for every queue in which a ticket waits; noted where one comes to wait, and where an agent gets free. */
export const handOutWaiting: Chore = {
  name: HAND_OUT,
  async run(ctx) {
    let given = 0
    for (const queue of await store.listQueuesWaiting(ctx)) given += await handOut(ctx, queue)
    return given
  },
  next: store.never,
}

/** Lets an agent who has come back, or can take more, begin where the others are, and asks for what waits for one. */
export async function welcomeAgent(
  ctx: Writing & { readonly now: Date },
  { id, queue_ids }: { readonly id: number; readonly queue_ids: readonly number[] },
): Promise<void> {
  await store.setBehind(ctx, id)
  for (const queueId of queue_ids) addTask(ctx, handOutQueue, queueId)
}
