import type { Writing } from '../../kit/context.ts'
import type { Subscriber, SystemWriting } from '../../kit/surface.ts'
import { onEvents, startSubscriber } from '../../platform/subscribers.ts'
import { TICKET_EVENTS, type TicketEvent, type TicketEventType } from '../tickets/events.ts'
import { findBody, listLatestBodies } from '../tickets/messages.store.ts'
import { findTicket, type TicketRow } from '../tickets/tickets.store.ts'
import type { News } from './news.rules.ts'
import type { Audience } from './recipients.store.ts'
import { tellAgents } from './tell-agents.ts'

const SUBSCRIBER = 'help-notifications'

/**
 * Mails agents what happens to their tickets, and new tickets that nobody has to the agents of the queue. A tenant has
 * it from its first e-mail account on. A change that another one has overtaken is not told.
 */
export const notifying: Subscriber = onEvents<TicketEventType>(SUBSCRIBER, TICKET_EVENTS, notify, {
  everywhere: false,
})

/** Lets the tenant's log be read from here on, unless it is already. */
export const startNotifying = (ctx: Writing): Promise<void> => startSubscriber(ctx, SUBSCRIBER)

async function notify(ctx: SystemWriting, event: TicketEvent): Promise<void> {
  const row = await findTicket(ctx, { id: event.data.ticket_id })
  const told = row && newsOf(event, row)
  if (!row || !told) return
  const body = await bodyOf(ctx, event)
  await tellAgents(ctx, row, told.audience, { ...told.news, body })
}

interface Told {
  readonly audience: Audience
  readonly news: News
}

/** The news of an event, and for whom, by the ticket as it is now; nothing where there is nobody to tell. */
function newsOf(event: TicketEvent, row: TicketRow): Told | undefined {
  const { type, data } = event
  if (type === 'ticket.created') {
    if (row.assignee_id !== null) return undefined
    const news = { event_key: type, title: `New ticket in ${row.queue_name}`, by: data.by }
    return { audience: { queueId: row.queue_id }, news }
  }
  if (row.assignee_id === null) return undefined
  const audience = { agentId: row.assignee_id }
  if (type === 'ticket.replied')
    return {
      audience,
      news: { event_key: type, title: `Reply of ${data.author.name}`, by: data.author },
    }
  if (type === 'ticket.assigned')
    return data.to?.id === row.assignee_id
      ? { audience, news: { event_key: type, title: 'Assigned to you', by: data.by } }
      : undefined
  // The reply that has moved it is told already.
  if (data.by.kind === 'requester' || data.to !== row.status) return undefined
  return { audience, news: { event_key: type, title: `Now ${data.to}`, by: data.by } }
}

/** The message that the news are about: a reply, or the first one of a ticket that is new to an agent. */
async function bodyOf(ctx: SystemWriting, { type, data }: TicketEvent): Promise<string | null> {
  if (type === 'ticket.status_changed') return null
  if (type === 'ticket.replied') return findBody(ctx, data.ticket_id, data.message_id)
  return (await listLatestBodies(ctx, [data.ticket_id])).get(data.ticket_id) ?? null
}
