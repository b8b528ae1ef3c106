import type { Answer, AnswerHeaders } from '../http/router.ts'

/**
 * An answer as it is kept under its Idempotency-Key: the text of plain JSON as it is; with headers, of
 * another media type, in bytes or without content all of that, marked by a character that no JSON begins
 * with.
 */
const MARK = '\0'

interface Packed {
  readonly type?: string | undefined
  readonly headers?: Readonly<AnswerHeaders> | undefined
  readonly text?: string | undefined
  readonly base64?: string | undefined
}

const PLAIN = /^application\/json(?:; charset=utf-8)?$/

/** What is opened only when it is sent is not kept: its operation takes no Idempotency-Key. */
export function pack({ text, content, bytes, type = 'application/json', headers }: Answer): string {
  if (bytes) throw new Error('an answer that is opened when it is sent cannot be kept')
  if (text !== undefined && headers === undefined && PLAIN.test(type)) return text
  const base64 = content && Buffer.from(content).toString('base64')
  return MARK + JSON.stringify({ type, headers, text, base64 } satisfies Packed)
}

/** The same answer again. */
export function unpack(status: number, kept: string): Answer {
  if (!kept.startsWith(MARK)) return { status, text: kept }
  const { type, headers, text, base64 } = JSON.parse(kept.slice(MARK.length)) as Packed
  const content = base64 === undefined ? undefined : Buffer.from(base64, 'base64')
  return { status, text, content, type, headers }
}
