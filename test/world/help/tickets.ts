import { createHash } from 'node:crypto'
import { attachmentKeyOf, sourceKeyOf } from '../../../packages/domain/src/help/index.ts'
import { grownId, type Part, type Place } from '../part.ts'
import { AGENT } from './agents.ts'
import { QUEUE } from './queues.ts'

const TICKET = 1234
/** A ticket that others are merged into and linked to. */
const OTHER = 1230
const MERGED = 1231
const LINKED = 1232
const REQUESTER = 71
const ATTACHMENT = 9101
/** An upload that no message has taken. */
const UPLOAD = 9102
const CONTENT = 'Invoice 2026-0117, two weeks late.\n'
const digestOf = (text: string) => createHash('sha256').update(text).digest('hex')
const sha256 = digestOf(CONTENT)
const SOURCE = 'From: ada@example.com\r\n\r\nIt was due two weeks ago.\r\n'
const COLLABORATOR = 73
const TOPIC = 41
const TAG = 31

/** A ticket that an agent has answered. */
export const part: Part = {
  ids: {
    ...{ tickets: TICKET, 'ticket-messages': TICKET, requesters: REQUESTER },
    ...{ unmergeTicket: MERGED, unlinkTicket: LINKED, downloadTicketAttachment: ATTACHMENT },
  },
  furnish(place) {
    const { at, insert, store, tenantId } = place
    insert('help_references', [{ last: at(TICKET) }])
    insert('help_requesters', [
      { id: at(REQUESTER), email: 'ada@example.com', name: 'Ada' },
      { id: at(COLLABORATOR), email: 'eli@example.com', name: 'Eli' },
    ])
    insert('help_tickets', [
      { id: at(TICKET), number: at(TICKET), ...ticketOf(place), first_responded_at: place.now },
    ])
    insert('help_tickets', [
      { id: at(OTHER), number: at(OTHER), ...ticketOf(place), assignee_id: null },
      { id: at(LINKED), number: at(LINKED), ...ticketOf(place), assignee_id: null },
    ])
    const merged = { status: 'closed', closed_at: place.now, merged_into_id: at(OTHER) }
    insert('help_tickets', [
      { id: at(MERGED), number: at(MERGED), ...ticketOf(place), assignee_id: null, ...merged },
    ])
    insert('help_ticket_merges', [
      {
        ...{ source_id: at(MERGED), target_id: at(OTHER), status: 'open', message_ids: [at(9003)] },
        merged_at: place.now,
      },
    ])
    insert('help_ticket_links', [
      { ticket_id: at(LINKED), other_id: at(OTHER), kind: 'related' },
      { ticket_id: at(OTHER), other_id: at(LINKED), kind: 'related' },
    ])
    insert(
      'help_ticket_tags',
      [TICKET, OTHER, MERGED, LINKED].map((id) => ({ ticket_id: at(id), tag_id: at(TAG) })),
    )
    insert(
      'help_ticket_collaborators',
      [TICKET, OTHER, MERGED, LINKED].map((id) => takesPart(place, at(id))),
    )
    insert('help_ticket_messages', [
      { ...messageOf(place, at(9003), 'And where is it now?'), ticket_id: at(OTHER) },
      messageOf(place, at(9001), 'It was due two weeks ago.'),
      messageOf(place, at(9002), 'Which invoice is it?'),
    ])
    insert('help_ticket_words', [wordsOf(place, at(TICKET))])
    insert('help_inbound_mails', [{ id: at(9401), ...mailOf(place, at(9001)) }])
    insert('help_attachments', [attachmentOf(place, at(ATTACHMENT), at(9001))])
    insert('help_attachments', [uploadOf(place, at(UPLOAD))])
    store(attachmentKeyOf(tenantId, { id: at(UPLOAD), sha256 }), CONTENT)
    insert('help_message_sources', [sourceOf(at(9001))])
    store(sourceKeyOf(tenantId, at(9001), digestOf(SOURCE)), SOURCE)
    store(attachmentKeyOf(tenantId, { id: at(ATTACHMENT), sha256 }), CONTENT)
  },
  grow(place, numbers) {
    const { at, insert } = place
    insert(
      'help_tickets',
      numbers.map((i) => ({ id: grownId(i), number: grownId(i), ...ticketOf(place) })),
    )
    insert(
      'help_ticket_tags',
      numbers.map((i) => ({ ticket_id: grownId(i), tag_id: at(TAG) })),
    )
    insert(
      'help_ticket_collaborators',
      numbers.map((i) => takesPart(place, grownId(i))),
    )
    insert(
      'help_ticket_words',
      numbers.map((i) => wordsOf(place, grownId(i))),
    )
    insert(
      'help_ticket_messages',
      numbers.map((i) => messageOf(place, grownId(i), 'Is there news?')),
    )
    insert(
      'help_attachments',
      numbers.map((i) => attachmentOf(place, grownId(i), grownId(i))),
    )
    insert(
      'help_inbound_mails',
      numbers.map((i) => ({
        ...{ id: grownId(i), ...mailOf(place, grownId(i)) },
        message_id: `news-${i}@example.com`,
      })),
    )
  },
}

const ticketOf = ({ at, now }: Place) => ({
  ...{ subject: 'The refund has not come', status: 'open', priority: 'high', source: 'api' },
  ...{ queue_id: at(QUEUE.id), help_topic_id: at(TOPIC), assignee_id: at(AGENT) },
  ...{ requester_id: at(REQUESTER), custom_fields: { invoice_number: '2026-0117' } as never },
  ...{ created_at: now, updated_at: now, rating: 'good', rated_at: now },
})

/** The mail that a message came with. */
const mailOf = ({ at, now }: Place, ticket_message_id: number) => ({
  ...{ account_id: at(81), message_id: 'refund@example.com', digest: '\\x00' as never },
  ...{ kind: 'person', action: 'created', ticket_id: at(TICKET), ticket_message_id },
  ...{ sender_email: 'ada@example.com', sender_domain: 'example.com', sender_name: 'Ada' },
  ...{ subject: 'The refund has not come', html: '<p>It was due two weeks ago.</p>' },
  ...{ headers: {} as never, received_at: now },
})

const sourceOf = (message_id: number) => ({
  ...{ message_id, size_bytes: SOURCE.length, sha256: digestOf(SOURCE), status: 'approved' },
})

const attachmentOf = ({ now }: Place, id: number, message_id: number) => ({
  ...{ id, message_id, name: 'invoice.txt', mime_type: 'text/plain', size_bytes: CONTENT.length },
  ...{ sha256, status: 'approved', created_at: now },
})

const uploadOf = ({ now, founderId }: Place, id: number) => ({
  ...{ id, name: 'invoice.txt', mime_type: 'text/plain', size_bytes: CONTENT.length, sha256 },
  ...{ uploader_id: founderId, expires_at: '2999-01-01T00:00:00Z' },
  ...{ status: 'approved', created_at: now },
})

const takesPart = ({ at }: Place, ticket_id: number) => ({
  ...{ ticket_id, requester_id: at(COLLABORATOR) },
})

/** The word of the subject that the examples search for. */
const wordsOf = ({ tenantId }: Place, ticket_id: number) => ({
  ...{ ticket_id, message_id: 0, words: `'${tenantId}:refund':2A` },
})

const messageOf = ({ at, now }: Place, id: number, body: string) => ({
  ...{ id, ticket_id: at(TICKET), kind: 'reply', requester_id: at(REQUESTER), body },
  created_at: now,
})
