import { randomUUID } from 'node:crypto'
import { transact, type Statement, type Transaction } from '@mobieus/db'
import type { Answer } from '../http/router.ts'
import type { Services } from '../services.ts'
import type { ApiExchange } from '../state.ts'
import { answerKeysOf, claim, inProgress, type Claim } from './idempotency.ts'
import { transactFor } from './write.ts'

/**
 * An Idempotency-Key that is claimed while no transaction is open: by a row without an answer. It is
 * renewed as long as the request runs. When its process dies it ends by itself, and the repetition of the
 * request is let through.
 */

/** The time that a claim outlives the last renewal by its request. */
export const LEASE_MS = 30_000

/** A claim, and the name of the one request that holds it. */
export interface Lease {
  readonly claimed: Claim
  readonly holder: string
}

const endOf = (now: Date) => new Date(now.getTime() + LEASE_MS)

/** Claims the key in a transaction of its own; answers the lease, or what is stored under the key. */
export async function takeLease(
  services: Services,
  exchange: ApiExchange,
  claimed: Claim,
): Promise<Lease | Answer> {
  const now = services.clock()
  const lease = { claimed, holder: randomUUID() }
  const { found } = await transactFor(services, exchange, async (transaction) => {
    const stored = await claim(transaction, claimed, now, answerKeysOf(services))
    return stored
      ? { found: stored, last: [] }
      : { found: lease, last: [insertLease(transaction.tenantId, lease, now)] }
  })
  return found
}

/** Inserts a lease. The primary key is the last guard, as it is for stored answers. */
const insertLease = (tenantId: number, { claimed, holder }: Lease, now: Date): Statement => ({
  text: `
    insert into api_idempotency_keys
      (tenant_id, key_hash, fingerprint, created_at, expires_at, holder)
    values ($1::bigint, $2, $3, $4, $5, $6)`,
  values: [tenantId, claimed.keyHash, claimed.fingerprint, now, endOf(now), holder],
})

/**
 * Makes sure, until this transaction ends, that the request still holds its key, and renews the lease.
 * Where another one has it by now nothing may be written: `409 idempotency_in_progress`.
 */
export async function renewLease(
  { query, tenantId }: Transaction,
  { claimed, holder }: Lease,
  now: Date,
): Promise<void> {
  const { rowCount } = await query(
    `update api_idempotency_keys set expires_at = $4
     where tenant_id = $1::bigint and key_hash = $2 and holder = $3`,
    [tenantId, claimed.keyHash, holder, endOf(now)],
  )
  if (rowCount === 0) throw inProgress()
}

/** Ends the lease in the transaction that stores the answer in its place; refuses as `renewLease` does. */
export async function endLease(transaction: Transaction, lease: Lease): Promise<undefined> {
  if (!(await removeLease(transaction, lease))) throw inProgress()
  return undefined
}

async function removeLease({ query, tenantId }: Transaction, { claimed, holder }: Lease) {
  const { rowCount } = await query(
    `delete from api_idempotency_keys
     where tenant_id = $1::bigint and key_hash = $2 and holder = $3`,
    [tenantId, claimed.keyHash, holder],
  )
  return rowCount === 1
}

/**
 * Runs a request under its lease. A request that fails gives its key back at once, so that the corrected
 * one need not wait. Where even that fails, the lease ends by itself.
 */
export async function underLease<T>(
  { db, clock, log, renewMs }: Services,
  tenantId: number,
  lease: Lease,
  run: () => Promise<T>,
): Promise<T> {
  const failed = (error: unknown) => log.warn({ err: error }, 'lease of an Idempotency-Key lost')
  const renew = () =>
    transact(db, tenantId, (transaction) => renewLease(transaction, lease, clock())).catch(failed)
  const timer = setInterval(renew, renewMs)
  try {
    return await run()
  } catch (error) {
    await transact(db, tenantId, (transaction) => removeLease(transaction, lease)).catch(failed)
    throw error
  } finally {
    clearInterval(timer)
  }
}
