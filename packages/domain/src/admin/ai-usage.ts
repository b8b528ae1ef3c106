import type { components } from '@mobieus/contract'
import type { Handler } from '../kit/context.ts'
import { closePage, openPage } from '../kit/page.ts'
import { timestamp } from '../kit/present.ts'
import { monthOf, usdOf } from '../platform/ai.rules.ts'
import * as store from '../platform/ai-calls.store.ts'

export const listAiCalls: Handler<'listAiCalls'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listCalls(ctx, query, page), presentCall)
}

export const getAiUsage: Handler<'getAiUsage'> = async (ctx, { query }) => {
  const month = query.month ?? monthOf(ctx.now).slice(0, 7)
  const rows = await store.listUsage(ctx, `${month}-01`)
  const spent = rows.reduce((sum, { cost }) => sum + cost, 0)
  return { data: { month, spent_usd: usdOf(spent), by_hook: rows.map(presentUsage) } }
}

type Usage = Awaited<ReturnType<typeof store.listUsage>>[number]
type Counted = Pick<
  Usage,
  'input_tokens' | 'cache_write_tokens' | 'cache_read_tokens' | 'output_tokens' | 'cost'
>

const presentTokens = (row: Counted) => ({
  input_tokens: row.input_tokens,
  cache_write_tokens: row.cache_write_tokens,
  cache_read_tokens: row.cache_read_tokens,
  output_tokens: row.output_tokens,
  cost_usd: usdOf(row.cost),
})

const presentUsage = (row: Usage): components['schemas']['AiUsageOfHook'] => ({
  hook: row.hook as components['schemas']['AiHook'],
  model: row.model,
  calls: row.calls,
  failed_calls: row.failed_calls,
  ...presentTokens(row),
})

/** A call as the API shows it. */
const presentCall = (row: store.CallRow): components['schemas']['AiCall'] => ({
  id: row.id,
  hook: row.hook as components['schemas']['AiHook'],
  prompt: row.prompt,
  model: row.model,
  outcome: row.outcome as components['schemas']['AiOutcome'],
  is_repair: row.is_repair,
  ticket_id: row.ticket_id,
  user: { id: row.user_id, username: row.username },
  ...presentTokens(row),
  started_at: timestamp(row.started_at),
  duration_ms: row.duration_ms as number,
})
