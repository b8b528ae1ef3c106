import type { EventType } from '../../kit/context.ts'
import type { LoggedEvent } from '../../platform/subscribers.ts'

/** The events of a ticket, which rules and notifications follow. */
export const TICKET_EVENTS = [
  'ticket.created',
  'ticket.replied',
  'ticket.status_changed',
  'ticket.assigned',
] as const satisfies readonly EventType[]

export type TicketEventType = (typeof TICKET_EVENTS)[number]
export type TicketEvent = LoggedEvent<TicketEventType>
