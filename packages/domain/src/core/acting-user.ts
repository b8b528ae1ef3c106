import type { Context } from '../context.ts'
import { invalidField, noSuch } from '../problem.ts'
import { findMember } from './users.store.ts'

/** The least role that moderates. */
const MODERATOR = 3

/**
 * The member on whose behalf a write happens: the one that `field` of the body names, otherwise the
 * one who minted the key, or is signed in. Somebody who does not exist is a fault of the field; so is a member who
 * is leaving, and may no longer write.
 */
export async function actingUser(
  ctx: Context,
  field: string,
  id: number | undefined,
): Promise<{ id: number; username: string }> {
  const member = await findMember(ctx, id ?? ctx.caller.user.id)
  if (!member) throw noSuch(field)
  if (member.deletion_scheduled_at)
    throw invalidField(field, 'leaving', 'is a member whose deletion is scheduled')
  return { id: member.id, username: member.username }
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
