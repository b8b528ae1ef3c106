import type { ReceivedBytes, ReceivedPart } from '@mobieus/contract'
import { invalidParameter, problem } from '../../../kit/problem.ts'
import { parseBody, type Parsed } from '../text/json.rules.ts'

/** A request for the statement resource: the JSON of its statements, and the attachments behind it. */
export interface Received extends Parsed {
  readonly parts: readonly ReceivedPart[]
}

const JSON_TYPE = /^application\/json\s*(?:;|$)/i

/** The body as the router hands it over; its type in the contract is that of the value which it is the text of. */
type Sent = ReceivedBytes | readonly ReceivedPart[]

/** Reads the JSON of a body, alone or as the first part of several (xAPI, Communication 1.5.2). */
export async function receive(body: unknown): Promise<Received> {
  const sent = body as Sent
  if (!isParts(sent)) return { ...parseBody(await sent.read()), parts: [] }
  const [first, ...parts] = sent
  if (!first || !JSON_TYPE.test(first.contentType)) throw refusePart(0, 'must be application/json')
  for (const [i, part] of parts.entries()) requireAttachment(part, i + 1)
  return { ...parseBody(await first.read()), parts }
}

const isParts = (sent: Sent): sent is readonly ReceivedPart[] => Array.isArray(sent)

function requireAttachment({ headers }: ReceivedPart, place: number): void {
  if (headers['content-transfer-encoding']?.toLowerCase() !== 'binary')
    throw refusePart(place, 'must have Content-Transfer-Encoding: binary')
  if (headers['x-experience-api-hash'] === undefined)
    throw refusePart(place, 'must have X-Experience-API-Hash')
}

export const refusePart = (place: number, message: string) =>
  problem('invalid_request', `Part ${place + 1} ${message}.`, {
    details: [{ field: `parts[${place}]`, code: 'part', message }],
  })

/** A body of JSON, and of no other type, where it is not in parts. */
export function requireJson(body: unknown): void {
  const sent = body as Sent
  if (!isParts(sent) && !JSON_TYPE.test(sent.contentType))
    throw invalidParameter(
      'content-type',
      'media_type',
      'must be application/json or multipart/mixed',
    )
}
