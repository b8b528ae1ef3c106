import type { components } from '@mobieus/contract'
import { oneLine } from '../mail/text.rules.ts'
import { referenceOf } from '../tickets/tickets.rules.ts'
import type { TicketRow } from '../tickets/tickets.store.ts'

/** Something about a ticket that agents are told. */
export interface News {
  /** The key of the preference that is asked. */
  readonly event_key: string
  /** A few words for the subject, such as `Assigned to you`. */
  readonly title: string
  /** The text of the message that it is about. */
  readonly body?: string | null
  /** The one who has done it, who is not told. */
  readonly by?: Pick<components['schemas']['TicketAuthor'], 'kind' | 'id'>
}

const MOST_OF_BODY = 2_000

/** Whether an agent is the one who has done it, as an agent or as a member. */
export const isBy = (
  agent: { readonly id: number; readonly user_id: number },
  { by }: Pick<News, 'by'>,
): boolean =>
  (by?.kind === 'agent' && by.id === agent.id) || (by?.kind === 'member' && by.id === agent.user_id)

/** The subject of a mail to an agent; its reference leads an answer to the ticket. */
export const subjectOfNews = (row: TicketRow, { title }: News): string =>
  oneLine(`[${referenceOf(row)}] ${title}: ${row.subject}`)

/** The text of a mail to an agent. */
export const textOfNews = (row: TicketRow, { title, body }: News): string =>
  [
    `${title}.`,
    '',
    ...(body ? [shortened(body), ''] : []),
    `Ticket:    ${referenceOf(row)} ${row.subject}`,
    `Requester: ${row.requester_name}`,
    `Queue:     ${row.queue_name}`,
    `Priority:  ${row.priority}`,
    `Status:    ${row.status}`,
    '',
    'An answer to this mail is added to the ticket.',
    '',
  ].join('\n')

const shortened = (text: string): string =>
  text.length > MOST_OF_BODY ? `${text.slice(0, MOST_OF_BODY).trimEnd()} …` : text
