import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import { counterValue } from '../../kit/count.ts'
import { listTicketsFrom, ticketList, type TicketRow } from './tickets.store.ts'

/** The tickets behind a place in the order of changes, at most so many. */
export const listChanged = (ctx: Partition, after: number, limit: number): Promise<TicketRow[]> =>
  listTicketsFrom(
    ctx,
    sql`(
      select * from help_tickets where tenant_id = ${ctx.tenantId} and change_number > ${after}::bigint
      order by change_number limit ${limit}
    )`.as('t'),
    sql`t.change_number`,
  )

/** The number of all tickets, and whether one has no place since it changed. */
export async function readExport({
  tx,
  tenantId,
}: Partition): Promise<{ total: number; waits: boolean }> {
  const { rows } = await sql<{ total: number; waits: boolean }>`
    select ${counterValue(tenantId, ticketList.name)} as total, exists (
      select from help_tickets where tenant_id = ${tenantId} and change_number is null) as waits`.execute(
    tx,
  )
  return rows[0] as { total: number; waits: boolean }
}

/**
 * Gives the next places to tickets that have none, at most so many. Transactions that do this come one after the other.
 * A ticket that is being written is left out, because the write takes its place away again, or ends soon.
 */
export async function placeChanged({ tx, tenantId }: Partition, limit: number): Promise<void> {
  await tx
    .insertInto('help_changes')
    .values({ tenant_id: tenantId, last: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { last } = await tx
    .selectFrom('help_changes')
    .select('last')
    .where('tenant_id', '=', tenantId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const { rows } = await sql`
    with few as materialized (
      select id from help_tickets where tenant_id = ${tenantId} and change_number is null
      order by id limit ${limit} for no key update skip locked
    )
    update help_tickets t set change_number = ${last}::bigint + f.n
    from (select id, row_number() over (order by id) as n from few) f
    where t.tenant_id = ${tenantId} and t.id = f.id
    returning 1`.execute(tx)
  await tx
    .updateTable('help_changes')
    .set({ last: last + rows.length })
    .where('tenant_id', '=', tenantId)
    .execute()
}
