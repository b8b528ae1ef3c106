import { unseal, type Secrets } from '@mobieus/db'
import { count } from '../kit/count.ts'
import type { Partition, Writing } from '../kit/context.ts'
import { problem } from '../kit/problem.ts'
import {
  AI_KEYS,
  aiKeyPlace,
  BILLIONTHS_OF_A_CENT,
  LOST_AFTER_MS,
  monthOf,
  priceOf,
  type AiHook,
  type AiPrice,
} from './ai.rules.ts'
import { findAiSettings, lockAiSettings, type AiSettingsRow } from './ai-settings.store.ts'
import * as store from './ai-calls.store.ts'
import { aiCallsPurge } from './ai-purge.ts'
import { noteChore } from './work.ts'

/** Why a hook is not let through, for the log of the operator; callers hear the code alone. */
export type Blocked = 'not_configured' | 'turned_off' | 'no_price' | 'spend_cap' | 'rate'

const blocked = (why: Blocked) =>
  problem('gate_blocked', `The call of the model was blocked: ${why}.`)
const noKey = () => problem('no_key', 'The key of the model was removed, or does not open.')

/** The leave to call the model: the key, and the price. */
export interface Pass {
  readonly apiKey: string
  readonly settings: AiSettingsRow
  readonly price: AiPrice
}

/** Lets a hook through that is configured and turned on; throws the code of the failure where it is not. */
export async function passGate(
  ctx: Partition & { readonly secrets: Secrets },
  hook: AiHook,
): Promise<Pass> {
  return passOf(ctx, hook, await findAiSettings(ctx))
}

function passOf(
  { secrets, tenantId }: { readonly secrets: Secrets; readonly tenantId: number },
  hook: AiHook,
  settings: AiSettingsRow | undefined,
): Pass {
  if (!settings?.key_set_at) throw blocked('not_configured')
  if (!settings.hooks.includes(hook)) throw blocked('turned_off')
  const price = priceOf(settings.model, settings.prices)
  if (!price) throw blocked('no_price')
  const sealed = settings.api_key
  const { sealing } = secrets.for(AI_KEYS)
  const apiKey = sealed === null ? undefined : unseal(sealing, sealed, aiKeyPlace(tenantId))
  if (apiKey === undefined) throw noKey()
  return { apiKey, settings, price }
}

/** A write that notes calls. */
export interface Noting extends Writing {
  readonly now: Date
  readonly secrets: Secrets
}

/** A call that is about to be made. */
export interface Planned {
  readonly hook: AiHook
  readonly prompt: string
  readonly user_id: number
  readonly ticket_id: number | null
  readonly is_repair: boolean
  /** The most that it may cost, in billionths, at a price. */
  readonly mostCost: (price: AiPrice) => number
}

/**
 * Writes the call down before it is made, unless its greatest cost would break the cap, or too many began in this
 * minute. One call of a tenant is let through at a time, so the sum of all stays below the cap.
 */
export async function reserveCall(
  ctx: Noting,
  { mostCost, ...planned }: Planned,
): Promise<Pass & { readonly id: number }> {
  const pass = passOf(ctx, planned.hook, await lockAiSettings(ctx))
  const { model, monthly_cap_cents: cap, calls_per_minute } = pass.settings
  const lost = await store.endLostCalls(ctx, new Date(ctx.now.getTime() - LOST_AFTER_MS))
  for (const call of lost) noteEnd(ctx, call)
  const minute = new Date(Math.floor(ctx.now.getTime() / 60_000) * 60_000)
  const { spent, reserved, startedInMinute } = await store.readSpending(
    ctx,
    monthOf(ctx.now),
    minute,
  )
  if (startedInMinute >= calls_per_minute) throw blocked('rate')
  const most = mostCost(pass.price)
  const lostCost = lost.reduce((sum, { cost }) => sum + cost, 0)
  if (cap !== null && spent + lostCost + reserved + most > cap * BILLIONTHS_OF_A_CENT)
    throw blocked('spend_cap')
  const call = { ...planned, model, reserved: most, started_at: ctx.now }
  return { ...pass, id: (await store.insertCall(ctx, call)).id }
}

/** Ends a call as it ended; nothing where it was taken for lost. */
export async function settleCall(ctx: Noting, id: number, end: store.CallEnd): Promise<void> {
  const call = await store.endCall(ctx, id, end)
  if (call) noteEnd(ctx, call)
}

function noteEnd(ctx: Noting, call: Awaited<ReturnType<typeof store.endLostCalls>>[number]): void {
  count(ctx, store.callList, 1, call)
  store.deferUsage(ctx, call, monthOf(call.started_at))
  noteChore(ctx, aiCallsPurge, aiCallsPurge.after(call.started_at))
}
