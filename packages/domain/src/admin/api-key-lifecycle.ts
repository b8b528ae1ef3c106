import { transact, type Database } from '@mobieus/db'
import { audit, type Audited } from '../platform/audit.ts'
import { bySystem } from '../platform/by-system.ts'
import { count } from '../kit/count.ts'
import { findMember } from '../core/users.store.ts'
import { unknownScopes } from './api-keys.rules.ts'
import { endSecrets, keepSecret } from '../platform/key-secrets.ts'
import * as store from './api-keys.store.ts'
import { scopes } from '../platform/roles.rules.ts'
import { GRACE_HOURS, mintSecret, requireGrace, rotationOf } from '../platform/secrets.rules.ts'

/** The properties of a new key. */
export interface NewKey {
  readonly tenantId: number
  readonly environment: 'live' | 'test'
  /** The member that the key acts as; the tenant's first member, its super-admin, when left out. */
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

/** Mints a key within a transaction, and says so in the audit log. */
export async function mintKey(
  ctx: Audited,
  key: Omit<NewKey, 'tenantId' | 'userId'> & { readonly userId: number },
): Promise<MintedKey> {
  const { secret, hash, prefix } = mintSecret(`mc_${key.environment}_`)
  const { label, environment, rateLimit = null, expiresAt = null } = key
  const { id } = await store.insertKey(ctx, { ...key, prefix, createdAt: ctx.now })
  await keepSecret(ctx, id, { hash, validUntil: expiresAt })
  const after = {
    label,
    prefix,
    environment,
    scopes: key.scopes,
    requests_per_minute: rateLimit,
    expires_at: expiresAt,
  }
  count(ctx, store.apiKeyList, 1)
  audit(ctx, 'api_key.created', { kind: 'api_key', id }, { after })
  return { id, secret, prefix }
}

/** Revokes a key that is not, and says so in the audit log. */
export async function endKey(ctx: Audited, id: number): Promise<void> {
  await store.updateKey(ctx, id, { revoked_at: ctx.now })
  await endSecrets(ctx, [id], ctx.now)
  const change = { before: { revoked_at: null }, after: { revoked_at: ctx.now } }
  audit(ctx, 'api_key.revoked', { kind: 'api_key', id }, change)
}

/**
 * Gives a locked key another secret, and says so in the audit log; its older ones end after the grace.
 * `409 conflict` where the key itself has come to its end.
 */
export async function renewSecret(
  ctx: Audited,
  row: store.KeyRow,
  graceHours = GRACE_HOURS,
): Promise<{ secret: string; row: store.KeyRow }> {
  const { secret, hash, prefix } = mintSecret(`mc_${row.environment}_`)
  const rotation = rotationOf('key', row, { prefix, graceHours, now: ctx.now })
  await endSecrets(ctx, [row.id], rotation.previous_secret_expires_at)
  await keepSecret(ctx, row.id, { hash, validUntil: row.expires_at })
  await store.updateKey(ctx, row.id, rotation)
  const change = { before: { prefix: row.prefix }, after: { prefix, grace_hours: graceHours } }
  audit(ctx, 'api_key.rotated', { kind: 'api_key', id: row.id }, change)
  return { secret, row: { ...row, ...rotation } }
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
    if (key.userId !== undefined && !(await findMember(ctx, key.userId)))
      throw new Error(`there is no member ${key.userId}`)
    const userId = key.userId ?? (await store.findFirstUser(ctx)).id
    return mintKey(ctx, { ...key, userId })
  })
}

/** The keys of a partition, newest first, without anything secret. */
export const listKeys = (db: Database, tenantId: number) =>
  transact(db, tenantId, ({ tx }) => store.listAllKeys({ tx, tenantId }))

/** Revokes a key for good: its next call, in any process, is `401`. `false`: no such key. */
export const revokeKey = (db: Database, tenantId: number, id: number, now = new Date()) =>
  bySystem(db, tenantId, now, async (ctx) => {
    const row = await store.lockKey(ctx, id)
    if (row && !row.revoked_at) await endKey(ctx, id)
    return row !== undefined
  })

/** A secret that a rotation has made, told here and never again; until when older ones are valid. */
export interface RotatedKey {
  readonly secret: string
  readonly olderUntil: Date
}

/**
 * Rotates a key for the system. `undefined`: no such key. Throws on a grace that the contract does not
 * allow either, and where the key is revoked or expired.
 */
export const rotateKey = (
  db: Database,
  tenantId: number,
  id: number,
  graceHours = GRACE_HOURS,
  now = new Date(),
): Promise<RotatedKey | undefined> =>
  bySystem(db, tenantId, now, async (ctx) => {
    requireGrace(graceHours)
    const found = await store.lockKey(ctx, id)
    if (!found) return undefined
    const { secret, row } = await renewSecret(ctx, found, graceHours)
    return { secret, olderUntil: row.previous_secret_expires_at as Date }
  })
