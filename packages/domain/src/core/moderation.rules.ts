import type { components } from '@mobieus/contract'
import { conflict, invalidField } from '../problem.ts'
import { BANNED } from './acting-user.ts'
import { contentKindNames, type ContentKindName } from './content.ts'
import type { MemberRow } from './users.store.ts'

export type Measure = components['schemas']['ModerationMeasure']

/** What is acted on. */
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

/** What an action without a report is about: the one thing that is named, of the kind it acts on. */
export function targetOf(body: components['schemas']['ModerationActionCreate']): Target {
  const kinds = body.action === 'remove_content' ? contentKindNames : (['user'] as const)
  const named = (['user', ...contentKindNames] as const).filter(
    (kind) => body[`target_${kind}_id`] !== undefined,
  )
  const [kind = kinds[0] as Target['kind']] = named.filter((each) => isOneOf(kinds, each))
  const field = `target_${kind}_id` as const
  const other = named.find((each) => each !== kind)
  if (other)
    throw invalidField(`target_${other}_id`, 'not_allowed', `is not for ${body.action} of ${field}`)
  const id = body[field]
  if (id === undefined) throw invalidField(field, 'required', `is required for ${body.action}`)
  return { kind, id }
}

const isOneOf = (kinds: readonly string[], kind: string) => kinds.includes(kind)

const HOUR_MS = 60 * 60 * 1000

/** Hours belong to a suspension, and to nothing else. */
export function requireHours(action: Measure | undefined, hours: number | undefined): void {
  if (action === 'suspend' && hours === undefined)
    throw invalidField('duration_hours', 'required', 'is required for suspend')
  if (action !== 'suspend' && hours !== undefined)
    throw invalidField('duration_hours', 'not_allowed', 'is for suspend only')
}

type Change = Partial<Pick<MemberRow, 'role' | 'suspended_until' | 'shadow_banned_at'>>

/** What a measure changes about a member; `409 conflict` where it is so already. */
export function changeOf(
  action: Exclude<Measure, 'remove_content'>,
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
      return { role: BANNED }
    case 'shadow_ban':
      if (member.shadow_banned_at) throw conflict('The member is shadow-banned already.', 'action')
      return { shadow_banned_at: now }
  }
}
