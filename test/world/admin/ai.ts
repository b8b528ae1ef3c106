import {
  AI_HOOKS,
  AI_KEYS,
  aiKeyPlace,
  DEFAULT_MODEL,
} from '../../../packages/domain/src/platform/index.ts'
import { MODERATOR } from '../core/users.ts'
import { grownId, type Part, type Place } from '../part.ts'

/** The key that the model of this machine takes. */
const KEY = 'sk-ant-of-the-documentation'

/** A model that may be asked everything, a call of it, and what that month has cost. */
export const part: Part = {
  furnish(place) {
    const { tenantId, at, now, insert, sealFor } = place
    insert('ai_settings', [
      {
        ...{ api_key: sealFor(AI_KEYS, KEY, aiKeyPlace(tenantId)), key_set_at: now },
        ...{ model: DEFAULT_MODEL, hooks: [...AI_HOOKS], calls_per_minute: 1_000 },
      },
    ])
    insert('ai_calls', [{ id: at(8801), ...callOf(place) }])
    const tokens = { input_tokens: 412, cache_write_tokens: 0, cache_read_tokens: 0 }
    const sum = { ...tokens, output_tokens: 87, calls: 1, failed_calls: 0, cost: 847_000 }
    const months = new Set(['2026-05-01', `${now.toISOString().slice(0, 7)}-01`])
    insert(
      'ai_usage',
      [...months].map((month) => ({
        ...{ ...sum, month: month as never, hook: 'sentiment', model: DEFAULT_MODEL },
      })),
    )
  },
  grow: (place, numbers) =>
    place.insert(
      'ai_calls',
      numbers.map((i) => ({ id: grownId(i), ...callOf(place) })),
    ),
}

const callOf = ({ at, now }: Place) => ({
  ...{ hook: 'sentiment', prompt: 'sentiment.1', model: DEFAULT_MODEL, user_id: at(MODERATOR.id) },
  ...{ ticket_id: at(1234), is_repair: false, started_at: now, reserved: 0 },
  ...{ outcome: 'answered', duration_ms: 1240, input_tokens: 412, output_tokens: 87 },
  ...{ cache_write_tokens: 0, cache_read_tokens: 0, cost: 847_000 },
})
