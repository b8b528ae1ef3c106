import { createHash } from 'node:crypto'
import type pg from 'pg'

/** Idempotency-Key as a hand-written server handles it: lock, look-up, work, store. */

const sha256 = (text: string) => createHash('sha256').update(text).digest()

export interface Stored {
  readonly body: string
}

export interface Claim {
  readonly stored: Stored | undefined
  keep(body: string): Promise<unknown>
}

export async function claim(
  client: pg.PoolClient,
  tenantId: number,
  key: string,
  body: unknown,
  refuse: (code: 'idempotency_in_progress' | 'idempotency_key_reused') => Error,
): Promise<Claim> {
  const hash = sha256(key)
  const fingerprint = sha256(JSON.stringify(body))
  const lock = await client.query<{ locked: boolean }>(
    'select pg_try_advisory_xact_lock($1::bigint) as locked',
    [(hash.readBigInt64BE(0) ^ BigInt(tenantId)).toString()],
  )
  if (!lock.rows[0]?.locked) throw refuse('idempotency_in_progress')
  const { rows } = await client.query<Stored & { fingerprint: Buffer }>(
    `select fingerprint, body from api_idempotency_keys
     where tenant_id = $1 and key_hash = $2 and expires_at > now()`,
    [tenantId, hash],
  )
  const [stored] = rows
  if (stored && !stored.fingerprint.equals(fingerprint)) throw refuse('idempotency_key_reused')
  return {
    stored,
    keep: (text) =>
      client.query(
        `insert into api_idempotency_keys
           (tenant_id, key_hash, fingerprint, status, body, created_at, expires_at)
         values ($1, $2, $3, 201, $4, now(), now() + interval '1 day')`,
        [tenantId, hash, fingerprint, text],
      ),
  }
}
