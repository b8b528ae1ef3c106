import { decoded, objectIn, type FormPart } from './form.rules.ts'
import type { Relayed } from './relayed.ts'

/**
 * A mail as SendGrid's Inbound Parse has it: each field in the charset that `charsets` names, the Message-ID among
 * `headers`. With "Send raw" it is in `email` as it came.
 */
export function mailOfSendgrid(parts: readonly FormPart[]): Relayed {
  const fields = new Map(parts.map((each) => [each.name, each]))
  const raw = fields.get('email')
  if (raw) return { raw: raw.bytes }
  const bytesOf = (name: string) => fields.get(name)?.bytes
  const plain = (name: string) => decoded(bytesOf(name) ?? Buffer.alloc(0))
  const charsets = objectIn(plain('charsets'))
  const textOf = (name: string): string | null => {
    const bytes = bytesOf(name)
    return bytes ? decoded(bytes, charsetOf(charsets[name])) : null
  }
  const headers = headersOf(textOf('headers') ?? '')
  const { from } = objectIn(plain('envelope'))
  const contentIds = objectIn(plain('content-ids'))
  const idOf = new Map(Object.entries(contentIds).map(([id, field]) => [field, id]))
  return {
    payload: {
      ...{ from: headers.from?.[0] ?? textOf('from'), subject: textOf('subject'), headers },
      ...{ text: textOf('text'), html: textOf('html') },
      message_id: headers['message-id']?.[0] ?? '',
      ...(typeof from === 'string' && { envelope: { from } }),
    },
    files: parts
      .filter(({ name }) => /^attachment\d+$/.test(name))
      .map(({ name, filename = '', mime, bytes }) => ({
        ...{ name: filename, mime, bytes, contentId: idOf.get(name) },
      })),
  }
}

const charsetOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined

/** The fields of the head of a mail (RFC 5322 2.2), unfolded, by their names in lower case. */
export function headersOf(head: string): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const cut = line.indexOf(':')
    if (cut > 0)
      (found[line.slice(0, cut).trim().toLowerCase()] ??= []).push(line.slice(cut + 1).trim())
  }
  return found
}
