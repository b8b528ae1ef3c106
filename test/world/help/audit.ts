import { grownId, type Part, type Place } from '../part.ts'
import { AGENT } from './agents.ts'

/** An entry about a ticket that an agent has brought to another status. */
export const part: Part = {
  furnish: (place) => place.insert('help_audit', [entryOf(place, place.at(8101))]),
  grow: (place, numbers) =>
    place.insert(
      'help_audit',
      numbers.map((i) => entryOf(place, grownId(i))),
    ),
}

const entryOf = ({ at, now }: Place, id: number) => ({
  ...{ id, event_key: 'ticket.status_changed', actor_kind: 'agent', agent_id: at(AGENT) },
  ...{ user_id: at(9), target_kind: 'ticket', target_id: at(1234), created_at: now },
  ...{ before_json: { status: 'new' } as never, after_json: { status: 'open' } as never },
})
