import { sql } from 'kysely'
import type { Partition } from '../kit/context.ts'

/** How many deliveries of an endpoint were removed. */
export interface Removed {
  readonly endpoint_id: number
  readonly status: string | null
  readonly n: number
}

/**
 * An activation of the endpoint has ended. Most endpoints are in their first and leave nothing behind. A
 * look for each of 3,000 took a planner without an index past the limit of 10 s.
 */
const hasEnded = sql`w.activation > 1`

/**
 * Settles open deliveries of activations that have ended, at most `limit`; answers how many. A delivery
 * whose attempt is in flight is left to that attempt.
 */
export async function exhaustSetAside(
  { tx, tenantId }: Partition,
  now: Date,
  limit: number,
): Promise<Removed[]> {
  const { rows } = await sql<Removed>`
    with aside as materialized (
      select d.id, d.status from webhook_endpoints w cross join lateral (
        select id, status from webhook_deliveries
        where tenant_id = ${tenantId} and endpoint_id = w.id and activation < w.activation
          and next_attempt_at is not null and (leased_until is null or leased_until <= ${now})
        order by activation, event_position limit ${limit} for update skip locked) d
      where w.tenant_id = ${tenantId} and w.deleted_at is null and ${hasEnded}
      limit ${limit}
    ), settled as (
      update webhook_deliveries d
      set status = 'exhausted', next_attempt_at = null, leased_until = null, completed_at = ${now}
      from aside a where d.tenant_id = ${tenantId} and d.id = a.id
      returning d.endpoint_id, a.status
    )
    select endpoint_id, status, count(*) as n from settled group by 1, 2`.execute(tx)
  return rows
}

/** Removes deliveries settled before a time, the oldest first, at most `limit`. */
export async function deleteSettled(
  { tx, tenantId }: Partition,
  before: Date,
  limit: number,
): Promise<Removed[]> {
  const { rows } = await sql<Removed>`
    with old as materialized (
      select id from webhook_deliveries
      where tenant_id = ${tenantId} and completed_at <= ${before}
      order by completed_at limit ${limit} for update skip locked
    ), gone as (
      delete from webhook_deliveries d using old
      where d.tenant_id = ${tenantId} and d.id = old.id returning d.endpoint_id, d.status
    )
    select endpoint_id, status, count(*) as n from gone group by 1, 2`.execute(tx)
  return rows
}

/**
 * The time after a deletion by which every transaction that had read the endpoint has written its
 * deliveries.
 */
export const LINGER_MS = 60_000

/** Removes deliveries of one deleted endpoint, at most `limit`; `undefined` when there is none. */
export async function deleteOfDeleted(
  { tx, tenantId }: Partition,
  now: Date,
  limit: number,
): Promise<Removed[]> {
  const { rows } = await sql<Removed>`
    with endpoint as materialized (
      select id from webhook_endpoints
      where tenant_id = ${tenantId} and purged_at is null
        and deleted_at <= ${new Date(now.getTime() - LINGER_MS)}
      order by id limit 1 for no key update skip locked
    ), orphaned as materialized (
      select d.id from endpoint w cross join lateral (
        select id from webhook_deliveries
        where tenant_id = ${tenantId} and endpoint_id = w.id
        order by id desc limit ${limit}) d
    ), purged as (
      update webhook_endpoints w set purged_at = ${now} from endpoint e
      where w.tenant_id = ${tenantId} and w.id = e.id
        and (select count(*) from orphaned) < ${limit}
    ), gone as (
      delete from webhook_deliveries d using orphaned o
      where d.tenant_id = ${tenantId} and d.id = o.id returning d.status
    )
    select e.id as endpoint_id, g.status, count(g.status) as n
    from endpoint e left join gone g on true group by 1, 2`.execute(tx)
  return rows
}

/**
 * The time at which the next delivery can be removed or settled. One whose attempt is in flight counts
 * when its lease has run out.
 */
export const nextPurge = ({ tenantId }: Pick<Partition, 'tenantId'>, keptDays: number) =>
  sql`least(
    (select min(completed_at) + make_interval(days => ${sql.lit(keptDays)}) from webhook_deliveries
     where tenant_id = ${tenantId} and completed_at is not null),
    (select min(deleted_at) + make_interval(secs => ${sql.lit(LINGER_MS / 1000)})
     from webhook_endpoints
     where tenant_id = ${tenantId} and deleted_at is not null and purged_at is null),
    (select min(coalesce(d.leased_until, '-infinity')) from webhook_endpoints w cross join lateral (
       select leased_until from webhook_deliveries
       where tenant_id = ${tenantId} and endpoint_id = w.id and activation < w.activation
         and next_attempt_at is not null
       limit 1) d
     where w.tenant_id = ${tenantId} and w.deleted_at is null and ${hasEnded}))`
