import PostalMime, { type Attachment } from 'postal-mime'
import { invalidField } from '../../kit/problem.ts'
import { mailboxesOf, mailboxOf, type Mailbox } from './addresses.rules.ts'
import type { Mail, MailFile } from './mail.ts'
import { answered, messageIdOf } from './message-ids.rules.ts'
import { reportIn } from './reports.rules.ts'
import { bodyText, oneLine } from './text.rules.ts'

/** The most files of a mail that are taken. */
export const MOST_FILES = 50
const MOST_NAME = 200

/** A mail as its parts tell it; sender and Message-ID may be missing. */
export type ParsedMail = Omit<Mail, 'from' | 'messageId'> & {
  readonly from: Mailbox | undefined
  readonly messageId: string | undefined
}

/**
 * Parses a raw mail (RFC 5322, 2045 to 2049, 2231). A broken mail is read as far as it goes. Mails inside it, as a
 * bounce or a forward has them, stay files. Throws for a mail that nests or grows past all bounds.
 */
export async function parseMail(raw: Uint8Array): Promise<ParsedMail> {
  const parsed = await PostalMime.parse(raw, {
    forceRfc822Attachments: true,
    attachmentEncoding: 'arraybuffer',
    maxNestingDepth: 64,
    maxHeadersSize: 512 * 1024,
  })
  const headers = new Map<string, string[]>()
  for (const { key, value } of parsed.headers) {
    const name = key.toLowerCase()
    headers.set(name, [...(headers.get(name) ?? []), bodyText(value)])
  }
  const all = (name: string) => headers.get(name) ?? []
  const parts = parsed.attachments.map((each) => ({
    ...{ name: each.filename ?? '', mime: each.mimeType.toLowerCase() },
    ...{ contentId: each.contentId, bytes: bytesOf(each) },
  }))
  return {
    from: mailboxOf(all('from')[0]) ?? daemonOf(all('from')[0]),
    replyTo: all('reply-to').flatMap(mailboxesOf),
    to: all('to').flatMap(mailboxesOf),
    cc: all('cc').flatMap(mailboxesOf),
    subject: oneLine(all('subject')[0] ?? ''),
    text: parsed.text === undefined ? null : bodyText(parsed.text),
    html: parsed.html === undefined ? null : bodyText(parsed.html),
    messageId: messageIdOf(all('message-id')[0] ?? ''),
    answers: answered(all('in-reply-to'), all('references')),
    headers,
    calendar: parsed.attachments.find(({ method }) => method)?.method ?? null,
    report: reportIn(parts),
    files: parts.slice(0, MOST_FILES).map(fileOf),
    source: raw,
  }
}

/** The same for a mail that a relay has sent: one that is past all bounds is `422 validation_failed`. */
export const readMail = (raw: Uint8Array): Promise<ParsedMail> =>
  parseMail(raw).catch(() => {
    throw invalidField('body', 'mail', 'is nested or grows past all bounds')
  })

/** Some mail systems write their own name without a domain. */
const daemonOf = (field = ''): Mailbox | undefined =>
  /mailer-daemon/i.test(field) ? { email: 'mailer-daemon@localhost', name: '' } : undefined

const bytesOf = ({ content }: Attachment): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content, 'latin1') : new Uint8Array(content)

/** A file of a mail; its name has one line and no folders, and there is always one. */
export const fileOf = (
  {
    name,
    mime,
    contentId,
    bytes,
  }: Omit<MailFile, 'contentId'> & { contentId?: string | undefined },
  index: number,
): MailFile => ({
  ...{ mime: mime.toLowerCase(), bytes },
  name: oneLine(name, MOST_NAME).replaceAll('/', '_') || nameOf(mime, index),
  contentId: contentId?.replace(/^<|>$/g, '') ?? null,
})

const EXTENSIONS: Readonly<Record<string, string>> = {
  'text/calendar': 'invite.ics',
  'message/rfc822': 'mail.eml',
  'message/delivery-status': 'delivery-status.txt',
  'text/rfc822-headers': 'headers.txt',
}

const nameOf = (mime: string, index: number): string =>
  EXTENSIONS[mime] ?? `attachment-${index + 1}`
