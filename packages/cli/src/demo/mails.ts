import { count, type SystemWriting } from '@mobieus/domain/kit'
import { addTask } from '@mobieus/domain/platform'
import { inboundList, outgoingList, sendMail } from '@mobieus/domain/help'
import type { Insert } from './cast.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const TICKET = 1234
const DESK = { email: 'support@retro.example', name: 'Retro support' }
const ADA = { email: 'ada@example.com', name: 'Ada' }

/** The mails of the demo's ticket: those that came, and those that left, failed, came back or wait. */
export async function insertMails(ctx: SystemWriting, insert: Insert): Promise<void> {
  const came = inboundOf(ctx)
  await insert('help_inbound_mails', came)
  for (const { account_id, action } of came) count(ctx, inboundList, 1, { account_id, action })
  const sent = outgoingOf(ctx)
  await insert('help_outgoing_mails', sent)
  for (const { status } of sent) count(ctx, outgoingList, 1, { status })
  // A mail server that was busy is asked again tomorrow.
  addTask(ctx, sendMail, 9302, new Date(ctx.now.getTime() + DAY_MS))
}

/** The mail that opened the ticket, the report that one of ours came back, and a robot's that led to none. */
function inboundOf({ now }: SystemWriting) {
  const common = { account_id: 81, headers: {}, received_at: now, unanswered: null, text: null }
  const about = { ticket_id: TICKET, ticket_message_id: null, html: null }
  return [
    {
      ...{ ...common, id: 9401, message_id: 'refund@example.com', digest: '\\x00', kind: 'person' },
      ...{ action: 'created', ticket_id: TICKET, ticket_message_id: 9001 },
      ...{ sender_email: ADA.email, sender_domain: 'example.com', sender_name: ADA.name },
      ...{ subject: 'The refund has not come', html: '<p>It was due two weeks ago.</p>' },
    },
    {
      ...{ ...common, ...about, id: 9402, message_id: 'report-1@example.com', digest: '\\x01' },
      ...{ kind: 'bounce', action: 'appended', unanswered: 'bounce' },
      ...{ sender_email: 'mailer-daemon@example.com', sender_domain: 'example.com' },
      ...{ sender_name: 'Mail Delivery System', subject: 'Undelivered Mail Returned to Sender' },
    },
    {
      ...{ ...common, ...about, id: 9403, message_id: 'away@example.org', digest: '\\x02' },
      ...{ kind: 'robot', action: 'ignored', ticket_id: null, unanswered: 'robot' },
      ...{ sender_email: 'kim@example.org', sender_domain: 'example.org', sender_name: 'Kim' },
      subject: 'Out of office: back on Monday',
    },
  ]
}

function outgoingOf({ now }: SystemWriting) {
  const reply = {
    ...{ ...mailOf(now), kind: 'reply', ticket_message_id: 9002, text: 'Which invoice is it?' },
    in_reply_to: 'refund@example.com',
  }
  const refused = '550 5.1.1 no such mailbox'
  return [
    { ...reply, ...to(ADA), id: 9301, status: 'failed', attempts: 1, error: refused },
    {
      ...{ ...reply, ...to({ email: 'eli@example.org', name: 'Eli' }), id: 9302 },
      ...{ status: 'pending', attempts: 3, error: '451 4.3.2 try again later' },
    },
    {
      ...{ ...mailOf(now), ...to(ADA), id: 9303, kind: 'confirmation', ticket_message_id: 9001 },
      ...{ in_reply_to: 'refund@example.com', status: 'sent', attempts: 1, sent_at: now },
      text: 'Hello Ada,\n\nwe have received your message. Its reference is HD-001234.\n',
    },
    {
      ...{ ...mailOf(now), ...to({ email: 'mod_ben@example.com', name: 'Ben' }), id: 9304 },
      ...{ kind: 'notification', status: 'sent', attempts: 1, sent_at: now },
      text: 'HD-001234 has a new reply of Ada.\n',
    },
    {
      ...{ ...reply, ...to({ email: 'eli@example.com', name: 'Eli' }), id: 9305 },
      ...{ status: 'bounced', attempts: 1, bounce_status: '5.1.1', sent_at: now },
    },
  ].map((mail) => ({ ...mail, message_id: `hd-001234.demo-${mail.id}@retro.example` }))
}

const to = ({ email, name }: typeof ADA) => ({ to_email: email, to_name: name })

/** Every column that one of the mails has: they are inserted together. */
const mailOf = (now: Date) => ({
  ...{ ticket_id: TICKET, ticket_message_id: null as number | null, refs: '' },
  ...{ from_email: DESK.email, from_name: DESK.name, created_at: now },
  ...{ subject: 'Re: [HD-001234] The refund has not come', in_reply_to: null as string | null },
  ...{ error: null as string | null, bounce_status: null as string | null },
  sent_at: null as Date | null,
})
