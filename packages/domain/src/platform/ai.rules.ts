import type { components } from '@mobieus/contract'
import type { Tokens } from '../kit/model.ts'

export type AiHook = components['schemas']['AiHook']
export type AiPrice = components['schemas']['AiPrice']

/** Every hook, in the order of the documentation. */
export const AI_HOOKS = [
  'reply_suggest',
  'summary',
  'categorize',
  'sentiment',
  'resolution_predict',
  'canned_generate',
  'knowledge_gaps',
  'audit_qa',
] as const satisfies readonly AiHook[]

export const DEFAULT_MODEL = 'claude-haiku-4-5-20251001'
export const DEFAULT_CALLS_PER_MINUTE = 60

/** Anthropic's prices, in US dollars for a million tokens; the cache is written for five minutes. */
const priced = (models: readonly string[], input: number, output: number): AiPrice[] =>
  models.map((model) => ({
    ...{ model, input, cache_write: input * 1.25, cache_read: input / 10, output },
  }))

/** The prices of a tenant that has set none. */
export const DEFAULT_PRICES: readonly AiPrice[] = [
  ...priced([DEFAULT_MODEL, 'claude-haiku-4-5'], 1, 5),
  ...priced(['claude-sonnet-4-5-20250929', 'claude-sonnet-4-5'], 3, 15),
  ...priced(['claude-opus-4-5-20251101', 'claude-opus-4-5'], 5, 25),
]

/** The price of a model: the tenant's own, or the default one. */
export const priceOf = (model: string, own: readonly AiPrice[]): AiPrice | undefined =>
  [...own, ...DEFAULT_PRICES].find((each) => each.model === model)

/** Prices are told to a thousandth of a dollar, so a token costs whole billionths. */
const BILLIONTHS = 1000

/** Whether a price is told as exactly as it is kept. */
export const isExact = (price: number): boolean =>
  Math.abs(price * BILLIONTHS - Math.round(price * BILLIONTHS)) < 1e-6

/** The cost of so many tokens, in billionths of a US dollar. */
export function costOf(tokens: Tokens, price: AiPrice): number {
  const at = (count: number, each: number) => count * Math.round(each * BILLIONTHS)
  return (
    at(tokens.input, price.input) +
    at(tokens.cacheWrite, price.cache_write) +
    at(tokens.cacheRead, price.cache_read) +
    at(tokens.output, price.output)
  )
}

export const usdOf = (billionths: number): number => billionths / 1e9
export const BILLIONTHS_OF_A_CENT = 1e7

/** The month of a time, as a date of UTC: `2026-05-01`. */
export const monthOf = (time: Date): string => `${time.toISOString().slice(0, 7)}-01`

/** The purpose of the key under which tenants' own keys are sealed. */
export const AI_KEYS = 'ai keys'

/** The place that a tenant's key is sealed for. */
export const aiKeyPlace = (tenantId: number): string => `ai key ${tenantId}`

/** A call that has not ended after this time is lost: its process has died. */
export const LOST_AFTER_MS = 15 * 60_000
