import { hash as digest } from 'node:crypto'
import { type OfSecrets, seal, type SealingKey, type Transaction, unseal } from '@mobieus/db'
import { problem, type StoredAnswer } from '@mobieus/domain/kit'
import { answerPlace, STORED_ANSWERS } from '@mobieus/domain/platform'
import type { RequestParts } from '../http/read.ts'
import type { Answer } from '../http/router.ts'
import type { Services } from '../services.ts'
import { canonical } from './canonical.ts'
import { pack, unpack } from './kept-answer.ts'

/** The time for which an answer is kept. */
export const KEPT_MS = 24 * 60 * 60 * 1000

/** An Idempotency-Key as it is claimed: where it is valid, and the request it stands for. */
export interface Claim {
  readonly keyHash: Buffer
  readonly fingerprint: Buffer
}

/**
 * A key is valid for one API key, or session, on one path; the tenant is part of every row. Path and
 * request count as they were read, not as they were written. `%31` is `1`, names have no order, and no
 * body is an empty one. An alias of a path is another path.
 */
export function createClaim(
  key: string,
  whose: string,
  template: string,
  { path, query, header, body = {} }: RequestParts,
): Claim {
  const { 'idempotency-key': _, ...headers } = header
  const keyHash = sha256(`${whose}|${pathOf(template, path)}|${key}`)
  return { keyHash, fingerprint: sha256(canonical([query, headers, body])) }
}

/** The path in its plainest spelling. */
const pathOf = (template: string, parameters: RequestParts['path']) =>
  template.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(String(parameters[name])),
  )

const sha256 = (text: string) => digest('sha256', text, 'buffer')

/** The keys that seal stored answers, some of which hold a secret that is shown once. */
export const answerKeysOf = ({ secrets }: Services): OfSecrets<SealingKey> =>
  secrets.for(STORED_ANSWERS).sealing

/** The row of a claimed key; without an answer while an external operation holds it. */
interface Stored {
  fingerprint: Buffer
  status: number | null
  body: string | null
}

/** The refusal while another request with the same key is running. */
export const inProgress = () =>
  problem(
    'idempotency_in_progress',
    'The first request with this Idempotency-Key is still running; try again in a moment.',
    { headers: { 'Retry-After': '1' } },
  )

/**
 * Claims the key for this transaction, in the trip that opens it. It takes a lock that a second request
 * does not get (`409 idempotency_in_progress`), and removes an expired answer. The look-up is a
 * statement of its own: in one with the lock it would not see the commit of the lock's last holder.
 * Answers what is stored, `422 idempotency_key_reused` when that was for another body, and `undefined`
 * when the request is the first. A stored answer that no key opens is `503 unavailable`. The request has
 * had its effect, so it is neither carried out again nor refused for good. With the older secret in
 * APP_SECRET_PREVIOUS the same repetition gets its answer.
 */
export async function claim(
  transaction: Transaction,
  claimed: Claim,
  now: Date,
  answerKeys: OfSecrets<SealingKey>,
): Promise<Answer | undefined> {
  const { keyHash, fingerprint } = claimed
  const lock = (keyHash.readBigInt64BE(0) ^ BigInt(transaction.tenantId)).toString()
  const place = [transaction.tenantId, keyHash]
  const [locked, , found] = await Promise.all([
    transaction.query<{ locked: boolean }>(
      'select pg_try_advisory_xact_lock($1::bigint) as locked',
      [lock],
    ),
    transaction.query(
      `delete from api_idempotency_keys
       where tenant_id = $1::bigint and key_hash = $2 and expires_at <= $3`,
      [...place, now],
    ),
    transaction.query<Stored>(
      `select fingerprint, status, body from api_idempotency_keys
       where tenant_id = $1::bigint and key_hash = $2`,
      place,
    ),
  ])
  if (!locked.rows[0]?.locked) throw inProgress()
  const stored = found.rows[0]
  if (stored && !stored.fingerprint.equals(fingerprint))
    throw problem(
      'idempotency_key_reused',
      'This Idempotency-Key was used with another body; use a new key for a new request.',
    )
  if (!stored) return undefined
  if (stored.status === null || stored.body === null) throw inProgress()
  const body = unseal(answerKeys, stored.body, answerPlace(transaction.tenantId, keyHash))
  if (body === undefined) throw unreadable()
  return unpack(stored.status, body)
}

const unreadable = () =>
  problem(
    'unavailable',
    'The first request with this Idempotency-Key was carried out, but its answer cannot be read just ' +
      'now. Repeat it later with the same key; under another one it would be carried out again.',
    { headers: { 'Retry-After': '60' } },
  )

/**
 * The answer as it is stored with the claim: always sealed, because some answers hold a secret that is
 * shown once.
 */
export function toStore(
  tenantId: number,
  claimed: Claim,
  answer: Answer,
  now: Date,
  answerKeys: OfSecrets<SealingKey>,
): StoredAnswer {
  const body = seal(answerKeys, pack(answer), answerPlace(tenantId, claimed.keyHash))
  return { ...claimed, status: answer.status, body, expiresAt: new Date(now.getTime() + KEPT_MS) }
}
