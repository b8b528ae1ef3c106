import { sql, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf, type Value } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** Mails about a ticket or to a recipient have no counter: an index leads to them. */
export const outgoingList = listOf('help_outgoing_mails', {
  from: 'help_outgoing_mails as o',
  filters: {
    status: 'state',
    ticket_id: 'ticket_id',
    recipient: { where: (email: Value) => sql`to_key = lower(${email})` },
  },
  counters: ['status'],
})

const columns = [
  ...(['id', 'kind', 'ticket_id', 'ticket_message_id', 'message_id', 'from_email'] as const),
  ...(['from_name', 'to_email', 'to_name', 'subject', 'status', 'attempts', 'error'] as const),
  ...(['bounce_status', 'created_at', 'sent_at', 'pref_scope', 'pref_scope_id'] as const),
  'event_key',
] as const

type Row = Selectable<Tables['help_outgoing_mails']>

/** A mail without its text, with its status as lists tell it and the number of its ticket. */
export type ListedMail = Pick<Row, (typeof columns)[number]> & { state: string; number: number }

const selectListed = ({ tx, tenantId }: Partition, from = outgoingList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('help_tickets as t', (join) =>
      join.on('t.tenant_id', '=', tenantId).onRef('t.id', '=', 'o.ticket_id'),
    )
    .where('o.tenant_id', '=', tenantId)
    .select(columns.map((column) => `o.${column}` as const))
    .select(['o.state', 't.number'])
    .$castTo<ListedMail>()

export const listOutgoing = pagesOf(outgoingList, selectListed)

/** A mail with its text. */
export type WholeMail = ListedMail & Pick<Row, 'text'>

const selectWhole = (ctx: Partition, id: number) =>
  selectListed(ctx).select('o.text').where('o.id', '=', id).$castTo<WholeMail>()

export const findOutgoing = (ctx: Partition, id: number): Promise<WholeMail | undefined> =>
  selectWhole(ctx, id).executeTakeFirst()

export const lockOutgoing = (ctx: Partition, id: number): Promise<WholeMail | undefined> =>
  selectWhole(ctx, id).forNoKeyUpdate('o').executeTakeFirst()

export const updateOutgoing = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['help_outgoing_mails']>,
) =>
  tx
    .updateTable('help_outgoing_mails')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
