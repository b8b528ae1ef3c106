import { grownId, type Part, type Place } from '../part.ts'
import { QUEUE } from './queues.ts'

/** A canned response of the queue. */
export const part: Part = {
  ids: { 'canned-responses': 51 },
  furnish: (place) =>
    write(place, [
      {
        id: place.at(51),
        slug: place.slugAt('refund-sent'),
        title: 'Refund sent',
        sort_order: 100,
      },
    ]),
  grow: (place, numbers) =>
    write(
      place,
      numbers.map((i) => ({
        ...{ id: grownId(i), slug: `canned-${i}`, title: `Canned ${i}`, sort_order: 50 },
      })),
    ),
}

interface Named {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly sort_order: number
}

const write = ({ at, insert }: Place, each: readonly Named[]): void =>
  insert(
    'help_canned_responses',
    each.map((named) => ({
      ...named,
      ...{ body_md: 'Dear {{requester.first_name}}, it is on its way.', queue_id: at(QUEUE.id) },
      ...{ is_active: true, use_count: 12 },
    })),
  )
