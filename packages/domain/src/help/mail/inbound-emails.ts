import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { referenceOf } from '../tickets/tickets.rules.ts'
import { listInbound, type ReceivedMail } from './inbound-emails.store.ts'

export const listInboundEmails: Handler<'listInboundEmails'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await listInbound(ctx, query, page), presentReceived)
}

type Received = components['schemas']['ReceivedEmail']

/** A mail that came, as the API shows it. */
const presentReceived = (row: ReceivedMail): Received => ({
  id: row.id,
  account_id: row.account_id,
  message_id: row.message_id,
  kind: row.kind as Received['kind'],
  sender: { email: row.sender_email, name: row.sender_name },
  subject: row.subject,
  action: row.action as Received['action'],
  ticket: ticketOf(row),
  ticket_message_id: row.ticket_message_id,
  unanswered: row.unanswered,
  is_third_party: row.is_third_party,
  received_at: timestamp(row.received_at),
})

const ticketOf = ({ ticket_id, number }: ReceivedMail) =>
  ticket_id !== null && number !== null
    ? { id: ticket_id, reference: referenceOf({ number }) }
    : null
