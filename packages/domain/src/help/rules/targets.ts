import type { Partition } from '../../kit/context.ts'
import { noSuch } from '../../kit/problem.ts'
import { together } from '../../kit/together.ts'
import { requireAgent } from '../agents/choice.ts'
import { keepQueues } from '../queues/queues.store.ts'
import { keepTags } from '../tags/tags.store.ts'
import type { Action } from './actions.rules.ts'

/** Refuses actions whose queue, agent or tag is not there; all that is missing is told at once. */
export const requireTargets = (ctx: Partition, actions: readonly Action[]): Promise<unknown> =>
  together(actions.map((action, i) => requireTarget(ctx, action, `actions[${i}]`)))

async function requireTarget(ctx: Partition, action: Action, at: string): Promise<void> {
  switch (action.type) {
    case 'assign_queue':
      if (!(await keepQueues(ctx, [action.queue_id])).has(action.queue_id))
        throw noSuch(`${at}.queue_id`)
      return
    case 'assign_agent':
      if (action.agent_id !== null) await requireAgent(ctx, action.agent_id, `${at}.agent_id`)
      return
    case 'add_tag':
    case 'remove_tag':
      if (!(await keepTags(ctx, [action.tag])).has(action.tag)) throw noSuch(`${at}.tag`)
  }
}
