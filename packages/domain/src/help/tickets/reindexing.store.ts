import { sql, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { SUBJECT } from './words.store.ts'

export type ReindexingRow = Omit<Selectable<Tables['help_reindexings']>, 'tenant_id'>

/** Begins anew to bring the texts of a tenant to another language than the former one. */
export const beginReindexing = (
  { tx, tenantId }: Partition,
  former: string,
  now: Date,
): Promise<unknown> =>
  sql`
    insert into help_reindexings (tenant_id, former, began_at) values (${tenantId}, array[${former}], ${now})
    on conflict (tenant_id) do update set began_at = excluded.began_at, is_second_pass = false, after_at = null,
      after_ticket_id = 0, after_message_id = -1,
      former = array(select distinct unnest(help_reindexings.former || excluded.former))`.execute(
    tx,
  )

export const lockReindexing = ({ tx, tenantId }: Partition): Promise<ReindexingRow | undefined> =>
  tx
    .selectFrom('help_reindexings')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .forUpdate()
    .executeTakeFirst()

export const updateReindexing = (
  { tx, tenantId }: Partition,
  change: Updateable<Tables['help_reindexings']>,
) => tx.updateTable('help_reindexings').set(change).where('tenant_id', '=', tenantId).execute()

export const deleteReindexing = ({ tx, tenantId }: Partition) =>
  tx.deleteFrom('help_reindexings').where('tenant_id', '=', tenantId).execute()

/** The words of a text anew, of a row `w`. */
const wordsIn = (tenantId: number, language: string) => sql`
  help_words(${tenantId}, ${language}::text::regconfig,
    case w.message_id when ${sql.lit(SUBJECT)} then 'A' else 'D' end,
    coalesce(case w.message_id
      when ${sql.lit(SUBJECT)} then (
        select t.subject from help_tickets t where t.tenant_id = ${tenantId} and t.id = w.ticket_id)
      else (
        select m.body from help_ticket_messages m
        where m.tenant_id = ${tenantId} and m.id = w.message_id) end, ''))`

/** Brings the next texts to a language, in the order of tickets; answers whether there were any. */
export async function reindexNext(
  { tx, tenantId }: Partition,
  language: string,
  limit: number,
): Promise<boolean> {
  const { rows } = await sql`
    with part as materialized (
      select w.ticket_id, w.message_id from help_ticket_words w
      where w.tenant_id = ${tenantId} and (w.ticket_id, w.message_id) > (
        select after_ticket_id, after_message_id from help_reindexings where tenant_id = ${tenantId})
      order by w.ticket_id, w.message_id limit ${limit} for no key update),
    done as (
      update help_ticket_words w set words = ${wordsIn(tenantId, language)}
      from part p
      where w.tenant_id = ${tenantId} and w.ticket_id = p.ticket_id and w.message_id = p.message_id)
    update help_reindexings r set after_ticket_id = p.ticket_id, after_message_id = p.message_id
    from (select * from part order by ticket_id desc, message_id desc limit 1) p
    where r.tenant_id = ${tenantId} returning 1`.execute(tx)
  return rows.length > 0
}

/** The same for all texts of the next ticket that has changed since `after_at`. */
export async function reindexNextChanged(
  { tx, tenantId }: Partition,
  language: string,
): Promise<boolean> {
  const { rows } = await sql`
    with next as materialized (
      select t.id, t.updated_at from help_tickets t
      where t.tenant_id = ${tenantId} and (t.updated_at, t.id) > (
        select after_at, after_ticket_id from help_reindexings where tenant_id = ${tenantId})
      order by t.updated_at, t.id limit 1),
    done as (
      update help_ticket_words w set words = ${wordsIn(tenantId, language)}
      where w.tenant_id = ${tenantId} and w.ticket_id = (select id from next))
    update help_reindexings r set after_at = n.updated_at, after_ticket_id = n.id
    from next n where r.tenant_id = ${tenantId} returning 1`.execute(tx)
  return rows.length > 0
}
