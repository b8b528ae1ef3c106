import { createHash, randomBytes } from 'node:crypto'
import type { Database } from '@mobieus/db'
import { audit } from '../platform/audit.ts'
import { bySystem } from '../platform/by-system.ts'
import type { Partition, Writing } from '../kit/context.ts'
import { MODERATOR, REGISTERED } from '../platform/roles.rules.ts'
import type { Chore } from '../kit/surface.ts'
import { noteChore } from '../platform/work.ts'
import * as store from './session.store.ts'

const MINUTE_MS = 60 * 1000
/** How long a link that signs in works. */
const LINK_MS = 10 * MINUTE_MS
/** How long a session lasts. */
export const SESSION_MS = 12 * 60 * MINUTE_MS
const TOKEN_BYTES = 32

/** The secret in a cookie or a link: 32 random bytes. Only their SHA-256 is kept. */
const createToken = () => randomBytes(TOKEN_BYTES).toString('base64url')
/** How a token is looked up. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** A partition to sign in to, and the member who does; when left out, the moderator or above of the highest role. */
export interface NewSignIn {
  readonly tenantId: number
  readonly environment: 'live' | 'test'
  readonly username?: string
}

/** Makes the token of a link that signs a member in, once. Throws when no such member may. */
export const createSignIn = (
  db: Database,
  { tenantId, environment, username }: NewSignIn,
  now = new Date(),
): Promise<{ token: string; username: string; expiresAt: Date }> =>
  bySystem(db, tenantId, now, async (ctx) => {
    const fromRole = username === undefined ? MODERATOR : REGISTERED
    const user = await store.findSignInByName(ctx, fromRole, username)
    if (!user) throw new Error(`there is no ${nobody(username)}`)
    const token = `${environment}_${createToken()}`
    const expiresAt = new Date(now.getTime() + LINK_MS)
    const row = { user_id: user.id, created_at: now, expires_at: expiresAt }
    await store.insertSignInToken(ctx, { ...row, token_hash: hashToken(token) })
    noteChore(ctx, signInPurge, expiresAt)
    audit(ctx, 'sign_in.created', { kind: 'user', id: user.id })
    return { token, username: user.username, expiresAt }
  })

const nobody = (username: string | undefined) =>
  username === undefined ? 'moderator or administrator' : `member ${username} who may sign in`

/** Which partition a link's token signs in to; `undefined` for what is no such token. */
export const environmentOf = (token: string) =>
  /^(live|test)_[\w-]{43}$/.exec(token)?.[1] as 'live' | 'test' | undefined

/**
 * Signs in with a link's token: uses it up and opens a session, in one transaction. `undefined`
 * where the token is unknown, used or expired, or its member may not sign in any more.
 */
export const signIn = (
  db: Database,
  tenantId: number,
  token: string,
  now: Date,
): Promise<(OpenedSession & { readonly isModerator: boolean }) | undefined> =>
  bySystem(db, tenantId, now, async (ctx) => {
    const used = await store.useSignInToken(ctx, hashToken(token), now)
    const user = used && (await store.findSignIn(ctx, REGISTERED, used.user_id))
    if (!user) return undefined
    const session = await openSession(ctx, user.id, now)
    audit(ctx, 'session.created', { kind: 'session', id: session.id }, { actor: user })
    return { ...session, isModerator: user.role >= MODERATOR }
  })

/** A session just opened. `token` is told here, for the cookie, and never again. */
export interface OpenedSession {
  readonly id: number
  readonly token: string
  readonly expiresAt: Date
}

/** Opens a session of a member. */
export async function openSession(ctx: Writing, userId: number, now: Date): Promise<OpenedSession> {
  const token = createToken()
  const expiresAt = new Date(now.getTime() + SESSION_MS)
  const row = { user_id: userId, created_at: now, expires_at: expiresAt }
  const { id } = await store.insertSession(ctx, row, hashToken(token))
  noteChore(ctx, signInPurge, expiresAt)
  return { id, token, expiresAt }
}

const BATCH = 500

/** Removes sessions and links whose time is over, at most a batch; answers how many. */
export const purgeSignIns = (partition: Partition, now: Date): Promise<number> =>
  store.deleteExpired(partition, now, BATCH)

export const signInPurge: Chore = {
  name: 'purgeSignIns',
  run: (ctx) => purgeSignIns(ctx, ctx.now),
  next: store.nextExpired,
}
