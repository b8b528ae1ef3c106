import { sql, type RawBuilder } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/** The tickets whose time has come, those that wait longest first; what is being edited is left for later. */
export const lockSnoozed = (
  { tx, tenantId }: Partition,
  now: Date,
  limit: number,
): Promise<{ id: number; snoozed_until: Date | null }[]> =>
  tx
    .selectFrom('help_tickets')
    .select(['id', 'snoozed_until'])
    .where('tenant_id', '=', tenantId)
    .where('snoozed_until', '<=', now)
    .orderBy('snoozed_until')
    .limit(limit)
    .forNoKeyUpdate()
    .skipLocked()
    .execute()

/** Brings tickets back that are locked. */
export const wakeAll = (
  { tx, tenantId }: Partition,
  ids: readonly number[],
  now: Date,
): Promise<unknown> =>
  tx
    .updateTable('help_tickets')
    .set({ snoozed_until: null, updated_at: now, change_number: null })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()

/** When the next ticket comes back. */
export const nextSnoozed = ({ tenantId }: Pick<Partition, 'tenantId'>): RawBuilder<unknown> => sql`(
  select snoozed_until from help_tickets
  where tenant_id = ${tenantId} and snoozed_until is not null order by snoozed_until limit 1)`
