import type { Context } from '../context.ts'
import { invalidField, noSuch } from '../problem.ts'
import { findMember } from './users.store.ts'

/** The role of members who may not write any more, and the least role that moderates. */
export const BANNED = 1
const MODERATOR = 3

/** A member in whose name a write happens. */
export interface Acting {
  /** As events show it. */
  readonly user: { readonly id: number; readonly username: string }
  readonly role: number
  /** Whether what the member makes is hidden from everybody else. */
  readonly shadowBanned: boolean
}

type Member = NonNullable<Awaited<ReturnType<typeof findMember>>>

/** Why a member may not write at this time: a code and the rest of a sentence; `undefined` if allowed. */
export function barOf(member: Member, now: Date): readonly [string, string] | undefined {
  const { role, suspended_until } = member
  if (member.deletion_scheduled_at) return ['leaving', 'is a member whose deletion is scheduled']
  if (role === BANNED) return ['banned', 'is a member who is banned']
  if (suspended_until && suspended_until > now) return ['suspended', 'is a member who is suspended']
  return undefined
}

/**
 * The member on whose behalf a write happens: the one that `field` of the body names, otherwise the
 * one who minted the key, or is signed in. Somebody who does not exist is a fault of the field; so is
 * a member who may not write: one who is leaving, banned, or suspended at this time.
 */
export async function actingMember(
  ctx: Context,
  field: string,
  id: number | undefined,
): Promise<Acting> {
  const member = await findMember(ctx, id ?? ctx.caller.user.id)
  if (!member) throw noSuch(field)
  const bar = barOf(member, ctx.now)
  if (bar) throw invalidField(field, ...bar)
  const { username, role } = member
  const user = { id: member.id, username }
  return { user, role, shadowBanned: member.shadow_banned_at !== null }
}

/** The same where only the member's name matters. */
export const actingUser = async (
  ctx: Context,
  field: string,
  id: number | undefined,
): Promise<Acting['user']> => (await actingMember(ctx, field, id)).user

/** The same where the member has to be a moderator: anybody else is a fault of `actor_id`. */
export async function actingModerator(ctx: Context, id: number | undefined): Promise<Acting> {
  const actor = await actingMember(ctx, 'actor_id', id)
  if (actor.role < MODERATOR) throw invalidField('actor_id', 'not_allowed', 'is no moderator')
  return actor
}

/**
 * Only the owner of a thing and moderators may do something to it: anybody else is a fault of the
 * field that names who acts.
 */
export async function requireOwnerOrModerator(
  ctx: Context,
  field: string,
  actorId: number,
  ownerId: number,
): Promise<void> {
  if (actorId === ownerId) return
  const actor = await findMember(ctx, actorId)
  if (!actor || actor.role < MODERATOR)
    throw invalidField(field, 'not_allowed', 'is neither the owner nor a moderator')
}
