import { grownId, type Part, type Place } from '../part.ts'
import { MODERATOR } from '../core/users.ts'

const KEY = 5
const SCOPES = ['posts:read', 'posts:write']

/** A key of the moderator, and the audit log's word on it. */
export const part: Part = {
  ids: { 'api-keys': KEY },
  furnish(place) {
    const id = place.at(KEY)
    mint(place, [{ id, label: 'Nightly sync' }])
    place.insert(
      'api_key_scopes',
      SCOPES.map((scope) => ({ key_id: id, scope })),
    )
  },
  grow: (place, numbers) =>
    mint(
      place,
      numbers.map((i) => ({ id: grownId(i), label: `Key ${i}` })),
    ),
}

function mint({ at, now, insert }: Place, keys: readonly { id: number; label: string }[]): void {
  const key = { user_id: at(MODERATOR.id), prefix: 'mc_live_Zx3a', environment: 'live' }
  insert(
    'api_keys',
    keys.map((named) => ({ ...key, ...named, created_at: now })),
  )
  const entry = { actor_id: at(MODERATOR.id), action: 'api_key.created', target_kind: 'api_key' }
  insert(
    'audit_log',
    keys.map(({ id, label }) => ({
      ...{ ...entry, target_id: id, before: null, after: { label, scopes: SCOPES } },
      created_at: now,
    })),
  )
}
