import type { components } from '@mobieus/contract'
import { seal } from '@mobieus/db'
import { audit } from '../platform/audit.ts'
import { findUrlFault } from '../kit/address-guard.ts'
import type { AnyContext, Handler } from '../kit/context.ts'
import { nullableTimestamp } from '../kit/present.ts'
import { invalidField } from '../kit/problem.ts'
import {
  AI_HOOKS,
  AI_KEYS,
  aiKeyPlace,
  DEFAULT_CALLS_PER_MINUTE,
  DEFAULT_MODEL,
  DEFAULT_PRICES,
  isExact,
  monthOf,
  priceOf,
  usdOf,
  type AiPrice,
} from '../platform/ai.rules.ts'
import { readSpent } from '../platform/ai-calls.store.ts'
import * as store from '../platform/ai-settings.store.ts'

type Row = store.AiSettingsRow
type Update = components['schemas']['AiSettingsUpdate']

const NONE: Row = {
  ...{ api_key: null, key_set_at: null, base_url: null, model: DEFAULT_MODEL, hooks: [] },
  ...{ monthly_cap_cents: null, calls_per_minute: DEFAULT_CALLS_PER_MINUTE, prices: [] },
}

export const getAiSettings: Handler<'getAiSettings'> = async (ctx) => {
  const row = (await store.findAiSettings(ctx)) ?? NONE
  return { data: presentSettings(row, await readSpent(ctx, monthOf(ctx.now))) }
}

export const updateAiSettings: Handler<'updateAiSettings'> = async (ctx, { body }) => {
  const fault = body.base_url ? await findUrlFault(ctx.outside.guard, body.base_url) : undefined
  if (fault) throw invalidField('base_url', fault.code, fault.message)
  return ctx.conclude(async (ctx) => {
    const before = (await store.lockAiSettings(ctx)) ?? NONE
    const after = changed(ctx, before, body)
    await store.setAiSettings(ctx, after)
    if (JSON.stringify(before) !== JSON.stringify(after)) auditSettings(ctx, before, after)
    return { data: presentSettings(after, await readSpent(ctx, monthOf(ctx.now))) }
  })
}

/** The settings after a change; throws what cannot be. */
function changed(ctx: AnyContext, before: Row, body: Update): Row {
  const { api_key, hooks: turned = {}, ...rest } = body
  const first = api_key !== undefined && api_key !== null && before.key_set_at === null
  const hasKey = api_key === undefined ? before.api_key !== null : api_key !== null
  const on = Object.entries(turned).find(([, value]) => value)
  if (on && !hasKey) throw invalidField(`hooks.${on[0]}`, 'no_key', 'needs a key')
  // Another address would get the stored key, which is shown to nobody.
  const moved = rest.base_url !== undefined && rest.base_url !== before.base_url
  if (moved && api_key === undefined && before.api_key !== null)
    throw invalidField('api_key', 'required', 'has to be sent with another base_url')
  const inexact = (rest.prices ?? []).flatMap(faultsOfPrice)
  if (inexact[0]) throw invalidField(inexact[0], 'inexact', 'goes by thousandths')
  const after = {
    ...before,
    ...rest,
    ...(typeof api_key === 'string' && {
      api_key: seal(ctx.secrets.for(AI_KEYS).sealing, api_key, aiKeyPlace(ctx.tenantId)),
      key_set_at: ctx.now,
    }),
    ...(api_key === null && { api_key: null }),
    hooks: AI_HOOKS.filter((hook) => turned[hook] ?? (first || before.hooks.includes(hook))),
  }
  if (!priceOf(after.model, after.prices))
    throw invalidField('model', 'no_price', 'has no price: set one in prices')
  return after
}

const faultsOfPrice = ({ model: _, ...kinds }: AiPrice, i: number): string[] =>
  Object.entries(kinds).flatMap(([kind, price]) => (isExact(price) ? [] : [`prices[${i}].${kind}`]))

/** An entry tells whether there is a key, and that it was set anew; never the key. */
function auditSettings(ctx: AnyContext, before: Row, after: Row): void {
  const told = ({ api_key, ...row }: Row) => ({ has_key: api_key !== null, ...row })
  const [was, is]: Record<string, unknown>[] = [told(before), told(after)]
  const names = Object.keys(told(after)).filter(
    (name) => JSON.stringify(was?.[name]) !== JSON.stringify(is?.[name]),
  )
  const part = (row: Record<string, unknown> | undefined) =>
    Object.fromEntries(names.map((name) => [name, row?.[name]]))
  const target = { kind: 'ai_settings', id: ctx.tenantId }
  audit(ctx, 'ai_settings.updated', target, { before: part(was), after: part(is) })
}

/** The settings as the API shows them: without the key. */
const presentSettings = (row: Row, spent: number): components['schemas']['AiSettings'] => ({
  has_key: row.api_key !== null,
  key_set_at: nullableTimestamp(row.key_set_at),
  base_url: row.base_url,
  model: row.model,
  hooks: Object.fromEntries(
    AI_HOOKS.map((hook) => [hook, row.api_key !== null && row.hooks.includes(hook)]),
  ) as components['schemas']['AiHooks'],
  monthly_cap_cents: row.monthly_cap_cents,
  spent_usd: usdOf(spent),
  calls_per_minute: row.calls_per_minute,
  prices: row.prices,
  default_prices: [...DEFAULT_PRICES],
})
