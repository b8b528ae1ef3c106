import { seal, type Secrets } from '@mobieus/db'
import type { SystemWriting } from '@mobieus/domain/kit'
import {
  AI_HOOKS,
  AI_KEYS,
  aiKeyPlace,
  DEFAULT_CALLS_PER_MINUTE,
  DEFAULT_MODEL,
} from '@mobieus/domain/platform'
import type { Insert } from './cast.ts'

/** The model of the demo, which may be asked everything and cost 5 dollars a month. */
export const insertModel = (
  { tenantId, now }: SystemWriting,
  insert: Insert,
  { secrets, modelKey = '' }: { readonly secrets: Secrets; readonly modelKey?: string | undefined },
): Promise<void> =>
  insert('ai_settings', [
    {
      api_key: seal(secrets.for(AI_KEYS).sealing, modelKey, aiKeyPlace(tenantId)),
      ...{ key_set_at: now, model: DEFAULT_MODEL, hooks: [...AI_HOOKS] },
      ...{ monthly_cap_cents: 500, calls_per_minute: DEFAULT_CALLS_PER_MINUTE },
    },
  ])
