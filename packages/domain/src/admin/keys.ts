import { createHash, randomBytes } from 'node:crypto'
import { transact, type Database } from '@mobieus/db'
import { audit, type Audited } from '../audit.ts'
import type { Partition } from '../context.ts'
import { createOutbox, flush } from '../outbox.ts'
import * as store from './api-keys.store.ts'
import { scopes } from './roles.rules.ts'

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

/** A secret of 32 random bytes, and what is kept of it: its SHA-256 and its first characters. */
export function mintSecret(environment: 'live' | 'test') {
  const secret = `mc_${environment}_${randomBytes(SECRET_BYTES).toString('base64url')}`
  const hash = createHash('sha256').update(secret).digest()
  return { secret, hash, prefix: secret.slice(0, PREFIX_LENGTH) }
}

/** The scopes among these that no operation asks for. */
export const unknownScopes = (asked: readonly string[]): string[] =>
  asked.filter((scope) => !scopes.includes(scope))

/** Mints a key within a transaction, and says so in the audit log. */
export async function mintKey(
  ctx: Audited,
  key: Omit<NewKey, 'tenantId' | 'userId'> & { readonly userId: number },
): Promise<MintedKey> {
  const { secret, hash, prefix } = mintSecret(key.environment)
  const { id } = await store.insertKey(ctx, { ...key, prefix, hash, createdAt: ctx.now })
  const { label, environment, rateLimit = null, expiresAt = null } = key
  const after = {
    label,
    prefix,
    environment,
    scopes: key.scopes,
    requests_per_minute: rateLimit,
    expires_at: expiresAt,
  }
  await audit(ctx, 'api_key.created', { kind: 'api_key', id }, { after })
  return { id, secret, prefix }
}

/** Revokes a key that is not, and says so in the audit log. */
export async function endKey(ctx: Audited, id: number): Promise<void> {
  await store.updateKey(ctx, id, { revoked_at: ctx.now })
  const change = { before: { revoked_at: null }, after: { revoked_at: ctx.now } }
  await audit(ctx, 'api_key.revoked', { kind: 'api_key', id }, change)
}

/** Mints a key for the system. Throws on a scope that does not exist. */
export async function createKey(
  db: Database,
  { tenantId, ...key }: NewKey,
  now = new Date(),
): Promise<MintedKey> {
  const unknown = unknownScopes(key.scopes)
  if (unknown.length > 0)
    throw new Error(`no such scope: ${unknown.join(', ')}; there are ${scopes.join(', ')}`)
  return bySystem(db, tenantId, now, async (ctx) => {
    const userId = key.userId ?? (await store.findFirstUser(ctx)).id
    return mintKey(ctx, { ...key, userId })
  })
}

/** The keys of a partition, newest first, without anything secret. */
export const listKeys = (db: Database, tenantId: number) =>
  transact(db, tenantId, (tx) => store.listAllKeys({ tx, tenantId }))

/** Revokes a key for good: its next call, in any process, is `401`. `false`: no such key. */
export const revokeKey = (db: Database, tenantId: number, id: number, now = new Date()) =>
  bySystem(db, tenantId, now, async (ctx) => {
    const row = await store.lockKey(ctx, id)
    if (row && !row.revoked_at) await endKey(ctx, id)
    return row !== undefined
  })

const BATCH = 500

/** Removes what is kept of secrets that a rotation has ended, at most a batch; answers how many. */
export const purgeEndedSecrets = (partition: Partition, now: Date): Promise<number> =>
  store.deleteEndedSecrets(partition, now, BATCH)

/** A change that nobody asked for over HTTP: one transaction with its audit entries. */
export function bySystem<T>(
  db: Database,
  tenantId: number,
  now: Date,
  work: (ctx: Audited) => Promise<T>,
): Promise<T> {
  const outbox = createOutbox()
  return transact(
    db,
    tenantId,
    (tx) => work({ tx, tenantId, now, outbox }),
    () => flush(tenantId, outbox, now),
  )
}
