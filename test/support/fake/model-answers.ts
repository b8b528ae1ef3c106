import type { Asked, ModelSays } from './model.ts'

/** The answers that the documentation shows, to whatever prompt asks; ids are those of the data. */
export function documentedAnswer({ body, data }: Asked): ModelSays {
  const properties = body.tools?.[0]?.input_schema?.properties ?? {}
  if ('overall' in properties)
    return {
      input: {
        ...{ overall: 'frustrated', confidence: 0.82 },
        signals: ['second follow-up', 'wait time mentioned', 'all-caps emphasis'],
      },
    }
  if ('suggestions' in properties)
    return { input: { suggestions: ['It is on its way.', 'Which order?', 'Back tomorrow.'] } }
  if ('help_topic_id' in properties)
    return {
      input: {
        ...{ help_topic_id: data.topics[0]?.id ?? null, queue_id: data.queues[0]?.id ?? null },
        ...{ confidence: 0.9, reasoning: 'It names an invoice.' },
      },
    }
  if ('eta_hours' in properties)
    return {
      input: { eta_hours: 6, risk: 'medium', next_action: 'Ask for it.', blockers: ['number'] },
    }
  if ('gaps' in properties) {
    const ticket_ids = data.tickets.slice(0, 2).map(({ id }: { id: number }) => id)
    return { input: { gaps: [{ question: 'How long does a refund take?', ticket_ids }] } }
  }
  if ('intent' in data)
    return {
      text:
        'Hi {{requester.first_name}},\n\nOur refund policy is 14 days. {{ticket.reference}} is ' +
        'within that window.',
    }
  if ('events' in data) return { text: `It was changed [#${data.events[0]?.id}].` }
  return {
    text: 'Problem: The refund has not come.\nTried: nothing yet\nDone: nothing yet\nNext-step: Find it.',
  }
}
