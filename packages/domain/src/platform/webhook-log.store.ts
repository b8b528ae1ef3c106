import { sql } from 'kysely'
import type { Partition } from '../kit/context.ts'
import { SUBSCRIBER } from './webhooks.store.ts'

/** The fan-out: events of the log become deliveries to endpoints. */

/** Events, deliveries, and comparisons of an event with an endpoint, that one transaction makes at most. */
const EVENTS = 500
const DELIVERIES = 2_000
const COMPARISONS = 10_000

/**
 * Reads the next events of the log and writes a delivery for each endpoint that wants one, moving the
 * cursor along, all in one statement. It is bounded by deliveries: the cursor may come to stand within
 * an event, between two endpoints. A cursor that another worker has locked is not waited for. Answers
 * whether there may be more, and the deliveries made for each endpoint.
 */
export async function fanOut(
  { tx, tenantId }: Partition,
  now: Date,
): Promise<{ more: boolean; made: Map<number, number> }> {
  const { rows } = await sql<{ more: boolean; made: Record<string, number> | null }>`
    with mine as materialized (
      select position, within from event_cursors
      where tenant_id = ${tenantId} and subscriber = ${SUBSCRIBER} for update skip locked
    ), active as materialized (
      select id, activation, since_position, subscribed_events,
        subscribed_events @> array['*'] as wants_all
      from webhook_endpoints
      where tenant_id = ${tenantId} and status = 'active' and deleted_at is null
    ), most as materialized (
      select greatest(1, least(${sql.lit(EVENTS)}, ${sql.lit(COMPARISONS)} / greatest(1, count(*))))
        as events
      from active
    ), batch as materialized (
      select e.position, e.type from api_events e
      where e.tenant_id = ${tenantId} and e.position > (select position from mine)
      order by e.position limit (select events from most)
    ), pairs as materialized (
      select b.position, b.type, w.id, w.activation
      from mine m cross join batch b join active w
        on w.since_position < b.position and (w.wants_all or b.type = any(w.subscribed_events))
      where b.position > m.position + 1 or w.id > m.within
      order by b.position, w.id limit ${sql.lit(DELIVERIES)}
    ), made as (
      insert into webhook_deliveries
        (tenant_id, endpoint_id, activation, event_position, event_type, created_at, next_attempt_at)
      select ${tenantId}::bigint, p.id, p.activation, p.position, p.type, ${now}::timestamptz,
        ${now}::timestamptz
      from pairs p order by p.position, p.id
      returning endpoint_id
    ), reached as materialized (
      select b.last, b.read, f.filled, l.position, l.id
      from (select max(position) as last, count(*) as read from batch) b
      cross join (select count(*) = ${sql.lit(DELIVERIES)} as filled from pairs) f
      left join lateral (
        select position, id from pairs order by position desc, id desc limit 1) l on true
    ), moved as (
      update event_cursors c
      set position = case when r.filled then r.position - 1 else r.last end,
        within = case when r.filled then r.id else 0 end
      from reached r
      where c.tenant_id = ${tenantId} and c.subscriber = ${SUBSCRIBER} and r.read > 0
    )
    select (select r.filled or r.read = (select events from most) from reached r) as more,
      (select json_object_agg(m.endpoint_id, m.n) from
        (select endpoint_id, count(*) as n from made group by 1) m) as made`.execute(tx)
  const [row] = rows
  const made = Object.entries(row?.made ?? {}).map(([id, n]) => [Number(id), n] as const)
  return { more: row?.more ?? false, made: new Map(made) }
}

/** When the next delivery of the tenant is due, or the next lease runs out. */
export const nextDelivery = (tenantId: number) => sql`(
  select min(least(
    (select next_attempt_at from webhook_deliveries
     where tenant_id = ${tenantId} and endpoint_id = w.id and activation = w.activation
       and next_attempt_at is not null and leased_until is null
     order by next_attempt_at limit 1),
    (select leased_until from webhook_deliveries
     where tenant_id = ${tenantId} and endpoint_id = w.id and activation = w.activation
       and leased_until is not null
     order by leased_until limit 1)))
  from webhook_endpoints w
  where w.tenant_id = ${tenantId} and w.status = 'active' and w.deleted_at is null)`
