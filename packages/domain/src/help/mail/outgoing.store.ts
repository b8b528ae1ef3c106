import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listAttachments, type AttachmentRow } from '../attachments/attachments.store.ts'

export type OutgoingRow = Omit<Selectable<Tables['help_outgoing_mails']>, 'tenant_id'>

export const insertOutgoing = (
  { tx, tenantId }: Partition,
  mails: readonly Omit<Insertable<Tables['help_outgoing_mails']>, 'tenant_id'>[],
): Promise<{ id: number }[]> =>
  tx
    .insertInto('help_outgoing_mails')
    .values(mails.map((mail) => ({ ...mail, tenant_id: tenantId })))
    .returning('id')
    .execute()

/** Takes a mail in hand that has not been sent, with its tenant's slug, and counts the attempt; `undefined` where it has. */
export const beginSending = (
  { tx, tenantId }: Partition,
  id: number,
): Promise<(OutgoingRow & { slug: string }) | undefined> =>
  tx
    .updateTable('help_outgoing_mails')
    .set({
      status: 'sending',
      attempts: sql`attempts + 1`,
      resent: sql`resent + (status = 'sending')::int`,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('status', 'in', ['pending', 'sending'])
    .returningAll()
    .returning(sql<string>`(select slug from tenants where id = ${tenantId})`.as('slug'))
    .executeTakeFirst()

/** Writes the outcome of a mail that is in hand; one that has come back meanwhile stays so. Answers whether it was. */
export async function endSending(
  { tx, tenantId }: Partition,
  id: number,
  outcome: Updateable<Tables['help_outgoing_mails']>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('help_outgoing_mails')
    .set(outcome)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('status', '=', 'sending')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Whether a file of the message that a mail carries is still being scanned: the mail waits for it. */
export async function awaitsScan({ tx, tenantId }: Partition, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('help_outgoing_mails as o')
    .innerJoin('help_attachments as f', (join) =>
      join.on('f.tenant_id', '=', tenantId).onRef('f.message_id', '=', 'o.ticket_message_id'),
    )
    .select('f.id')
    .where('o.tenant_id', '=', tenantId)
    .where('o.id', '=', id)
    .where('o.kind', '=', 'reply')
    .where('f.status', '=', 'quarantined')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The files that go with a mail: those of the reply that it carries, but for what a scan has rejected. */
export const listFiles = async (
  ctx: Partition,
  { kind, ticket_message_id }: Pick<OutgoingRow, 'kind' | 'ticket_message_id'>,
): Promise<AttachmentRow[]> =>
  kind === 'reply' && ticket_message_id !== null
    ? (await listAttachments(ctx, ticket_message_id)).filter(({ status }) => status === 'approved')
    : []

/** Marks a mail of ours as one that came back; answers what it was before, where there is one. */
export async function markBounced(
  { tx, tenantId }: Partition,
  messageId: string,
  status: string | null,
): Promise<string | undefined> {
  const { rows } = await sql<{ state: string }>`
    update help_outgoing_mails m set status = 'bounced', bounce_status = ${status}
    from (select id, state from help_outgoing_mails
      where tenant_id = ${tenantId} and message_id = ${messageId} for no key update) was
    where m.tenant_id = ${tenantId} and m.id = was.id
    returning was.state`.execute(tx)
  return rows[0]?.state
}

/** The ticket of a mail of ours. */
export async function findTicketOfOurs(
  { tx, tenantId }: Partition,
  messageId: string,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('help_outgoing_mails')
    .select('ticket_id')
    .where('tenant_id', '=', tenantId)
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  return row?.ticket_id
}

/** A mail that another one answers, with those that it answers itself, the oldest first. */
export interface AnsweredMail {
  readonly message_id: string
  readonly refs: string
}

/** The mail that an answer to the requester belongs to: a person's newest, else ours to them. */
export async function findAnswered(
  { tx, tenantId }: Partition,
  ticketId: number,
): Promise<AnsweredMail | undefined> {
  const { rows } = await sql<AnsweredMail>`
    (select message_id, refs from help_inbound_mails
      where tenant_id = ${tenantId} and ticket_id = ${ticketId} and kind = 'person'
      order by received_at desc, id desc limit 1)
    union all
    (select message_id, refs from help_outgoing_mails
      where tenant_id = ${tenantId} and ticket_id = ${ticketId} and kind <> 'notification'
      order by id desc limit 1)
    limit 1`.execute(tx)
  return rows[0]
}

/** The newest mails that have left or are to leave. */
export const listNewest = ({ tx, tenantId }: Partition, limit: number): Promise<OutgoingRow[]> =>
  tx
    .selectFrom('help_outgoing_mails')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

const isOver = sql`text is not null and status in ('sent', 'failed', 'bounced', 'cancelled')`

/** Mails that a purge has shed, and that are gone, by what became of them. */
export interface Shed {
  readonly status: string
  readonly shed: number
  readonly gone: number
}

/** Removes mails to agents of before a time, and the texts of others, the oldest first, at most so many. */
export async function shedTexts(
  { tx, tenantId }: Partition,
  before: Date,
  limit: number,
): Promise<Shed[]> {
  const { rows } = await sql<Shed>`
    with old as materialized (
      select id, kind, state from help_outgoing_mails
      where tenant_id = ${tenantId} and ${isOver} and created_at <= ${before}
      order by created_at limit ${limit} for update skip locked
    ), gone as (
      delete from help_outgoing_mails m using old
      where m.tenant_id = ${tenantId} and m.id = old.id and old.kind = 'notification' returning old.state
    ), shed as (
      update help_outgoing_mails m set text = null from old
      where m.tenant_id = ${tenantId} and m.id = old.id and old.kind <> 'notification' returning old.state
    )
    select state as status, count(*) filter (where not is_gone) as shed, count(*) filter (where is_gone) as gone
    from (select state, true as is_gone from gone union all select state, false from shed) each
    group by state`.execute(tx)
  return rows
}

/** When the oldest mail that still has its text, and has left, was written. */
export const oldestWithText = (tenantId: number) => sql`
  select created_at from help_outgoing_mails
  where tenant_id = ${tenantId} and ${isOver} order by created_at limit 1`
