import type { ByMember } from '../kit/caller.ts'
import type { Partition } from '../kit/context.ts'
import { invalidField, noSuch, problem } from '../kit/problem.ts'
import { ADMIN, BANNED, MODERATOR, outranks, rankOf, type Ranked } from '../platform/rank.rules.ts'
import { findMember, findMembers, type MemberRow } from './users.store.ts'

/** A member in whose name a write happens. */
export interface Acting {
  /** As events show it. */
  readonly user: { readonly id: number; readonly username: string }
  readonly role: number
  /** Whether what the member makes is hidden from everybody else. */
  readonly shadowBanned: boolean
  readonly lastActiveAt: Date | null
}

/** The request of a member, in whose own or another one's name a write happens. */
interface Asked extends Partition, ByMember {
  readonly now: Date
}

/** Why a member may not write at this time: a code and the rest of a sentence; `undefined` if allowed. */
export function standingFault(member: MemberRow, now: Date): readonly [string, string] | undefined {
  const { role, suspended_until } = member
  if (member.deletion_scheduled_at) return ['leaving', 'is a member whose deletion is scheduled']
  if (role === BANNED) return ['banned', 'is a member who is banned']
  if (suspended_until && suspended_until > now) return ['suspended', 'is a member who is suspended']
  return undefined
}

/**
 * The member on whose behalf a write happens. It is the one that `field` of the body names, otherwise
 * the one who minted the key, or is signed in. A member who does not exist is a fault of the field. So
 * is one who may not write at this time, because of leaving, a ban or a suspension. So is one who does
 * not rank below the caller: no key lends anybody a rank above its own member's.
 */
export async function actingMember(
  ctx: Asked,
  field: string,
  id: number = ctx.caller.user.id,
): Promise<Acting> {
  const [member, caller] = await findActing(ctx, id)
  if (!member) throw noSuch(field)
  if (!caller || !outranks(caller, member))
    throw invalidField(field, 'not_allowed', 'is a member whose role is not below your own')
  const fault = standingFault(member, ctx.now)
  if (fault) throw invalidField(field, ...fault)
  const { username, role, last_active_at: lastActiveAt } = member
  const user = { id: member.id, username }
  return { user, role, shadowBanned: member.shadow_banned_at !== null, lastActiveAt }
}

/** The member who is named, and the caller. */
async function findActing(ctx: Asked, id: number) {
  const { id: callerId } = ctx.caller.user
  if (id !== callerId) return findMembers(ctx, id, callerId)
  const member = await findMember(ctx, id)
  return [member, member] as const
}

/** The member whom `field` of a body names, as one who may write at this time: anybody else is a fault of the field. */
export async function standingMember(
  ctx: Partition & { readonly now: Date },
  field: string,
  id: number,
): Promise<Acting['user']> {
  const member = await findMember(ctx, id)
  if (!member) throw noSuch(field)
  const fault = standingFault(member, ctx.now)
  if (fault) throw invalidField(field, ...fault)
  return { id: member.id, username: member.username }
}

/** The name of a member on whose behalf a write happens. */
export const actingUser = async (
  ctx: Asked,
  field: string,
  id: number | undefined,
): Promise<Acting['user']> => (await actingMember(ctx, field, id)).user

/** A member on whose behalf a moderator's write happens: anybody else is a fault of `actor_id`. */
export async function actingModerator(ctx: Asked, id: number | undefined): Promise<Acting> {
  const actor = await actingMember(ctx, 'actor_id', id)
  if (actor.role < MODERATOR) throw invalidField('actor_id', 'not_allowed', 'is no moderator')
  return actor
}

/** A member on whose behalf an administrator's write happens: anybody else is a fault of `actor_id`. */
export async function actingAdministrator(ctx: Asked, id: number | undefined): Promise<Acting> {
  const actor = await actingMember(ctx, 'actor_id', id)
  if (actor.role < ADMIN) throw invalidField('actor_id', 'not_allowed', 'is no administrator')
  return actor
}

/**
 * Only the owner of a thing and moderators who rank above the owner may do something to it: anybody
 * else is a fault of `field`.
 */
export async function requireOwnerOrModerator(
  ctx: Partition,
  field: string,
  actor: Acting,
  ownerId: number,
): Promise<void> {
  if (actor.user.id === ownerId) return
  if (actor.role < MODERATOR)
    throw invalidField(field, 'not_allowed', 'is neither the owner nor a moderator')
  const owner = await findMember(ctx, ownerId)
  if (owner && rankOf(owner) >= actor.role) throw tooHigh(field)
}

/** The member whom a body names, directly or by what is theirs, does not rank below the moderator. */
export const tooHigh = (field: string) =>
  invalidField(field, 'not_allowed', 'is for members whose role is below the actor’s')

/**
 * Only somebody above a member, and the member, may change them: anybody else is `403 not_allowed`.
 * Asked with `caller` as found together with the member.
 */
export function requireAbove(caller: Ranked | undefined, member: Ranked): void {
  if (caller && outranks(caller, member)) return
  throw problem('not_allowed', 'Only a member whose role is above this one’s may do that.')
}
