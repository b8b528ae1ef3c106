import type { Insertable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'

export const insertSource = (
  { tx, tenantId }: Partition,
  source: Omit<Insertable<Tables['help_message_sources']>, 'tenant_id'>,
): Promise<unknown> =>
  tx
    .insertInto('help_message_sources')
    .values({ ...source, tenant_id: tenantId })
    .execute()

/** A message of a ticket with the facts of its source, which are null where it has none. */
export const findSourceOfMessage = (
  { tx, tenantId }: Partition,
  ticketId: number,
  messageId: number,
) =>
  tx
    .selectFrom('help_ticket_messages as m')
    .leftJoin('help_message_sources as s', (join) =>
      join.on('s.tenant_id', '=', tenantId).onRef('s.message_id', '=', 'm.id'),
    )
    .select(['s.status', 's.size_bytes', 's.sha256'])
    .where('m.tenant_id', '=', tenantId)
    .where('m.ticket_id', '=', ticketId)
    .where('m.id', '=', messageId)
    .executeTakeFirst()

/** A source that waits for its scan, with its bytes. */
export const findWaitingSource = ({ tx, tenantId }: Partition, messageId: number) =>
  tx
    .selectFrom('help_message_sources')
    .select(['sha256', 'bytes'])
    .where('tenant_id', '=', tenantId)
    .where('message_id', '=', messageId)
    .where('status', '=', 'quarantined')
    .executeTakeFirst()

/** Says what the scan has found; the bytes that waited for it go. */
export const setSourceScanned = (
  { tx, tenantId }: Partition,
  messageId: number,
  status: 'approved' | 'rejected',
): Promise<unknown> =>
  tx
    .updateTable('help_message_sources')
    .set({ status, bytes: null })
    .where('tenant_id', '=', tenantId)
    .where('message_id', '=', messageId)
    .where('status', '=', 'quarantined')
    .execute()
