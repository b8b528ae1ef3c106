import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import type { AnsweredPart, AnswerKind, BinaryAnswer, OperationRow } from '@mobieus/contract'
import type { Answer, AnswerHeaders } from './router.ts'

/** The return value of a handler, taken apart. */
export interface Returned {
  readonly status: number
  readonly body: unknown
  readonly headers?: Readonly<AnswerHeaders>
  /** The media type, where it is not the first that is declared. */
  readonly mediaType?: string
}

/**
 * The answer as it goes out, by the declaration of its status. It is JSON as text, an envelope with the
 * request's id, text as it is, bytes, parts, or nothing. A handler that answers what is not declared has
 * a fault of its own, which is told as that.
 */
export function answerOf(row: OperationRow, returned: Returned, requestId?: string): Answer {
  const { status, body, headers } = returned
  const declared = declaredOf(row.answers[status])
  const { mediaType = declared.mediaType } = returned
  const kind = declared.kinds.get(mediaType ?? '') ?? declared.kind ?? kindOf(body)
  switch (kind) {
    case 'none':
      return { status, text: undefined, headers }
    case 'envelope':
      // The handler made the body for this answer; a copy would cost as much as the text.
      if (requestId !== undefined) (body as { request_id?: string }).request_id = requestId
      return json(returned, mediaType)
    case 'json':
      return json(returned, mediaType)
    case 'text':
      return { status, text: body as string, headers, type: textType(mediaType ?? 'text/plain') }
    case 'multipart':
      return { status, text: undefined, headers, ...written(body as AnsweredPart[], mediaType) }
    case 'bytes': {
      const type = mediaType ?? 'application/octet-stream'
      if (body instanceof Uint8Array) return { status, text: undefined, headers, type, bytes: body }
      return { status, text: undefined, headers, type, stream: body as BinaryAnswer }
    }
  }
}

type Content = NonNullable<OperationRow['answers'][number]>

/** The content that is declared for one status. */
interface Declared {
  readonly kinds: ReadonlyMap<string, AnswerKind | 'none'>
  /** The kind of the first media type. */
  readonly kind: AnswerKind | 'none' | undefined
  /** The first media type, unless it is a range. */
  readonly mediaType: string | undefined
}

const NOTHING: Declared = { kinds: new Map(), kind: undefined, mediaType: undefined }
const known = new WeakMap<Content, Declared>()

/** Taken apart once for each status of an operation. */
function declaredOf(content: Content | undefined): Declared {
  if (!content) return NOTHING
  let declared = known.get(content)
  if (!declared) {
    const kinds = new Map(Object.entries(content))
    const [first = ''] = kinds.keys()
    const mediaType = first === '' || first.includes('*') ? undefined : first
    known.set(content, (declared = { kinds, kind: kinds.get(first), mediaType }))
  }
  return declared
}

/** The kind of a body where the contract declares none. */
function kindOf(body: unknown): AnswerKind | 'none' {
  if (body === undefined) return 'none'
  const isBytes = body instanceof Uint8Array || isBinary(body)
  return isBytes ? 'bytes' : 'json'
}

const isBinary = (body: unknown): body is BinaryAnswer =>
  typeof (body as { open?: unknown } | null)?.open === 'function'

const JSON_TYPE = 'application/json; charset=utf-8'

function json({ status, body, headers }: Returned, mediaType: string | undefined): Answer {
  const type = mediaType === undefined || mediaType === 'application/json' ? JSON_TYPE : mediaType
  return { status, text: JSON.stringify(body), body, headers, type }
}

const textType = (type: string): string =>
  type.includes('charset=') ? type : `${type}; charset=utf-8`

/** Parts behind each other (RFC 2046, 5.1), each opened when its turn comes. */
function written(parts: readonly AnsweredPart[], mediaType = 'multipart/mixed') {
  const boundary = randomUUID()
  async function* pieces() {
    for (const { headers, body } of parts) {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${oneLine(value)}\r\n`)
      yield Buffer.from(`--${boundary}\r\n${lines.join('')}\r\n`)
      if (typeof body === 'function') yield* await body()
      else yield Buffer.from(body as string)
      yield Buffer.from('\r\n')
    }
    yield Buffer.from(`--${boundary}--\r\n`)
  }
  const stream: BinaryAnswer = { open: () => Readable.from(pieces(), { objectMode: false }) }
  return { type: `${mediaType}; boundary=${boundary}`, stream }
}

/** A value with a line break would be two fields. */
function oneLine(value: string): string {
  if (/[\r\n]/.test(value)) throw new Error('a header of a part has a line break')
  return value
}
