import { hash } from 'node:crypto'
import type { Problem, ReceivedPart } from '@mobieus/contract'
import { invalidField } from '../../../kit/problem.ts'
import { isObject, type Json } from '../shapes/check.ts'
import { refusePart } from './received.ts'

/** The usage by which an attachment is the signature of its statement. */
export const SIGNATURE = 'http://adlnet.gov/expapi/attachments/signature'

/** An attachment as a statement describes it, and its place for faults. */
export interface Described {
  readonly at: string
  readonly value: Json
  readonly sha2: string
}

/** Whether a kept text may have attachments, seen without parsing it. */
export const mayHaveAttachments = ({ body }: { readonly body: string }): boolean =>
  body.includes('"attachments"')

/** The attachments of kept texts by their hash: each with its media type, as a header can say it. */
export const mediaTypesIn = (
  rows: readonly { readonly body: string }[],
): ReadonlyMap<string, string> =>
  new Map(
    rows
      .filter(mayHaveAttachments)
      .flatMap(({ body }) => describedIn(JSON.parse(body) as Json, ''))
      .map(({ sha2, value }) => [sha2, String(value.contentType).replaceAll(/[^\x20-\x7e]/g, '')]),
  )

/** The attachments of a statement and of its SubStatement. */
export function describedIn(statement: Json, at: string): Described[] {
  const { object } = statement
  const own = Array.isArray(statement.attachments) ? (statement.attachments as Json[]) : []
  const nested =
    isObject(object) && object.objectType === 'SubStatement'
      ? describedIn(object, `${at}object.`)
      : []
  const listed = own.map((value, i) => ({
    at: `${at}attachments[${i}]`,
    value,
    sha2: String(value.sha2).toLowerCase(),
  }))
  return [...listed, ...nested]
}

const ALGORITHMS: Readonly<Record<number, string>> = {
  56: 'sha224',
  64: 'sha256',
  96: 'sha384',
  128: 'sha512',
}

/** The bytes of parts by their hash, each of which has to be that of its bytes. */
export async function bytesOf(parts: readonly ReceivedPart[]): Promise<Map<string, Uint8Array>> {
  const found = new Map<string, Uint8Array>()
  for (const [i, part] of parts.entries()) {
    const claimed = (part.headers['x-experience-api-hash'] as string).toLowerCase()
    const algorithm = ALGORITHMS[claimed.length]
    const bytes = await part.read()
    const actual = algorithm === 'sha256' ? part.sha256 : algorithm && hash(algorithm, bytes, 'hex')
    if (actual !== claimed) throw refusePart(i + 1, 'has bytes of another hash')
    found.set(claimed, bytes)
  }
  return found
}

/**
 * The fault between statements and the parts behind them. An attachment has bytes or a fileUrl, it is not longer than
 * the bytes, and every part belongs to an attachment.
 */
export function faultOfAttachments(
  described: readonly Described[],
  bytes: ReadonlyMap<string, Uint8Array>,
): Problem | undefined {
  const named = new Set<string>()
  for (const { at, value, sha2 } of described) {
    const own = bytes.get(sha2)
    named.add(sha2)
    if (own === undefined && value.fileUrl === undefined)
      return invalidField(at, 'missing', 'has neither bytes nor a fileUrl')
    // ADL's suite declares half of what it sends, so that only a part which was cut off is refused.
    if (own !== undefined && own.length < Number(value.length))
      return invalidField(`${at}.length`, 'length', 'is more than the bytes that came')
  }
  let place = 0
  for (const sha2 of bytes.keys()) {
    place++
    if (!named.has(sha2)) return refusePart(place, 'belongs to no attachment')
  }
  return undefined
}
