import { count, type SystemWriting } from '@mobieus/domain/kit'
import { agentList, queueList, tagList } from '@mobieus/domain/help'
import type { Insert } from './cast.ts'

/** The help desk of the demo: queues, agents and tags that the examples of the contract speak of. */
export async function insertHelpDesk(
  ctx: SystemWriting,
  insert: Insert,
  { moderator, seller }: Readonly<Record<'moderator' | 'seller', { id: number }>>,
): Promise<void> {
  await insert('help_queues', [
    { id: 3, slug: 'billing', name: 'Billing', assignment_policy: 'manual', is_default: false },
    { id: 4, slug: 'returns', name: 'Returns', assignment_policy: 'manual', is_default: false },
  ])
  count(ctx, queueList, 2)
  const agents = [
    { id: 21, user_id: moderator.id, is_active: true, presence: 'available', capacity: 10 },
    { id: 22, user_id: seller.id, is_active: false, presence: 'offline', capacity: null },
  ]
  await insert('help_agents', agents)
  for (const agent of agents) count(ctx, agentList, 1, agent)
  const onQueue = agents.map(({ id }) => ({ agent_id: id, queue_id: 3 }))
  await insert('help_queue_agents', onQueue)
  await insert('help_tags', [{ id: 31, slug: 'urgent', name: 'Urgent', color: '#d92d20' }])
  count(ctx, tagList, 1)
}
