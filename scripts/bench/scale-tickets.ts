import { GIVING_QUEUE } from './scale-fill-help.ts'
import type { ScaleTenant } from './scale-fill.ts'
import { get, list, nth, write, type ScaleRow } from './scale-requests.ts'

export const desk = '/api/v1/helpdesk'
export const queue = (t: ScaleTenant) => t.from.help_queues + 1
export const agent = (t: ScaleTenant) => t.from.help_agents + 1
/** An open ticket, another one for each n. */
export const ticket = (t: ScaleTenant, n: number) => nth('help_tickets', t, n, 10)
const newTicket = { subject: 'The refund has not come', body: 'It was due two weeks ago.' }
const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString().replace(/\.\d+/, '')
const at = (path: string) => () => `${desk}/${path}`

/** Tickets and their threads. */
export const TICKET_ROWS: readonly ScaleRow[] = [
  ...list('listTickets', `${desk}/tickets`, {
    status: { status: 'open' },
    priority: { priority: 'high' },
    queue_id: (t) => ({ queue_id: queue(t) }),
    assignee_id: (t) => ({ assignee_id: agent(t) }),
    unassigned: { unassigned: 'true' },
    'q, a hundred hits': { q: 'rare' },
    'q, all': { q: 'ticket' },
    'q and status': { q: 'rare', status: 'pending' },
    sla_state: { sla_state: 'breached' },
    rating: { rating: 'good' },
    snoozed: { snoozed: 'true' },
    requester_email: { requester_email: 'requester-7@example.com' },
    tag: { tag: 'tag-1' },
    updated_since: () => ({ updated_since: minutesAgo(100) }),
    'status and queue_id': (t) => ({ status: 'open', queue_id: queue(t) }),
    'status and assignee_id': (t) => ({ status: 'open', assignee_id: agent(t) }),
    'priority and sla_state': { priority: 'high', sla_state: 'breached' },
    'priority and unassigned': { priority: 'high', unassigned: 'true' },
    'priority and updated_since': () => ({ priority: 'high', updated_since: minutesAgo(100) }),
    'queue_id and tag': (t) => ({ queue_id: queue(t), tag: 'tag-1' }),
    'queue_id and sla_state': (t) => ({ queue_id: queue(t), sla_state: 'breached' }),
    'queue_id and snoozed': (t) => ({ queue_id: queue(t), snoozed: 'true' }),
    'assignee_id and updated_since': (t) => ({
      assignee_id: agent(t),
      updated_since: minutesAgo(100),
    }),
    'status and requester_email': {
      status: 'closed',
      requester_email: 'requester-7@example.com',
    },
    'status and tag': { status: 'pending', tag: 'tag-1' },
    'q and tag': { q: 'rare', tag: 'tag-1' },
    'q and queue_id': (t) => ({ q: 'rare', queue_id: queue(t) }),
    'q and priority': { q: 'rare', priority: 'high' },
    'q and snoozed': { q: 'rare', snoozed: 'false' },
    'q of all and tag': { q: 'ticket', tag: 'tag-1' },
    'q of a tenth and updated_since': () => ({ q: 'common', updated_since: minutesAgo(100) }),
    'q and updated_since': () => ({ q: 'ticket', updated_since: minutesAgo(100) }),
    'order and queue_id': (t) => ({ order: 'asc', queue_id: queue(t) }),
  }),
  {
    ...get('listTickets', at('tickets?status=pending&status=on_hold')),
    name: 'listTickets, statuses',
  },
  ...list('listTickets', `${desk}/tickets`, { order: { order: 'desc' } }, 'help_tickets').slice(3),
  {
    ...get('listTickets', at('tickets?q=common')),
    name: 'listTickets, q, a tenth of all',
    exempt: 'among a hundred times as many tickets it has a hundred times as many hits',
  },
  get('getTicket', (t) => `${desk}/tickets/${ticket(t, 0)}`),
  write('createTicket', `${desk}/tickets`, newTicket),
  write(
    'createTicket',
    `${desk}/tickets`,
    (t: ScaleTenant) => ({ ...newTicket, queue_id: t.from.help_queues + GIVING_QUEUE }),
    { name: 'createTicket, given and timed' },
  ),
  write(
    'updateTicket',
    (t, n) => `${desk}/tickets/${ticket(t, n)}`,
    (t: ScaleTenant, n: number) => ({
      priority: n % 2 ? 'low' : 'urgent',
      tags: ['tag-2'],
      assignee_id: agent(t),
    }),
  ),
  write('setTicketStatus', (t, n) => `${desk}/tickets/${ticket(t, n)}/status`, {
    status: 'pending',
  }),
  write(
    'linkTicket',
    `${desk}/tickets/{id}/link`,
    (t: ScaleTenant, n: number) => ({ ticket_id: ticket(t, n) }),
    {
      before: () => ({ path: `${desk}/tickets`, body: newTicket }),
    },
  ),
  write(
    'mergeTicket',
    `${desk}/tickets/{id}/merge`,
    (t: ScaleTenant, n: number) => ({ into_id: ticket(t, n) }),
    {
      before: () => ({ path: `${desk}/tickets`, body: newTicket }),
    },
  ),
  ...list('exportTickets', `${desk}/tickets/export`),
  get('listTicketMessages', (t) => `${desk}/tickets/${ticket(t, 0)}/messages`),
  write(
    'replyToTicket',
    `${desk}/tickets/{id}/reply`,
    { body: 'Is there news?' },
    {
      before: () => ({ path: `${desk}/tickets`, body: newTicket }),
    },
  ),
]
