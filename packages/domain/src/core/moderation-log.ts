import type { AnyContext } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import type { Acting } from './acting-user.ts'
import { actionList, insertAction, type ActionRow } from './moderation.store.ts'

/** A moderator's action, its target and its reason. */
export interface LoggedStep {
  readonly action: string
  readonly actor: Acting
  readonly target: { readonly kind: string; readonly id: number }
  readonly hours?: number
  readonly reason: string | null
  /** The report that it closes. */
  readonly reportId: number | null
}

/** Writes a step into the log of moderation. `userId` is the member it concerns. */
export async function logStep(
  ctx: AnyContext,
  { action, actor, target, hours, reason, reportId }: LoggedStep,
  userId: number,
): Promise<ActionRow> {
  count(ctx, actionList, 1, { action, target_user_id: userId })
  const row = await insertAction(ctx, {
    action,
    target_kind: target.kind,
    target_id: target.id,
    target_user_id: userId,
    report_id: reportId,
    duration_hours: hours,
    reason,
    actor_id: actor.user.id,
    created_at: ctx.now,
  })
  return { ...row, username: actor.user.username }
}
