import type { AskModel } from '@mobieus/domain/kit'
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'

/** Counts the calls of models by how they ended, their tokens by kind, and those that are under way. */
export function createModelMetrics(registry: Registry): (ask: AskModel) => AskModel {
  const durations = new Histogram({
    name: 'mobieus_model_duration_seconds',
    help: 'Time from the beginning of a call of a model to its end, by how it ended.',
    labelNames: ['outcome'],
    buckets: [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    registers: [registry],
  })
  const tokens = new Counter({
    name: 'mobieus_model_tokens_total',
    help: 'Tokens of those calls, by their kind.',
    labelNames: ['kind'],
    registers: [registry],
  })
  const open = new Gauge({
    name: 'mobieus_model_calls_open',
    help: 'Calls of models that are under way.',
    registers: [registry],
  })
  return (ask) => async (call) => {
    open.inc()
    const end = durations.startTimer()
    const answer = await ask(call)
    end({ outcome: answer.outcome })
    open.dec()
    for (const [kind, number] of Object.entries(answer.tokens)) tokens.inc({ kind }, number)
    return answer
  }
}
