import type { Outbox, Partition } from './context.ts'

/** The name of a counter: of all rows, or of those with one property. */
export const counterName = (list: string, by?: string, value?: string | number): string =>
  by === undefined ? list : `${list}.${by}=${value}`

/**
 * Changes the counters behind `total_count`: the list's own, and one for each property by which it
 * can be filtered. Written when the transaction commits.
 */
export function count(
  ctx: { readonly outbox: Outbox },
  list: string,
  change: number,
  by: Readonly<Record<string, string | number>> = {},
): void {
  const { counts } = ctx.outbox
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + change)
  add(counterName(list))
  for (const [property, value] of Object.entries(by)) add(counterName(list, property, value))
}

/** The value of one counter; 0 before anything was counted. */
export async function readCounter({ tx, tenantId }: Partition, name: string): Promise<number> {
  const row = await tx
    .selectFrom('counters')
    .select('value')
    .where('tenant_id', '=', tenantId)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.value ?? 0
}
