import { decoded, type FormPart } from './form.rules.ts'
import { objectIn } from './form.rules.ts'
import type { Relayed } from './relayed.ts'

/**
 * A mail as a route of Mailgun's forwards it, all in UTF-8. A route to an address that ends with `mime` has it in
 * `body-mime`, as it came.
 */
export function mailOfMailgun(parts: readonly FormPart[]): Relayed {
  const fields = new Map(parts.map((each) => [each.name, each]))
  const raw = fields.get('body-mime')
  if (raw) return { raw: raw.bytes }
  const textOf = (name: string): string | null => {
    const bytes = fields.get(name)?.bytes
    return bytes ? decoded(bytes) : null
  }
  const headers = headersOf(textOf('message-headers'))
  const ids = objectIn(textOf('content-id-map') ?? undefined)
  const idOf = new Map(Object.entries(ids).map(([id, field]) => [field, id]))
  const sender = textOf('sender')
  return {
    payload: {
      ...{ from: headers.from?.[0] ?? textOf('from'), subject: textOf('subject'), headers },
      ...{ text: textOf('body-plain'), html: textOf('body-html') },
      message_id: headers['message-id']?.[0] ?? textOf('Message-Id') ?? '',
      ...(sender !== null && { envelope: { from: sender } }),
    },
    files: parts
      .filter(({ name }) => /^attachment-\d+$/.test(name))
      .map(({ name, filename = '', mime, bytes }) => ({
        ...{ name: filename, mime, bytes, contentId: idOf.get(name) },
      })),
  }
}

/** `[["Subject", "Hi"], …]` by the names in lower case. */
function headersOf(text: string | null): Record<string, string[]> {
  const found: Record<string, string[]> = {}
  const pairs = objectIn(text ?? undefined)
  for (const pair of Array.isArray(pairs) ? (pairs as unknown[]) : []) {
    const [name, value] = Array.isArray(pair) ? (pair as unknown[]) : []
    if (typeof name === 'string' && typeof value === 'string')
      (found[name.toLowerCase()] ??= []).push(value)
  }
  return found
}
