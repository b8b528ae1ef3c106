import type { components } from '@mobieus/contract'
import { nullableTimestamp, timestamp } from '../../kit/present.ts'
import { entityTagOf, referenceOf } from './tickets.rules.ts'
import type { TicketRow } from './tickets.store.ts'

type Ticket = components['schemas']['Ticket']

/** A ticket as the API shows it. */
export const presentTicket = (row: TicketRow): Ticket => ({
  id: row.id,
  reference: referenceOf(row),
  subject: row.subject,
  status: row.status as Ticket['status'],
  priority: row.priority as Ticket['priority'],
  source: row.source as Ticket['source'],
  queue: { id: row.queue_id, name: row.queue_name },
  help_topic_id: row.help_topic_id,
  assignee:
    row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name as string },
  requester: { id: row.requester_id, name: row.requester_name, email: row.requester_email },
  collaborators: row.collaborators.map(({ id, name, email }) => ({ id, name, email })),
  tags: row.tags,
  custom_fields: row.custom_fields,
  sla_state: row.sla_state as Ticket['sla_state'],
  first_response_due_at: nullableTimestamp(row.first_response_due_at),
  resolution_due_at: nullableTimestamp(row.resolution_due_at),
  first_responded_at: nullableTimestamp(row.first_responded_at),
  resolved_at: nullableTimestamp(row.resolved_at),
  closed_at: nullableTimestamp(row.closed_at),
  created_at: timestamp(row.created_at),
  updated_at: timestamp(row.updated_at),
  satisfaction:
    row.rating === null
      ? null
      : {
          rating: row.rating as 'good',
          comment: row.rating_comment,
          rated_at: timestamp(row.rated_at as Date),
        },
  snoozed_until: nullableTimestamp(row.snoozed_until),
  merged_into:
    row.merged_into_id === null
      ? null
      : {
          id: row.merged_into_id,
          reference: referenceOf({ number: row.merged_into_number as number }),
        },
  links: row.links.map(({ kind, id, number }) => ({
    ...{ kind: kind as 'related', id, reference: referenceOf({ number }) },
  })),
})

/** The body and the headers of an answer that is a ticket, for `reply`. */
export const shownTicket = (row: TicketRow) =>
  [{ data: presentTicket(row) }, { headers: { ETag: entityTagOf(row) } }] as const
