import { grownId, type Part, type Place } from '../part.ts'
import { QUEUE } from './queues.ts'

/** A rule that moves what speaks of refunds to the queue. */
export const part: Part = {
  ids: { rules: 81 },
  furnish: (place) =>
    write(place, [{ id: place.at(81), name: 'Refunds are urgent', sort_order: 100 }]),
  grow: (place, numbers) =>
    write(
      place,
      numbers.map((i) => ({ id: grownId(i), name: `Rule ${i}`, sort_order: 50 })),
    ),
}

const refunds = { field: 'subject', key: null, operator: 'contains', values: ['refund'] }

const write = (
  { at, insert, now }: Place,
  each: readonly { readonly id: number; readonly name: string; readonly sort_order: number }[],
): void =>
  insert(
    'help_rules',
    each.map((named) => ({
      ...{ ...named, event: 'created', conditions: { all: [refunds], any: [] } as never },
      actions: [
        { type: 'set_priority', priority: 'urgent' },
        { type: 'assign_queue', queue_id: at(QUEUE.id) },
      ] as never,
      ...{ is_active: true, created_at: now, updated_at: now },
    })),
  )
