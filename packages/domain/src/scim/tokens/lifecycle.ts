import { transact, type Database } from '@mobieus/db'
import { count } from '../../kit/count.ts'
import { audit, type Audited } from '../../platform/audit.ts'
import { bySystem } from '../../platform/by-system.ts'
import {
  GRACE_HOURS,
  keptOf,
  mintSecret,
  requireGrace,
  rotationOf,
} from '../../platform/secrets.rules.ts'
import { noteChore } from '../../platform/work.ts'
import { secretsPurge } from './purge.ts'
import * as store from './tokens.store.ts'

const BEGINNING = 'ms_scim_'

/** The properties of a new token. */
export interface NewToken {
  readonly label: string
  readonly expiresAt: Date | null
  /** The administrator who issues it; none for the command line. */
  readonly createdBy: number | null
  /** The secret of a demo or a test, in place of a random one. */
  readonly secret?: string
}

/** A token just issued. `secret` is told here and never again. */
export interface IssuedToken {
  readonly id: number
  readonly secret: string
}

/** Issues a token within a transaction, and says so in the audit log. */
export async function issueToken(ctx: Audited, token: NewToken): Promise<IssuedToken> {
  const { secret, hash, prefix } =
    token.secret === undefined
      ? mintSecret(BEGINNING)
      : { secret: token.secret, ...keptOf(token.secret) }
  const { label, expiresAt, createdBy } = token
  const row = { label, prefix, hash, createdBy, expiresAt, createdAt: ctx.now }
  const id = await store.insertToken(ctx, row)
  if (expiresAt) noteChore(ctx, secretsPurge, expiresAt)
  count(ctx, store.tokenList, 1)
  const after = { label, prefix, expires_at: expiresAt }
  audit(ctx, 'scim_token.created', { kind: 'scim_token', id }, { after })
  return { id, secret }
}

/** Revokes a token that is not, and says so in the audit log. */
export async function endToken(ctx: Audited, id: number): Promise<void> {
  await store.updateToken(ctx, id, { revoked_at: ctx.now })
  await store.limitSecrets(ctx, id, ctx.now)
  noteChore(ctx, secretsPurge, ctx.now)
  const change = { before: { revoked_at: null }, after: { revoked_at: ctx.now } }
  audit(ctx, 'scim_token.revoked', { kind: 'scim_token', id }, change)
}

/**
 * Gives a locked token another secret, and says so in the audit log; its older ones end after the grace. `409
 * conflict` where the token itself has come to its end.
 */
export async function renewSecret(
  ctx: Audited,
  row: store.TokenRow,
  graceHours = GRACE_HOURS,
): Promise<{ secret: string; row: store.TokenRow }> {
  const { secret, hash, prefix } = mintSecret(BEGINNING)
  const rotation = rotationOf('token', row, { prefix, graceHours, now: ctx.now })
  const until = rotation.previous_secret_expires_at
  await store.limitSecrets(ctx, row.id, until)
  noteChore(ctx, secretsPurge, until)
  await store.insertSecret(ctx, row.id, { hash, validUntil: row.expires_at })
  await store.updateToken(ctx, row.id, rotation)
  const change = { before: { prefix: row.prefix }, after: { prefix, grace_hours: graceHours } }
  audit(ctx, 'scim_token.rotated', { kind: 'scim_token', id: row.id }, change)
  return { secret, row: { ...row, ...rotation } }
}

/** Issues a token for the system. */
export const createToken = (
  db: Database,
  { tenantId, ...token }: Omit<NewToken, 'createdBy'> & { readonly tenantId: number },
  now = new Date(),
): Promise<IssuedToken> =>
  bySystem(db, tenantId, now, (ctx) => issueToken(ctx, { ...token, createdBy: null }))

/** The tokens of a partition, newest first, without anything secret. */
export const listTokens = (db: Database, tenantId: number) =>
  transact(db, tenantId, ({ tx }) => store.listAllTokens({ tx, tenantId }))

/** Revokes a token for good. `false`: no such token. */
export const revokeToken = (db: Database, tenantId: number, id: number, now = new Date()) =>
  bySystem(db, tenantId, now, async (ctx) => {
    const row = await store.lockToken(ctx, id)
    if (row && !row.revoked_at) await endToken(ctx, id)
    return row !== undefined
  })

/**
 * Rotates a token for the system. `undefined`: no such token. Throws on a grace that the contract does not allow
 * either, and where the token is revoked or expired.
 */
export const rotateToken = (
  db: Database,
  tenantId: number,
  id: number,
  graceHours = GRACE_HOURS,
  now = new Date(),
): Promise<{ readonly secret: string; readonly olderUntil: Date } | undefined> =>
  bySystem(db, tenantId, now, async (ctx) => {
    requireGrace(graceHours)
    const found = await store.lockToken(ctx, id)
    if (!found) return undefined
    const { secret, row } = await renewSecret(ctx, found, graceHours)
    return { secret, olderUntil: row.previous_secret_expires_at as Date }
  })
