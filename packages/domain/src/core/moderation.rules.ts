import type { components } from '@mobieus/contract'
import { conflict } from '../kit/problem.ts'
import { contentKindNames, type ContentKindName } from './content-kinds.ts'
import { BANNED, REGISTERED } from '../platform/rank.rules.ts'
import type { MemberRow } from './users.store.ts'

export type Measure = components['schemas']['ModerationMeasure']
export type MemberMeasure = Exclude<Measure, 'remove_content'>

/** Takes a measure back. */
export type Lift = Exclude<components['schemas']['ModerationStep'], Measure>

/** The target of an action. */
export interface Target {
  readonly kind: 'user' | ContentKindName
  readonly id: number
}

/** Fields that each name one thing: `reported_post_id`, `target_user_id`. */
type Named<Prefix extends string> = Readonly<
  Partial<Record<`${Prefix}_${'user' | ContentKindName}_id`, number | null>>
>

/** The content that a body or a row names, if it names any. */
export function contentOf<Prefix extends string>(
  prefix: Prefix,
  named: Named<Prefix>,
): (Target & { kind: ContentKindName }) | undefined {
  for (const kind of contentKindNames) {
    const id = (named as Record<string, number | null | undefined>)[`${prefix}_${kind}_id`]
    if (id !== undefined && id !== null) return { kind, id }
  }
  return undefined
}

/** The target of an action without a report; the contract has made sure that it is named. */
export const targetOf = (body: components['schemas']['ModerationActionCreate']): Target =>
  contentOf('target', body) ?? { kind: 'user', id: body.target_user_id as number }

const HOUR_MS = 60 * 60 * 1000

type Change = Partial<
  Pick<MemberRow, 'role' | 'role_before_ban' | 'suspended_until' | 'shadow_banned_at'>
>

/** The change that a measure, or its lifting, makes to a member; `409 conflict` where it is so already. */
export function changeOf(
  action: MemberMeasure | Lift,
  member: MemberRow,
  hours: number | undefined,
  now: Date,
): Change {
  switch (action) {
    case 'warn':
      return {}
    case 'suspend':
      return { suspended_until: new Date(now.getTime() + (hours as number) * HOUR_MS) }
    case 'ban':
      if (member.role === BANNED) throw conflict('The member is banned already.', 'action')
      return { role: BANNED, role_before_ban: member.role }
    case 'shadow_ban':
      if (member.shadow_banned_at) throw conflict('The member is shadow-banned already.', 'action')
      return { shadow_banned_at: now }
    case 'lift_suspension':
      if (!member.suspended_until || member.suspended_until <= now) throw notSo('suspended')
      return { suspended_until: null }
    case 'lift_ban':
      if (member.role !== BANNED) throw notSo('banned')
      return { role: member.role_before_ban ?? REGISTERED, role_before_ban: null }
    case 'lift_shadow_ban':
      if (!member.shadow_banned_at) throw notSo('shadow-banned')
      return { shadow_banned_at: null }
  }
}

const notSo = (state: string) => conflict(`The member is not ${state}.`, 'action')
