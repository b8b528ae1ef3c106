import { sql } from 'kysely'
import type { Partition } from '../kit/context.ts'
import { eventCounter } from '../kit/outbox.ts'
import type { EventRow } from './events.store.ts'
import { lockPlacing } from './placing.store.ts'

/** Writes a subscriber's cursor at a position of the log, unless it has one. */
export const insertCursor = (
  { tx, tenantId }: Partition,
  subscriber: string,
  position: number,
): Promise<unknown> =>
  tx
    .insertInto('event_cursors')
    .values({ tenant_id: tenantId, subscriber, position })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

/** Whether the tenant has the subscriber. */
export async function hasCursor({ tx, tenantId }: Partition, subscriber: string): Promise<boolean> {
  const row = await tx
    .selectFrom('event_cursors')
    .select('subscriber')
    .where('tenant_id', '=', tenantId)
    .where('subscriber', '=', subscriber)
    .executeTakeFirst()
  return row !== undefined
}

/** Writes a subscriber's cursor at the present end of the log, unless it has one. */
export const insertCursorAtEnd = (
  { tx, tenantId }: Partition,
  subscriber: string,
): Promise<unknown> =>
  sql`
    insert into event_cursors (tenant_id, subscriber, position)
    select ${tenantId}::bigint, ${subscriber}, coalesce((
      select value from counters where tenant_id = ${tenantId} and name = ${eventCounter()}), 0)
    on conflict do nothing returning 1`.execute(tx)

/**
 * The cursor of a subscriber, locked until the transaction ends; `undefined` where there is none, or
 * another worker has it locked.
 */
export async function lockCursor(
  { tx, tenantId }: Partition,
  subscriber: string,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('event_cursors')
    .select('position')
    .where('tenant_id', '=', tenantId)
    .where('subscriber', '=', subscriber)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row?.position
}

export const moveCursor = (
  { tx, tenantId }: Partition,
  subscriber: string,
  position: number,
): Promise<unknown> =>
  tx
    .updateTable('event_cursors')
    .set({ position })
    .where('tenant_id', '=', tenantId)
    .where('subscriber', '=', subscriber)
    .execute()

/** The events after a position, in the order of the log. */
export const readLog = (
  { tx, tenantId }: Partition,
  after: number,
  limit: number,
): Promise<EventRow[]> =>
  tx
    .selectFrom('api_events')
    .select(['position', 'type', 'created_at', 'data'])
    .where('tenant_id', '=', tenantId)
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit)
    .execute()

/**
 * Removes the note of unread events, unless there are some. None is missed: events are noted under the
 * lock of placing, which is taken first. An event that is written meanwhile is seen, or is noted
 * again.
 */
export async function settleLog(
  { tx, tenantId }: Partition,
  subscriber: string,
  kind: string,
): Promise<void> {
  await Promise.all([
    lockPlacing({ tx, tenantId }),
    sql`
      delete from work_due
      where tenant_id = ${tenantId} and kind = ${kind} and not exists (
        select from event_cursors c
        join counters n on n.tenant_id = c.tenant_id and n.name = ${eventCounter()}
        where c.tenant_id = ${tenantId} and c.subscriber = ${subscriber} and n.value > c.position)
    `.execute(tx),
  ])
}
