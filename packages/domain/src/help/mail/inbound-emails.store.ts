import type { Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

export const inboundList = listOf('help_inbound_mails', {
  from: 'help_inbound_mails as i',
  filters: { account_id: 'account_id', action: 'action' },
  counters: ['account_id', 'action', ['account_id', 'action']],
})

const columns = [
  ...(['id', 'account_id', 'message_id', 'kind', 'action', 'unanswered', 'ticket_id'] as const),
  ...(['ticket_message_id', 'is_third_party', 'sender_email', 'sender_name', 'subject'] as const),
  'received_at',
] as const

/** A mail that came, without its texts, with the number of the ticket that it led to. */
export type ReceivedMail = Pick<
  Selectable<Tables['help_inbound_mails']>,
  (typeof columns)[number]
> & { number: number | null }

export const listInbound = pagesOf(inboundList, ({ tx, tenantId }: Partition, from) =>
  tx
    .selectFrom(from)
    .leftJoin('help_tickets as t', (join) =>
      join.on('t.tenant_id', '=', tenantId).onRef('t.id', '=', 'i.ticket_id'),
    )
    .where('i.tenant_id', '=', tenantId)
    .select(columns.map((column) => `i.${column}` as const))
    .select('t.number')
    .$castTo<ReceivedMail>(),
)
