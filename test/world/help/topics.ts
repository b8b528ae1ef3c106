import { grownId, type Part, type Place } from '../part.ts'
import { QUEUE } from './queues.ts'

/** A topic with a field, and one that is not active, which no ticket is about. */
export const part: Part = {
  ids: { topics: 41, deleteHelpTopic: 42 },
  furnish(place) {
    const { at, slugAt, insert } = place
    const [active, former] = [topicOf(place, true), topicOf(place, false)]
    insert('help_topics', [
      { ...active, id: at(41), slug: slugAt('invoices'), name: 'Invoices and refunds' },
      { ...former, id: at(42), slug: slugAt('fairs'), name: 'Fairs' },
    ])
  },
  grow: (place, numbers) =>
    place.insert(
      'help_topics',
      numbers.flatMap((i) => [
        { ...topicOf(place, true, 50), id: grownId(2 * i), slug: `topic-${i}`, name: 'Topic' },
        {
          ...topicOf(place, false, 50),
          id: grownId(2 * i + 1),
          slug: `former-${i}`,
          name: 'Former',
        },
      ]),
    ),
}

const field = { key: 'invoice_number', label: 'Invoice number', type: 'text', is_required: true }

const topicOf = ({ at }: Place, is_active: boolean, sort_order = 100) => ({
  ...{ queue_id: at(QUEUE.id), default_priority: 'high', is_active, sort_order },
  custom_fields: [{ ...field, options: [] }] as never,
})
