import type { Part, Place } from '../part.ts'
import { MODERATOR, SELLER } from './users.ts'

/** A warning of the seller. */
export const part: Part = {
  furnish: (place) => warn(place, 1),
  grow: (place, numbers) => warn(place, numbers.length),
}

function warn({ at, now, insert }: Place, times: number): void {
  const target_user_id = at(SELLER.id)
  const warning = { action: 'warn', target_kind: 'user', target_id: target_user_id, target_user_id }
  insert(
    'moderation_actions',
    Array.from({ length: times }, () => ({
      ...warning,
      actor_id: at(MODERATOR.id),
      created_at: now,
    })),
  )
}
