import { audit } from '../platform/audit.ts'
import type { AnyContext } from '../kit/context.ts'
import { conflict, invalidField } from '../kit/problem.ts'
import { requireOwnerOrModerator, type Acting } from './acting-user.ts'
import { isGone } from './grace.rules.ts'
import { logStep } from './moderation-log.ts'

/** Something of a member's that was removed. */
export interface Removed {
  readonly kind: 'post' | 'listing' | 'file'
  readonly id: number
  readonly ownerId: number
  /** `null` where it was removed before that was written down. */
  readonly removedAt: Date | null
  readonly removedBy: number | null
}

/**
 * The rule of restoring, within 30 days. A removal by the owner is undone by the owner: no moderator may
 * show again what a member took away. One by a moderator is undone by a moderator who ranks above the
 * owner.
 */
export async function requireRestorable(
  ctx: AnyContext,
  actor: Acting,
  { ownerId, removedAt, removedBy }: Removed,
): Promise<void> {
  const own = actor.user.id === ownerId
  await requireOwnerOrModerator(ctx, 'actor_id', actor, ownerId)
  if (removedBy === ownerId && !own)
    throw invalidField('actor_id', 'not_allowed', 'is not the owner, who has removed it')
  if (removedBy !== ownerId && own)
    throw invalidField('actor_id', 'not_allowed', 'is the owner, and a moderator has removed it')
  if (!removedAt || isGone(removedAt, ctx.now))
    throw conflict('It was removed more than 30 days ago.')
}

/** Notes in the audit log that something was brought back; what a moderator did, in theirs as well. */
export async function noteRestored(
  ctx: AnyContext,
  actor: Acting,
  { kind, id, ownerId, removedAt }: Removed,
  reason: string | null = null,
): Promise<void> {
  const change = { before: { removed_at: removedAt }, after: { reason }, actor: actor.user }
  const target = { kind, id }
  audit(ctx, `${kind}.restored`, target, change)
  if (actor.user.id === ownerId) return
  await logStep(ctx, { action: 'restore_content', actor, target, reason, reportId: null }, ownerId)
}
