import type { Subscriber } from '../../kit/surface.ts'
import { onEvents } from '../../platform/subscribers.ts'
import { lockAgentOfMember, STANDING } from './agents.store.ts'
import { setActive } from './agents.ts'

/**
 * Agents whose member is banned, suspended or leaving become inactive; administrators let them in again. A tenant has
 * it from its first agent on, so that others have no reader of their log for it.
 */
export const agentStanding: Subscriber = {
  ...onEvents(
    STANDING,
    ['moderation.user_banned', 'moderation.user_suspended', 'user.left'],
    async (ctx, { type, data }) => {
      const userId = type === 'user.left' ? data.user_id : data.target.id
      const agent = await lockAgentOfMember(ctx, userId)
      if (agent?.is_active) await setActive(ctx, agent, false)
    },
  ),
  everywhere: false,
}
