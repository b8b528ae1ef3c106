import { audit } from '../audit.ts'
import type { Context } from '../context.ts'
import { count } from '../count.ts'
import { emit } from '../emit.ts'
import { conflict, invalidField, noSuch } from '../problem.ts'
import { requireOwnerOrModerator, tooHigh, type Acting } from './acting-user.ts'
import { contentKinds } from './content.ts'
import { changeOf, type Measure, type Target } from './moderation.rules.ts'
import { insertAction, type ActionRow } from './moderation.store.ts'
import { rankOf } from './rank.rules.ts'
import { lockMember, setStanding, type MemberRow } from './users.store.ts'

/** What a moderator does, and why. */
export interface Step<Action extends string = Measure> {
  readonly action: Action
  readonly actor: Acting
  readonly target: Target
  readonly hours?: number
  readonly reason: string | null
  /** The report that it closes. */
  readonly reportId: number | null
  /** The field of the body to which a fault of the target belongs. */
  readonly field: string
}

type Acts = Context<'createModerationAction' | 'resolveReport'>

/** Carries out a measure: the thing itself, its events, and its entries in both logs. */
export function carryOut(ctx: Acts, step: Step): Promise<ActionRow> {
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

type MemberMeasure = Exclude<Measure, 'remove_content'>

async function actOnMember(ctx: Acts, step: Step<MemberMeasure>): Promise<ActionRow> {
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
} as const satisfies Record<MemberMeasure, string>

/** What a change replaces. */
const before = (member: MemberRow, change: object) =>
  Object.fromEntries(Object.keys(change).map((name) => [name, member[name as keyof MemberRow]]))

/** The event under its name of before `moderation.action_taken`. */
function emitAlias(ctx: Acts, step: Step<MemberMeasure>): void {
  const notice = noticeOf(step)
  if (step.action === 'suspend')
    emit(ctx, 'moderation.user_suspended', { ...notice, duration_hours: step.hours as number })
  else emit(ctx, `moderation.user_${done[step.action]}`, notice)
}

const noticeOf = ({ target, actor, reason, reportId }: Step<string>) => ({
  target: { kind: target.kind, id: target.id },
  actor: actor.user,
  reason,
  report_id: reportId,
})

/** Writes a step into the log of moderation. `userId` is the member it concerns. */
export async function logStep(
  ctx: Context,
  { action, actor, target, hours, reason, reportId }: Omit<Step<string>, 'field'>,
  userId: number,
): Promise<ActionRow> {
  count(ctx, 'moderation_actions', 1, { action, target_user_id: userId })
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
