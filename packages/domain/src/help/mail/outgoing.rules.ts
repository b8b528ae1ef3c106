import { randomBytes } from 'node:crypto'
import type { Addressed, Letter } from '../../kit/post.ts'
import { domainOf, type Mailbox } from './addresses.rules.ts'
import type { AnsweredMail, OutgoingRow } from './outgoing.store.ts'
import { oneLine } from './text.rules.ts'

const MOST_REFERENCES = 50

/** A Message-ID of ours, which nobody can guess. */
export const newMessageId = (reference: string, address: string): string =>
  `${reference.toLowerCase()}.${randomBytes(15).toString('base64url')}@${domainOf(address)}`

/** The subject of a mail about a ticket: its reference leads answers back, also where their headers are lost. */
export const subjectAbout = (reference: string, subject: string): string =>
  oneLine(`Re: [${reference}] ${subject.replace(/^(?:\s*(?:re|aw|sv|antw|rv)\s*:)+\s*/i, '')}`)

/** In-Reply-To and References (RFC 5322 3.6.4), the oldest first; the first mail and the newest are kept. */
export function threadOf(answered: AnsweredMail | undefined): {
  readonly in_reply_to: string | null
  readonly refs: string
} {
  if (!answered) return { in_reply_to: null, refs: '' }
  const all = [...answered.refs.split(' ').filter(Boolean), answered.message_id]
  const kept =
    all.length > MOST_REFERENCES ? [...all.slice(0, 1), ...all.slice(1 - MOST_REFERENCES)] : all
  return { in_reply_to: answered.message_id, refs: kept.join(' ') }
}

/** To and Cc of the heads of mails that several people get; `null` for a mail to one. */
export const addressedTo = (people: readonly Mailbox[]): Addressed | null => {
  const [to, ...cc] = people
  return to && cc.length > 0 ? { to, cc } : null
}

/** The mail of a row. Only a confirmation is automatic: an agent's reply is a person's mail. */
export const letterOf = (row: OutgoingRow): Letter => ({
  messageId: row.message_id,
  from: { email: row.from_email, name: oneLine(row.from_name) },
  to: { email: row.to_email, name: oneLine(row.to_name) },
  addressed: row.addressed as Addressed | null,
  subject: row.subject,
  text: row.text,
  inReplyTo: row.in_reply_to,
  references: row.refs.split(' ').filter(Boolean),
  isAutomatic: row.kind === 'confirmation',
  date: row.created_at,
})

/** The text of a confirmation. */
export const confirmationText = (reference: string, name: string): string =>
  [
    `Hello ${name},`,
    '',
    `we have received your message. Its reference is ${reference}.`,
    'To add something, answer this mail.',
    '',
  ].join('\n')
