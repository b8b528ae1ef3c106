import { grownId, type Part } from '../part.ts'
import { MODERATOR, SELLER } from '../core/users.ts'
import { QUEUE } from './queues.ts'

export const AGENT = 21
const INACTIVE = 22

/** Two agents of the queue, one of whom has an open ticket, and one of whom is not active. */
export const part: Part = {
  ids: { agents: AGENT, activateHelpAgent: INACTIVE },
  furnish({ at, insert }) {
    insert('help_agents', [
      {
        ...{ id: at(AGENT), user_id: at(MODERATOR.id), is_active: true },
        ...{ presence: 'available', capacity: 10, open_count: 1 },
      },
      {
        ...{ id: at(INACTIVE), user_id: at(SELLER.id), is_active: false },
        ...{ presence: 'offline', capacity: null, open_count: 0 },
      },
    ])
    insert(
      'help_queue_agents',
      [AGENT, INACTIVE].map((id) => ({ agent_id: at(id), queue_id: at(QUEUE.id) })),
    )
  },
  // The members of the same numbers become agents.
  grow({ at, insert }, numbers) {
    const common = { is_active: true, presence: 'available', capacity: null }
    insert(
      'help_agents',
      numbers.map((i) => ({ ...common, id: grownId(i), user_id: grownId(i) })),
    )
    insert(
      'help_queue_agents',
      numbers.map((i) => ({ agent_id: grownId(i), queue_id: at(QUEUE.id) })),
    )
  },
}
