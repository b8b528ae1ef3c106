import { createHash } from 'node:crypto'
import type { Transaction } from '@mobieus/db'
import { problem, type StoredAnswer, type Vault } from '@mobieus/domain'

/** How long an answer is kept. */
export const KEPT_MS = 24 * 60 * 60 * 1000

/** An Idempotency-Key as it is claimed: where it is valid, and the request it stands for. */
export interface Claim {
  readonly keyHash: Buffer
  readonly fingerprint: Buffer
}

/** A key is valid for one API key on one path as it was sent; the tenant is part of every row. */
export function createClaim(
  key: string,
  apiKeyId: number,
  path: string,
  search: string,
  body: unknown,
): Claim {
  const keyHash = sha256(`${apiKeyId}|${path}|${key}`)
  return { keyHash, fingerprint: sha256(`${search}|${JSON.stringify(body)}`) }
}

const sha256 = (text: string) => createHash('sha256').update(text).digest()

interface Stored {
  fingerprint: Buffer
  status: number
  body: string
}

/**
 * Claims the key for this transaction, in the trip that opens it: a lock that the next one who
 * tries does not get (`409 idempotency_in_progress`), the removal of an expired answer, and then,
 * as a statement of its own because in one with the lock it would not see what the lock's last
 * holder committed, the look-up. Answers what is stored, `422 idempotency_key_reused` when that was
 * for another body, and `undefined` when the request is the first.
 */
export async function claim(
  transaction: Transaction,
  { keyHash, fingerprint }: Claim,
  now: Date,
  vault: Vault,
): Promise<Stored | undefined> {
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
  if (!locked.rows[0]?.locked)
    throw problem(
      'idempotency_in_progress',
      'The first request with this Idempotency-Key is still running; try again in a moment.',
      { headers: { 'Retry-After': '1' } },
    )
  const stored = found.rows[0]
  if (stored && !stored.fingerprint.equals(fingerprint))
    throw problem(
      'idempotency_key_reused',
      'This Idempotency-Key was used with another body; use a new key for a new request.',
    )
  if (!stored?.body.startsWith(SEALED)) return stored
  const sealed = Buffer.from(stored.body.slice(SEALED.length), 'base64')
  return { ...stored, body: vault.open(sealed, placeOf(keyHash)) }
}

/** In front of what is sealed; answers from before they were begin with a brace. */
const SEALED = 'sealed:'

const placeOf = (keyHash: Buffer) => `answer ${keyHash.toString('base64')}`

/**
 * The answer as it is kept with the claim: sealed, because it may show a secret that is shown only
 * once and of which nothing else is kept in plain text.
 */
export function toStore(
  claimed: Claim,
  { status, body }: { status: number; body: string },
  now: Date,
  vault: Vault,
): StoredAnswer {
  const sealed = vault.seal(body, placeOf(claimed.keyHash)).toString('base64')
  const expiresAt = new Date(now.getTime() + KEPT_MS)
  return { ...claimed, status, body: SEALED + sealed, expiresAt }
}
