import { createHash, randomBytes } from 'node:crypto'
import { operations } from '@mobieus/contract'
import { transact, type Database } from '@mobieus/db'
import * as store from './keys.store.ts'

/** Every scope that some operation asks for. */
export const scopes: readonly string[] = [
  ...new Set(
    Object.values(operations).flatMap((row) =>
      row.security.flatMap((entry) => Object.values(entry).flat() as string[]),
    ),
  ),
].sort()

/** What a new key is given. */
export interface NewKey {
  readonly tenantId: number
  readonly environment: 'live' | 'test'
  /** Whom the key acts as; the tenant's first member, its super-admin, when left out. */
  readonly userId?: number
  readonly label: string
  readonly scopes: readonly string[]
  /** Requests a minute; `null` takes the tenant's default, 0 is unlimited. */
  readonly rateLimit?: number | null
  readonly expiresAt?: Date | null
}

/** A key just minted. `secret` is told here and never again. */
export interface MintedKey {
  readonly id: number
  readonly secret: string
  readonly prefix: string
}

const SECRET_BYTES = 32
const PREFIX_LENGTH = 12

/** Mints a key of 32 random bytes; only its SHA-256 is kept. Throws on a scope that does not exist. */
export async function createKey(db: Database, key: NewKey): Promise<MintedKey> {
  const unknown = key.scopes.filter((scope) => !scopes.includes(scope))
  if (unknown.length > 0)
    throw new Error(`no such scope: ${unknown.join(', ')}; there are ${scopes.join(', ')}`)
  const secret = `mc_${key.environment}_${randomBytes(SECRET_BYTES).toString('base64url')}`
  const prefix = secret.slice(0, PREFIX_LENGTH)
  const hash = createHash('sha256').update(secret).digest()
  const { tenantId } = key
  const { id } = await transact(db, tenantId, async (tx) => {
    const userId = key.userId ?? (await store.findFirstUser({ tx, tenantId })).id
    return store.insertKey({ tx, tenantId }, { ...key, userId, prefix, hash })
  })
  return { id, secret, prefix }
}

/** The keys of a partition, newest first, without anything secret. */
export const listKeys = (db: Database, tenantId: number) =>
  transact(db, tenantId, (tx) => store.listKeys({ tx, tenantId }))

/** Revokes a key for good: its next call, in any process, is `401`. `false`: no such key. */
export const revokeKey = (db: Database, tenantId: number, id: number, now = new Date()) =>
  transact(db, tenantId, (tx) => store.setKeyRevoked({ tx, tenantId }, id, now))
