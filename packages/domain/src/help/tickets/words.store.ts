import { sql } from 'kysely'
import type { Writing } from '../../kit/context.ts'
import { defer } from '../../kit/defer.ts'

/** The number that a subject has in the place of its message. */
export const SUBJECT = 0

/** A text of a ticket that searches find: a message, or the subject. */
export interface Findable {
  readonly ticketId: number
  readonly messageId: number
  readonly text: string
}

/** Leaves the words of a text for the end of the transaction, in the place of what they were before. */
export function deferWords(
  { tx, tenantId, outbox }: Writing,
  language: string,
  { ticketId, messageId, text }: Findable,
): void {
  const weight = messageId === SUBJECT ? 'A' : 'D'
  const words = sql`help_words(${tenantId}, ${language}::text::regconfig, ${weight}, ${text})`
  const statement = sql`
    insert into help_ticket_words (tenant_id, ticket_id, message_id, words)
    values (${tenantId}, ${ticketId}, ${messageId}, ${words})
    on conflict (tenant_id, ticket_id, message_id) do update set words = excluded.words`
  defer({ outbox }, statement.compile(tx))
}
