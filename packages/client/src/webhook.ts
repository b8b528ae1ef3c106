import type { WebhookEvent } from '@mobieus/contract'
import type { RawBody } from './hmac.ts'
import {
  mobieusSignature,
  readMobieusSignature,
  readStandardSignature,
  standardSignature,
  type Claim,
} from './schemes.ts'
import { SignatureError } from './signature-error.ts'

/** The headers of the delivery, as fetch or Node's http has them, or `Mobieus-Signature` alone. */
export type SignatureHeaders =
  | string
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>

export interface VerifyOptions {
  /** The most seconds that the time of signing may be from now, in either direction. */
  readonly toleranceSeconds?: number
  /** The time to compare with. */
  readonly now?: Date
}

/**
 * The event of a webhook delivery, once its signature is proven; its `type` tells which `data` it
 * has. Types that are newer than this client arrive as they are, so keep a `default` branch.
 *
 * `rawBody` is the body exactly as received, before any JSON parser. Several secrets: one has to match,
 * as while a secret is being rotated. Given all headers, the Standard Webhooks signature is proven as
 * well as `Mobieus-Signature`. At least one of the two has to be there, and every one that is there has
 * to hold.
 *
 * Rejects with a SignatureError, whose `reason` says why; with a TypeError when called wrongly: no
 * secret, or a body that has been parsed already.
 *
 * @example
 * app.post('/hooks', express.raw({ type: 'application/json' }), async (req, res) => {
 *   const event = await constructEvent(req.body, req.headers, process.env.SIGNING_SECRET)
 *   if (event.type === 'post.created') console.log(event.data.author.username)
 *   res.sendStatus(204)
 * })
 */
export async function constructEvent(
  rawBody: RawBody,
  headers: SignatureHeaders,
  secrets: string | readonly string[] | undefined,
  { toleranceSeconds = 300, now = new Date() }: VerifyOptions = {},
): Promise<WebhookEvent> {
  assertRaw(rawBody)
  const known = listOf(secrets)
  for (const claim of claimsOf(headers)) {
    // The time is looked at last: what it says is worth nothing before the signature is proven.
    if (!(await isSigned(claim, known, rawBody)))
      throw new SignatureError('no_match', 'No signature was made over this body with the secret.')
    const age = Math.floor(now.getTime() / 1000) - claim.timestamp
    if (age > toleranceSeconds)
      throw new SignatureError('too_old', `It was signed ${age} seconds ago.`)
    if (-age > toleranceSeconds)
      throw new SignatureError('too_new', `It was signed ${-age} seconds from now.`)
  }
  return parseEvent(rawBody)
}

/**
 * The headers that a delivery of `rawBody` carries, signed with each secret in the order given. They
 * are for tests of a receiver, and the counterpart that `constructEvent` is tested against. `timestamp`
 * is in Unix seconds. Rejects with a TypeError when a secret is not `whsec_` and base64.
 *
 * @example
 * const headers = await signPayload(body, secret, { id: 'evt_01jw0wnp3a2e8r6f4k1v7c9d5b' })
 * await fetch('http://localhost:8080/hooks', { method: 'POST', headers, body })
 */
export async function signPayload(
  rawBody: RawBody,
  secrets: string | readonly string[],
  { id, timestamp = Math.floor(Date.now() / 1000) }: { id: string; timestamp?: number },
): Promise<Record<string, string>> {
  const known = listOf(secrets)
  return {
    'mobieus-signature': await mobieusSignature(rawBody, known, timestamp),
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': await standardSignature(rawBody, known, timestamp, id),
  }
}

function claimsOf(headers: SignatureHeaders): Claim[] {
  if (typeof headers === 'string') return [readMobieusSignature(headers)]
  const own = valueOf(headers, 'mobieus-signature')
  const standard = valueOf(headers, 'webhook-signature')
  const claims = own === undefined ? [] : [readMobieusSignature(own)]
  if (standard !== undefined) {
    const id = valueOf(headers, 'webhook-id')
    const time = valueOf(headers, 'webhook-timestamp')
    if (id === undefined || time === undefined)
      throw new SignatureError('missing_header', 'webhook-id or webhook-timestamp is missing.')
    claims.push(readStandardSignature(id, time, standard))
  }
  if (claims.length === 0)
    throw new SignatureError('missing_header', 'There is no Mobieus-Signature header.')
  return claims
}

function valueOf(headers: Exclude<SignatureHeaders, string>, name: string): string | undefined {
  if (isHeaders(headers)) return headers.get(name) ?? undefined
  const [, value] = Object.entries(headers).find(([key]) => key.toLowerCase() === name) ?? []
  return typeof value === 'string' || value === undefined ? value : value.join()
}

function isHeaders(headers: object): headers is { get(name: string): string | null } {
  return 'get' in headers && typeof headers.get === 'function'
}

async function isSigned(claim: Claim, secrets: string[], body: RawBody): Promise<boolean> {
  for (const secret of secrets) if (await claim.isSignedWith(secret, body)) return true
  return false
}

function listOf(secrets: string | readonly string[] | undefined): string[] {
  const known = [secrets ?? []].flat().filter(Boolean) as string[]
  if (known.length === 0) throw new TypeError('Give the signing secret of the webhook endpoint.')
  return known
}

function assertRaw(body: unknown): asserts body is RawBody {
  // By its tag, because an ArrayBuffer of another realm (a frame, a test runner) is one as well.
  const isBuffer = Object.prototype.toString.call(body) === '[object ArrayBuffer]'
  if (typeof body === 'string' || isBuffer || ArrayBuffer.isView(body)) return
  throw new TypeError('Give the raw body, as received: a string or bytes, not the parsed JSON.')
}

function parseEvent(body: RawBody): WebhookEvent {
  try {
    const event = JSON.parse(typeof body === 'string' ? body : new TextDecoder().decode(body))
    if (typeof event.id === 'string' && typeof event.type === 'string' && event.data) return event
  } catch {
    // Reported below, without the parser's words.
  }
  throw new SignatureError('malformed_body', 'What was signed is not an event.')
}
