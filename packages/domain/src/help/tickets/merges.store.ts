import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'

export type MergeRow = Omit<Selectable<Tables['help_ticket_merges']>, 'tenant_id'>

/** The ids of what people have written on a ticket, at most `limit`: of these messages, or of all. */
export async function listWrittenIds(
  { tx, tenantId }: Partition,
  ticketId: number,
  limit: number,
  among?: readonly number[],
): Promise<number[]> {
  let query = tx
    .selectFrom('help_ticket_messages')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('ticket_id', '=', ticketId)
    .where('kind', '<>', 'system')
  if (among) query = query.where('id', '=', sql<number>`any(${among}::bigint[])`)
  return (await query.orderBy('id').limit(limit).execute()).map(({ id }) => id)
}

/** Moves those of these messages that are on a ticket to another one; searches find them there. */
export async function moveMessages(
  { tx, tenantId }: Partition,
  fromId: number,
  toId: number,
  ids: readonly number[],
): Promise<void> {
  await sql`
    update help_ticket_messages set ticket_id = ${toId}
    where tenant_id = ${tenantId} and ticket_id = ${fromId} and id = any(${ids}::bigint[])`.execute(
    tx,
  )
  await sql`
    update help_ticket_words set ticket_id = ${toId}
    where tenant_id = ${tenantId} and ticket_id = ${fromId}
      and message_id = any(${ids}::bigint[]) and message_id > 0`.execute(tx)
}

export const insertMerge = (
  { tx, tenantId }: Partition,
  merge: Omit<MergeRow, 'id' | 'undone_at'>,
): Promise<unknown> =>
  tx
    .insertInto('help_ticket_merges')
    .values({ ...merge, tenant_id: tenantId })
    .execute()

/** The merge of a ticket that holds; the tickets are locked, so that it stays as it is. */
export const findMerge = (
  { tx, tenantId }: Partition,
  sourceId: number,
): Promise<MergeRow | undefined> =>
  tx
    .selectFrom('help_ticket_merges')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('source_id', '=', sourceId)
    .where('undone_at', 'is', null)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const setUndone = ({ tx, tenantId }: Partition, id: number, now: Date): Promise<unknown> =>
  tx
    .updateTable('help_ticket_merges')
    .set({ undone_at: now })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()

/** Marks a ticket with the tags of another. */
export const copyTags = ({ tx, tenantId }: Partition, fromId: number, toId: number) =>
  sql`
    insert into help_ticket_tags (tenant_id, ticket_id, tag_id)
    select m.tenant_id, ${toId}::bigint, m.tag_id from help_ticket_tags m
    join help_tags g on g.tenant_id = m.tenant_id and g.id = m.tag_id and g.deleted_at is null
    where m.tenant_id = ${tenantId} and m.ticket_id = ${fromId}
    returning 1`.execute(tx)
