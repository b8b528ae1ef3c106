import { randomBytes } from 'node:crypto'
import type { Addressed, Letter } from '../../kit/post.ts'
import type { Subscription } from '../notifications/unsubscribing.ts'
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

/** The Message-ID, of no mail, that the mails to agents about a ticket all refer to. */
export const threadOfAgents = (reference: string, address: string): string =>
  `${reference.toLowerCase()}.agents@${domainOf(address)}`

/** The mail that the reader of a row can turn off; `null` where they cannot. */
export const subscriptionOf = ({
  pref_scope: scope,
  pref_scope_id: scope_id,
  event_key,
}: Pick<OutgoingRow, 'pref_scope' | 'pref_scope_id' | 'event_key'>): Subscription | null =>
  scope !== null && scope_id !== null && event_key !== null
    ? { scope: scope as Subscription['scope'], scope_id, event_key }
    : null

/** How a kind of mail is automatic (RFC 3834 5): an agent's reply is a person's mail. */
const AUTOMATIC: Readonly<Record<string, Letter['automatic']>> = {
  confirmation: 'auto-replied',
  notification: 'auto-generated',
  survey: 'auto-generated',
}

/** The mail of a row, with the address by which its reader turns such mail off. */
export const letterOf = (
  row: OutgoingRow,
  unsubscribeUrl: string | null,
): Omit<Letter, 'files'> => ({
  kind: row.kind,
  messageId: row.message_id,
  from: { email: row.from_email, name: oneLine(row.from_name) },
  to: { email: row.to_email, name: oneLine(row.to_name) },
  addressed: row.addressed as Addressed | null,
  subject: row.subject,
  text: row.text ?? '',
  inReplyTo: row.in_reply_to,
  references: row.refs.split(' ').filter(Boolean),
  automatic: AUTOMATIC[row.kind] ?? null,
  unsubscribeUrl,
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
