import { audit } from '../platform/audit.ts'
import type { Emitting } from '../kit/context.ts'
import { emit } from '../kit/emit.ts'
import { conflict, invalidField, noSuch } from '../kit/problem.ts'
import { requireOwnerOrModerator, tooHigh } from './acting-user.ts'
import { contentKinds, type Removing } from './content-kinds.ts'
import { logStep, type LoggedStep } from './moderation-log.ts'
import {
  changeOf,
  type Lift,
  type Measure,
  type MemberMeasure,
  type Target,
} from './moderation.rules.ts'
import type { ActionRow } from './moderation.store.ts'
import { rankOf } from '../platform/rank.rules.ts'
import { lockMember, setStanding, type MemberRow } from './users.store.ts'

/** An action of a moderator, and its reason. */
export interface Step<Action extends string = Measure | Lift> extends LoggedStep {
  readonly action: Action
  readonly target: Target
  /** The field of the body to which a fault of the target belongs. */
  readonly field: string
}

/** The power to carry out any measure. */
type Acts = Removing &
  Emitting<
    | 'moderation.action_taken'
    | 'moderation.content_removed'
    | 'moderation.user_banned'
    | 'moderation.user_shadow_banned'
    | 'moderation.user_suspended'
    | 'moderation.user_warned'
  >

/** Carries out a measure, or lifts one: the thing itself, its events, and its entries in both logs. */
export function enforce(ctx: Acts, step: Step): Promise<ActionRow> {
  const { action } = step
  return action === 'remove_content'
    ? removeContent(ctx, { ...step, action })
    : actOnMember(ctx, { ...step, action })
}

async function removeContent(ctx: Acts, step: Step<'remove_content'>): Promise<ActionRow> {
  const { target, actor, reason } = step
  if (target.kind === 'user')
    throw invalidField(step.field, 'not_allowed', 'needs a report about content')
  const content = await contentKinds[target.kind].lock(ctx, target.id)
  if (!content) throw noSuch(step.field)
  await requireOwnerOrModerator(ctx, step.field, actor, content.ownerId)
  if (content.removed) throw conflict('It is removed already.')
  await content.remove(actor.user, reason)
  emit(ctx, 'moderation.content_removed', noticeOf(step))
  audit(ctx, `${target.kind}.removed`, target, { after: { reason }, actor: actor.user })
  return logStep(ctx, step, content.ownerId)
}

async function actOnMember(ctx: Acts, step: Step<MemberMeasure | Lift>): Promise<ActionRow> {
  const { action, actor, target, hours = null } = step
  const member = await lockMember(ctx, target.id)
  if (!member)
    throw step.reportId ? conflict('The member is gone.', step.field) : noSuch(step.field)
  if (rankOf(member) >= actor.role) throw tooHigh(step.field)
  const change = changeOf(action, member, step.hours, ctx.now)
  if (action !== 'warn') await setStanding(ctx, member.id, change)
  emit(ctx, 'moderation.action_taken', {
    action,
    target_user_id: member.id,
    report_id: step.reportId,
    duration_hours: hours,
    actor: actor.user,
  })
  emitAlias(ctx, step)
  audit(ctx, `user.${done[action]}`, target, {
    ...(action !== 'warn' && { before: before(member, change), after: change }),
    actor: actor.user,
  })
  return logStep(ctx, step, member.id)
}

const done = {
  warn: 'warned',
  suspend: 'suspended',
  ban: 'banned',
  shadow_ban: 'shadow_banned',
  lift_suspension: 'suspension_lifted',
  lift_ban: 'ban_lifted',
  lift_shadow_ban: 'shadow_ban_lifted',
} as const satisfies Record<MemberMeasure | Lift, string>

/** The values that a change replaces. */
const before = (member: MemberRow, change: object) =>
  Object.fromEntries(Object.keys(change).map((name) => [name, member[name as keyof MemberRow]]))

/** The event under its name of before `moderation.action_taken`, where it has one. */
function emitAlias(ctx: Acts, step: Step<MemberMeasure | Lift>): void {
  const { action } = step
  const notice = noticeOf(step)
  if (action === 'suspend')
    emit(ctx, 'moderation.user_suspended', { ...notice, duration_hours: step.hours as number })
  else if (action === 'warn' || action === 'ban' || action === 'shadow_ban')
    emit(ctx, `moderation.user_${done[action]}`, notice)
}

const noticeOf = ({ target, actor, reason, reportId }: Step<string>) => ({
  target: { kind: target.kind, id: target.id },
  actor: actor.user,
  reason,
  report_id: reportId,
})
