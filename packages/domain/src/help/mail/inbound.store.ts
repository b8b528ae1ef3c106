import { sql, type Insertable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'

/** The ticket that a mail led to. */
export interface TicketLedTo {
  readonly ticket_id: number | null
}

type NewInbound = Omit<Insertable<Tables['help_inbound_mails']>, 'tenant_id'>

/**
 * Notes a mail, unless it has been taken. One that is being taken at the same time is waited for: of twenty that
 * come at once one is noted.
 */
export async function insertInbound(
  { tx, tenantId }: Partition,
  mail: NewInbound,
): Promise<number | undefined> {
  const row = await tx
    .insertInto('help_inbound_mails')
    .values({ ...mail, tenant_id: tenantId })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'message_id', 'digest']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export const updateInbound = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['help_inbound_mails']>,
) =>
  tx
    .updateTable('help_inbound_mails')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()

/** The mail that came before with this Message-ID and digest. */
export const findTaken = (
  { tx, tenantId }: Partition,
  messageId: string,
  digest: Buffer,
): Promise<TicketLedTo | undefined> =>
  tx
    .selectFrom('help_inbound_mails')
    .select('ticket_id')
    .where('tenant_id', '=', tenantId)
    .where('message_id', '=', messageId)
    .where('digest', '=', digest)
    .executeTakeFirst()

/** Whether another mail had this Message-ID. */
export async function isIdUsed(
  { tx, tenantId }: Partition,
  messageId: string,
  otherThan: number,
): Promise<boolean> {
  const row = await tx
    .selectFrom('help_inbound_mails')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('message_id', '=', messageId)
    .where('id', '<>', otherThan)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The ticket that the first of these Message-IDs leads to of those that lead to one. */
export async function findTicketOfMails(
  { tx, tenantId }: Partition,
  messageIds: readonly string[],
): Promise<number | undefined> {
  if (messageIds.length === 0) return undefined
  const { rows } = await sql<{ ticket_id: number }>`
    select m.ticket_id from unnest(${messageIds}::text[]) with ordinality as a(message_id, place)
    cross join lateral (
      (select o.ticket_id from help_outgoing_mails o
        where o.tenant_id = ${tenantId} and o.message_id = a.message_id)
      union all
      (select i.ticket_id from help_inbound_mails i
        where i.tenant_id = ${tenantId} and i.message_id = a.message_id and i.ticket_id is not null
        order by i.id desc limit 1)
      limit 1) m
    order by a.place limit 1`.execute(tx)
  return rows[0]?.ticket_id
}

/** The sender, and perhaps the domain or the ticket, whose recent mail is counted. */
interface Recent {
  readonly email: string
  readonly domain?: string
  readonly ticketId?: number
  readonly since: Date
}

/** Confirmations of a sender and their domain since then, what was held back, and mail of the sender on a ticket. */
export const countRecent = (
  { tx, tenantId }: Partition,
  { email, domain = '', ticketId = 0, since }: Recent,
): Promise<{ of_sender: number; of_domain: number; on_ticket: number; held: number }> => {
  const isSenders = sql`sender_key = ${email.toLowerCase()}`
  const isConfirmed = sql`action = 'created' and unanswered is null`
  return tx
    .selectFrom('help_inbound_mails')
    .select([
      sql<number>`count(*) filter (where ${isSenders} and ${isConfirmed})`.as('of_sender'),
      sql<number>`count(*) filter (where ${isConfirmed})`.as('of_domain'),
      sql<number>`count(*) filter (where ${isSenders} and ticket_id = ${ticketId})`.as('on_ticket'),
      sql<number>`count(*) filter (where ${isSenders} and unanswered = 'held_back')`.as('held'),
    ])
    .where('tenant_id', '=', tenantId)
    .where((eb) =>
      domain === '' ? eb('sender_key', '=', email.toLowerCase()) : eb('sender_domain', '=', domain),
    )
    .where('received_at', '>', since)
    .executeTakeFirstOrThrow()
}

/** Removes mail that led to no ticket and came before then, at most so many; answers how many. */
export async function deleteUnbound(
  { tx, tenantId }: Partition,
  before: Date,
  limit: number,
): Promise<{ account_id: number; action: string | null; n: number }[]> {
  const { rows } = await sql<{ account_id: number; action: string | null; n: number }>`
    with gone as (
      delete from help_inbound_mails where tenant_id = ${tenantId} and ticket_id is null
        and id = any(array(
          select id from help_inbound_mails
          where tenant_id = ${tenantId} and ticket_id is null and received_at <= ${before}
          order by received_at limit ${limit} for update skip locked))
      returning account_id, action)
    select account_id, action, count(*) as n from gone group by 1, 2`.execute(tx)
  return rows
}

/** When the oldest mail that led to no ticket came. */
export const oldestUnbound = (tenantId: number) => sql`
  select received_at from help_inbound_mails
  where tenant_id = ${tenantId} and ticket_id is null order by received_at limit 1`

/** The HTML of the mail that a message of a ticket came with, as it was sent. */
export async function findHtmlOfMessage(
  { tx, tenantId }: Partition,
  ticketId: number,
  messageId: number,
): Promise<string | undefined> {
  const row = await tx
    .selectFrom('help_inbound_mails as i')
    .innerJoin('help_ticket_messages as m', (join) =>
      join.on('m.tenant_id', '=', tenantId).onRef('m.id', '=', 'i.ticket_message_id'),
    )
    .select('i.html')
    .where('i.tenant_id', '=', tenantId)
    .where('i.ticket_message_id', '=', messageId)
    .where('m.ticket_id', '=', ticketId)
    .orderBy('i.id')
    .limit(1)
    .executeTakeFirst()
  return row?.html ?? undefined
}

/** The message that a ticket was opened with. */
export async function findFirstMessage(
  { tx, tenantId }: Partition,
  ticketId: number,
): Promise<number> {
  const { id } = await tx
    .selectFrom('help_ticket_messages')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('ticket_id', '=', ticketId)
    .orderBy('id')
    .limit(1)
    .executeTakeFirstOrThrow()
  return id
}
