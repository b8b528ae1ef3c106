import type { Compilable, CompiledQuery } from 'kysely'
import type { Writing } from './context.ts'

/**
 * Leaves a change for the end of the transaction: for changes whose outcome the handler does not need.
 * It travels with COMMIT, in the order in which changes were left, before counters and events. Nothing
 * the handler still reads shows it, and its failure is the failure of the whole transaction.
 */
export function defer(ctx: Pick<Writing, 'outbox'>, change: Compilable | CompiledQuery): void {
  const { sql: text, parameters: values } = 'compile' in change ? change.compile() : change
  ctx.outbox.changes.push({ text, values })
}
