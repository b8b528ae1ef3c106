import { count } from '../kit/count.ts'
import type { Chore } from '../kit/surface.ts'
import { callsKeptSince } from './ai.rules.ts'
import { callList, deleteCalls, nextCallPurge } from './ai-calls.store.ts'

const BATCH = 500

/** Removes calls of the model that are old; what their month has cost stays. */
export const aiCallsPurge: Chore = {
  name: 'purgeAiCalls',
  async run(ctx) {
    const removed = await deleteCalls(ctx, callsKeptSince(ctx.now), BATCH)
    for (const call of removed) count(ctx, callList, -1, call)
    return removed.length
  },
  next: nextCallPurge,
}
