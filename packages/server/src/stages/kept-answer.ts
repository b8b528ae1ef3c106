import type { Answer, AnswerHeaders } from '../http/router.ts'

/**
 * The mark of a stored answer that is more than plain JSON. Headers, media type and bytes follow as
 * JSON, behind a character that no JSON begins with. An answer of plain JSON is stored as its text.
 */
const MARK = '\0'

interface Packed {
  readonly type?: string | undefined
  readonly headers?: Readonly<AnswerHeaders> | undefined
  readonly text?: string | undefined
  readonly base64?: string | undefined
}

const PLAIN = /^application\/json(?:; charset=utf-8)?$/

/**
 * Packs an answer for storing. A stream is never stored: its operation takes no Idempotency-Key.
 */
export function pack({ text, bytes, stream, type = 'application/json', headers }: Answer): string {
  if (stream) throw new Error('an answer that is opened when it is sent cannot be kept')
  if (text !== undefined && headers === undefined && PLAIN.test(type)) return text
  const base64 = bytes && Buffer.from(bytes).toString('base64')
  return MARK + JSON.stringify({ type, headers, text, base64 } satisfies Packed)
}

/** Unpacks a stored answer. */
export function unpack(status: number, kept: string): Answer {
  if (!kept.startsWith(MARK)) return { status, text: kept }
  const { type, headers, text, base64 } = JSON.parse(kept.slice(MARK.length)) as Packed
  const bytes = base64 === undefined ? undefined : Buffer.from(base64, 'base64')
  return { status, text, bytes, type, headers }
}
