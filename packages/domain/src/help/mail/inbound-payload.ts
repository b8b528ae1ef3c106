import { createHash } from 'node:crypto'
import type { components } from '@mobieus/contract'
import { invalidField } from '../../kit/problem.ts'
import { mailboxesOf, mailboxOf } from './addresses.rules.ts'
import { headerOf, type Mail, type MailFile } from './mail.ts'
import { answered, messageIdOf } from './message-ids.rules.ts'
import { fileOf, type ParsedMail } from './raw-mail.ts'
import { bodyText, oneLine } from './text.rules.ts'

type Payload = components['schemas']['InboundEmail']

const MOST_HEADERS = 500
const MOST_VALUE = 20_000

/** A mail as a relay has taken it apart; `422 validation_failed` names the field that is missing. */
export function mailOf(payload: Payload): Mail {
  const headers = headersOf(payload)
  const all = (name: string) => headers.get(name) ?? []
  const { envelope, from, from_name, subject, text, html } = payload
  const written = [from, envelope?.from].map((each) => mailboxOf(each ?? undefined))
  return complete({
    from: named(written[0] ?? written[1], from_name),
    replyTo: all('reply-to').flatMap(mailboxesOf),
    to: all('to').flatMap(mailboxesOf),
    cc: all('cc').flatMap(mailboxesOf),
    subject: oneLine(subject ?? all('subject')[0] ?? ''),
    text: text ? bodyText(text) : null,
    html: html ? bodyText(html) : null,
    messageId: messageIdOf(payload.message_id),
    answers: answered(
      textsIn('in_reply_to', payload.in_reply_to) ?? all('in-reply-to'),
      textsIn('references', payload.references) ?? all('references'),
    ),
    headers,
    ...{ calendar: calendarIn(all('content-type')[0]), report: null, files: filesIn(payload) },
    source: null,
  })
}

/** The files of a payload; one whose content is no Base64 is `422 validation_failed`. */
const filesIn = ({ attachments }: Payload): MailFile[] =>
  (attachments ?? []).map(({ name, content_type, content, content_id }, i) => {
    const bytes = Buffer.from(content, 'base64')
    const mime = (content_type ?? '').toLowerCase() || 'application/octet-stream'
    if (bytes.length === 0 && content !== '')
      throw invalidField(`attachments[${i}].content`, 'base64', 'is no Base64')
    return fileOf({ name: name ?? '', mime, contentId: content_id?.trim() || undefined, bytes }, i)
  })

/** The mail, which has a sender who can be answered and a Message-ID; else `422 validation_failed`. */
export function complete(mail: ParsedMail): Mail {
  const { from, messageId } = mail
  if (!from) throw invalidField('from', 'required', 'has no address that could be answered')
  if (messageId === undefined)
    throw invalidField('message_id', 'required', 'is no Message-ID of at most 900 bytes')
  return { ...mail, from, messageId }
}

const named = (from: ParsedMail['from'], name: string | null | undefined): ParsedMail['from'] =>
  from && name ? { ...from, name: oneLine(name, 100) || from.name } : from

/** A field that is a text or a list of texts; others are `422 validation_failed` of that field. */
function textsIn(field: string, value: unknown): string[] | undefined {
  if (value === undefined || value === null) return undefined
  const texts = [value].flat()
  if (texts.every((each) => typeof each === 'string')) return texts as string[]
  throw invalidField(field, 'type', 'must be a text, a list of texts, or null')
}

const valuesOf = (value: unknown): string[] =>
  [value].flat().flatMap((each) => (typeof each === 'string' ? [each] : []))

const calendarIn = (type: string | undefined): string | null =>
  /^text\/calendar\b.*;\s*method="?([\w-]+)/is.exec(type ?? '')?.[1] ?? null

/** The header fields by their names in lower case; a null path in the envelope is one of the mail. */
function headersOf({ headers, envelope }: Payload): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const [name, value] of Object.entries(headers ?? {}).slice(0, MOST_HEADERS)) {
    const key = oneLine(name).toLowerCase()
    const values = valuesOf(value).map((each) => bodyText(each.slice(0, MOST_VALUE)))
    found.set(key, [...(found.get(key) ?? []), ...values])
  }
  if (envelope?.from?.trim() === '' || envelope?.from === '<>')
    found.set('return-path', ['<>', ...(found.get('return-path') ?? [])])
  return found
}

/** The digest of sender, date and body, which a mail has again when it comes again. */
export function digestOf(mail: Mail): Buffer {
  const date = headerOf(mail, 'date') ?? ''
  const time = Date.parse(date)
  const body = `${mail.text ?? ''}\n${mail.html ?? ''}`.replace(/\s+/g, ' ').trim()
  const facts = [mail.from.email.toLowerCase(), Number.isNaN(time) ? date : time, body]
  return createHash('sha256').update(JSON.stringify(facts)).digest()
}
