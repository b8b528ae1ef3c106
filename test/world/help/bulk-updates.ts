import { MODERATOR } from '../core/users.ts'
import { grownId, type Part, type Place } from '../part.ts'
import { AGENT } from './agents.ts'

const BULK = 91
const TICKET = 1234

/** A bulk update of one ticket. */
export const part: Part = {
  ids: { 'bulk-updates': BULK },
  furnish(place) {
    const { at, insert } = place
    insert('help_bulk_updates', [bulkOf(place, at(BULK))])
    insert('help_bulk_results', [{ bulk_id: at(BULK), ticket_id: at(TICKET), outcome: 'updated' }])
  },
  grow(place, numbers) {
    const { at, insert } = place
    insert(
      'help_bulk_updates',
      numbers.map((i) => bulkOf(place, grownId(i))),
    )
    insert(
      'help_bulk_results',
      numbers.map((i) => ({ bulk_id: at(BULK), ticket_id: grownId(i), outcome: 'updated' })),
    )
  },
}

const bulkOf = ({ at, now }: Place, id: number) => ({
  ...{ id, change: { priority: 'high' } as never, total: 1, updated: 1, by_key: false },
  ...{ agent_id: at(AGENT), user_id: at(MODERATOR.id), created_at: now, finished_at: now },
})
