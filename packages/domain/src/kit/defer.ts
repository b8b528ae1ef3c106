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

/**
 * Leaves a row for the end of the transaction, for a statement that takes the tenant as `$1` and each column as a list.
 * Rows that are left for one statement travel as one, in the order in which they were left.
 */
export function deferRow(
  { outbox: { changes }, tenantId }: Pick<Writing, 'outbox' | 'tenantId'>,
  text: string,
  row: readonly unknown[],
): void {
  const [, ...lists] = changes.find((each) => each.text === text)?.values ?? []
  if (lists.length === 0) changes.push({ text, values: [tenantId, ...row.map((each) => [each])] })
  else for (const [i, list] of lists.entries()) (list as unknown[]).push(row[i])
}
