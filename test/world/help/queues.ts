import { grownId, type Part } from '../part.ts'

export const QUEUE = { id: 3, slug: 'billing', name: 'Billing' }
const EMPTY = { id: 4, slug: 'returns', name: 'Returns' }

/** Two queues, 4 of which nothing names, beside the default that every community begins with. */
export const part: Part = {
  ids: { queues: QUEUE.id, deleteHelpQueue: EMPTY.id },
  furnish({ at, slugAt, insert }) {
    insert(
      'help_queues',
      [QUEUE, EMPTY].map(({ id, slug, name }) => ({ id: at(id), slug: slugAt(slug), name })),
    )
  },
  grow: ({ insert }, numbers) =>
    insert(
      'help_queues',
      numbers.map((i) => ({ id: grownId(i), slug: `queue-${i}`, name: `Queue ${i}` })),
    ),
}
