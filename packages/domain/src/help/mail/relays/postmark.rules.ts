import { objectIn } from './form.rules.ts'
import type { Relayed, RelayedFile } from './relayed.ts'

type Fields = Readonly<Record<string, unknown>>

/**
 * A mail as Postmark's inbound webhook has it. `MessageID` is Postmark's own number: the mail's stands among its
 * headers, and only where it has none the number stands in.
 */
export function mailOfPostmark(bytes: Uint8Array): Relayed {
  const sent = objectIn(new TextDecoder().decode(bytes))
  const headers: Record<string, string[]> = {}
  for (const { Name, Value } of listOf(sent.Headers))
    if (typeof Name === 'string' && typeof Value === 'string')
      (headers[Name.toLowerCase()] ??= []).push(Value)
  const told = {
    ...{ to: addressesOf(sent.ToFull), cc: addressesOf(sent.CcFull) },
    ...{ 'reply-to': textOf(sent.ReplyTo), date: textOf(sent.Date) },
  }
  for (const [name, value] of Object.entries(told)) if (value) headers[name] ??= [value]
  const { Email, Name } = fieldsOf(sent.FromFull)
  const own = textOf(sent.MessageID)
  const raw = textOf(sent.RawEmail)
  return {
    payload: {
      from: textOf(Email) ?? textOf(sent.From) ?? null,
      from_name: textOf(Email) ? (textOf(Name) ?? null) : (textOf(sent.FromName) ?? null),
      ...{ subject: textOf(sent.Subject) ?? null, headers },
      ...{ text: textOf(sent.TextBody) ?? null, html: textOf(sent.HtmlBody) ?? null },
      message_id: headers['message-id']?.[0] ?? (own ? `${own}@inbound.postmarkapp.com` : ''),
    },
    files: listOf(sent.Attachments).map(fileOf),
    source: raw === undefined ? undefined : Buffer.from(raw),
  }
}

function fileOf({ Name, ContentType, ContentID, Content }: Fields): RelayedFile {
  return {
    ...{ name: textOf(Name) ?? '', mime: textOf(ContentType) ?? 'application/octet-stream' },
    ...{ contentId: textOf(ContentID), bytes: Buffer.from(textOf(Content) ?? '', 'base64') },
  }
}

/** Addresses with their names as a header field has them. */
const addressesOf = (list: unknown): string =>
  listOf(list)
    .flatMap(({ Email, Name }) => {
      const [email, name] = [textOf(Email), textOf(Name)]
      if (!email) return []
      return [name ? `"${name.replace(/["\\]/g, '\\$&')}" <${email}>` : email]
    })
    .join(', ')

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const fieldsOf = (value: unknown): Fields =>
  value !== null && typeof value === 'object' ? (value as Fields) : {}

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? value.map(fieldsOf) : [])
