import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition, Writing } from '../../kit/context.ts'
import { defer } from '../../kit/defer.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'
import type { ShownAttachment } from '../attachments/attachments.store.ts'

/** A change that an entry tells. */
export interface Change {
  readonly field: string
  readonly from: string | null
  readonly to: string | null
}

/** A message with its author's name. */
export type MessageRow = Omit<
  Selectable<Tables['help_ticket_messages']>,
  'tenant_id' | 'change'
> & {
  change: Change | null
  author_name: string | null
  delivery: Delivery | null
  attachments: readonly ShownAttachment[]
}

/** The state of the mails that carry a message: the worst of them. */
export interface Delivery {
  readonly status: string
  readonly bounce_status: string | null
  readonly sent_at: Date | string | null
}

/** A thread has no counter: an index on the ticket leads to its messages. */
export const messageList = listOf('help_ticket_messages', {
  from: 'help_ticket_messages as m',
  filters: { ticket_id: 'ticket_id' },
  order: { by: ['id'], direction: 'asc' },
})

const selectMessages = ({ tx, tenantId }: Partition, from = messageList.from) =>
  tx
    .selectFrom(from)
    .leftJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'm.user_id'),
    )
    .leftJoin('help_requesters as r', (join) =>
      join.on('r.tenant_id', '=', tenantId).onRef('r.id', '=', 'm.requester_id'),
    )
    .leftJoin('users as ru', (join) =>
      join.on('ru.tenant_id', '=', tenantId).onRef('ru.id', '=', 'r.user_id'),
    )
    .where('m.tenant_id', '=', tenantId)
    .selectAll('m')
    .select(sql<string | null>`coalesce(u.display_name, ru.display_name, r.name)`.as('author_name'))
    .select(
      sql<Delivery | null>`(
        select json_build_object('status', o.status, 'bounce_status', o.bounce_status, 'sent_at', o.sent_at)
        from help_outgoing_mails o
        where o.tenant_id = ${tenantId} and o.ticket_message_id = m.id and o.kind = 'reply'
        order by array_position(array['bounced', 'failed', 'cancelled', 'sending', 'pending'], o.status), o.id desc
        limit 1)`.as('delivery'),
    )
    .select(
      sql<MessageRow['attachments']>`coalesce((
        select json_agg(json_build_object('id', f.id, 'name', f.name, 'mime_type', f.mime_type,
          'size_bytes', f.size_bytes, 'content_id', f.content_id, 'status', f.status) order by f.id)
        from help_attachments f
        where f.tenant_id = ${tenantId} and f.message_id = m.id), '[]')`.as('attachments'),
    )
    .$castTo<MessageRow>()

export const listMessages = pagesOf(messageList, selectMessages)

export type NewMessage = Omit<Insertable<Tables['help_ticket_messages']>, 'tenant_id'>

const inserting = ({ tx, tenantId }: Partition, message: NewMessage) =>
  tx.insertInto('help_ticket_messages').values({ ...message, tenant_id: tenantId })

export const insertMessage = (ctx: Partition, message: NewMessage): Promise<{ id: number }> =>
  inserting(ctx, message).returning('id').executeTakeFirstOrThrow()

/** Leaves a message for the end of the transaction. */
export const deferMessage = (ctx: Writing, message: NewMessage): void =>
  defer(ctx, inserting(ctx, message))

/** The text of a message of a ticket. */
export async function findBody(
  { tx, tenantId }: Partition,
  ticketId: number,
  messageId: number,
): Promise<string | null> {
  const row = await tx
    .selectFrom('help_ticket_messages')
    .select('body')
    .where('tenant_id', '=', tenantId)
    .where('ticket_id', '=', ticketId)
    .where('id', '=', messageId)
    .executeTakeFirst()
  return row?.body ?? null
}

/** The text of the latest reply of each ticket. */
export async function listLatestBodies(
  { tx, tenantId }: Partition,
  ticketIds: readonly number[],
): Promise<Map<number, string | null>> {
  const { rows } = await sql<{ id: number; body: string | null }>`
    select t.id, m.body
    from unnest(${ticketIds}::bigint[]) as t(id) left join lateral (
      select body from help_ticket_messages
      where tenant_id = ${tenantId} and ticket_id = t.id and kind = 'reply'
      order by id desc limit 1) m on true`.execute(tx)
  return new Map(rows.map(({ id, body }) => [id, body]))
}
