import { sql } from 'kysely'
import type { Partition } from '../kit/context.ts'

/** A worker's part in deliveries: it claims them, and records attempts. */

/** A delivery that a worker has claimed, with all that its attempt needs. */
export interface ClaimedDelivery {
  readonly id: number
  readonly endpoint_id: number
  readonly leased_until: Date
  readonly attempt_count: number
  readonly created_at: Date
  readonly event_position: number | null
  readonly event_type: string
  readonly test_event: unknown
  readonly event_created_at: Date | null
  readonly data: unknown
  readonly url: string
  readonly secret: string
  readonly previous_secret: string | null
  readonly previous_secret_expires_at: Date | null
}

/** The deliveries of a claim. */
export interface Claim {
  readonly deliveries: readonly ClaimedDelivery[]
  /** Whether an endpoint has no free slot left, so that more may be due than was claimed. */
  readonly full: boolean
}

/** The outcome of an attempt. */
export interface AttemptResult {
  readonly delivery_id: number
  readonly endpoint_id: number
  /** The lease under which it was made: an attempt that outlived its lease is not recorded. */
  readonly lease: Date
  readonly number: number
  readonly started_at: Date
  readonly status_code: number | null
  readonly latency_ms: number
  readonly error: string | null
  readonly response_body: string | null
  readonly status: 'succeeded' | 'failed' | 'exhausted'
  readonly next_attempt_at: Date | null
}

/**
 * Claims due deliveries until the lease ends: for each endpoint as many as it has free slots, oldest
 * first. When there is room for few, endpoints with the fewest attempts in flight come first: many slow
 * ones do not keep a fast one waiting. Running leases of all workers count as taken slots; two workers
 * that claim in the same instant may exceed them. An endpoint that keeps failing has one slot only.
 *
 * Rows are found by arrays and by laterals with an offset. A plan from when the tables were empty would
 * else read the tenant's whole log for each claim. That takes 10 ms in place of 1, until statistics come.
 */
export async function claimDeliveries(
  { tx, tenantId }: Partition,
  now: Date,
  { leasedUntil, perEndpoint, limit }: { leasedUntil: Date; perEndpoint: number; limit: number },
): Promise<Claim> {
  const { rows } = await sql<ClaimedDelivery & { full: boolean }>`
    with free as materialized (
      select w.id, w.activation, l.taken,
        greatest(0, case when w.consecutive_failures > 2 then 1 else ${perEndpoint}::int end - l.taken)
          as slots
      from webhook_endpoints w cross join lateral (
        select count(*) as taken from webhook_deliveries
        where tenant_id = ${tenantId} and endpoint_id = w.id and leased_until > ${now}) l
      where w.tenant_id = ${tenantId} and w.status = 'active' and w.deleted_at is null
    ), fresh as materialized (
      select d.id, f.taken, f.id as endpoint_id, d.next_attempt_at
      from free f cross join lateral (
        select id, next_attempt_at from webhook_deliveries
        where tenant_id = ${tenantId} and endpoint_id = f.id and activation = f.activation
          and next_attempt_at <= ${now} and leased_until is null
        order by next_attempt_at, id limit least(f.slots, ${limit}) for update skip locked) d
    ), lapsed as materialized (
      select d.id, f.taken, f.id as endpoint_id, d.next_attempt_at
      from free f cross join lateral (
        select id, next_attempt_at from webhook_deliveries
        where tenant_id = ${tenantId} and endpoint_id = f.id and activation = f.activation
          and leased_until <= ${now}
        order by leased_until limit least(f.slots, ${limit}) for update skip locked) d
    ), due as (
      select *, row_number() over (partition by endpoint_id order by next_attempt_at, id) as turn
      from (select * from fresh union all select * from lapsed) d
    ), picked as materialized (
      select d.id from due d join free f on f.id = d.endpoint_id
      where d.turn <= f.slots order by d.taken + d.turn, d.id limit ${limit}
    ), claimed as (
      update webhook_deliveries d set leased_until = ${leasedUntil}
      where d.tenant_id = ${tenantId} and d.id = any(array(select id from picked)) returning d.*
    )
    select g.full, c.id, c.endpoint_id, c.leased_until, c.attempt_count, c.created_at,
      c.event_position, c.event_type, c.test_event, e.created_at as event_created_at, e.data,
      w.url, w.secret, w.previous_secret, w.previous_secret_expires_at
    from (select coalesce(bool_or(f.slots <= (
        select count(*) from due d where d.endpoint_id = f.id)), false) as full
      from free f) g
    left join claimed c on true
    left join webhook_endpoints w on w.tenant_id = ${tenantId} and w.id = c.endpoint_id
    left join lateral (
      select created_at, data from api_events
      where tenant_id = ${tenantId} and position = c.event_position offset 0) e on true
    order by c.id`.execute(tx)
  const deliveries = rows.filter(({ id }) => id !== null)
  const full = deliveries.length >= limit || (rows[0]?.full ?? false)
  return { deliveries, full }
}

/**
 * Locks endpoints in the order of their ids, and before deliveries, as every transaction does that takes
 * both.
 */
export const lockEndpoints = ({ tx, tenantId }: Partition, ids: readonly number[]) =>
  tx
    .selectFrom('webhook_endpoints')
    .select(['id', 'url', 'status', 'disabled_reason', 'consecutive_failures', 'failing_since'])
    .select('last_success_at')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

/** A delivery whose attempt was recorded; its status changes only together with its lease. */
export interface Recorded {
  readonly id: number
  readonly endpoint_id: number
  readonly status: string
  readonly status_before: string
}

/**
 * Writes attempts and the resulting states of their deliveries. An attempt whose lease another worker
 * has taken over is left out. Answers the deliveries whose attempt was written.
 */
export async function insertAttempts(
  { tx, tenantId }: Partition,
  results: readonly AttemptResult[],
  now: Date,
): Promise<Recorded[]> {
  const { rows } = await sql<Recorded>`
    with r as materialized (
      select * from json_to_recordset(${JSON.stringify(results)}::json) as r(
        delivery_id bigint, lease timestamptz, number smallint, started_at timestamptz,
        status_code integer, latency_ms integer, error text, response_body text, status text,
        next_attempt_at timestamptz)
    ), mine as (
      update webhook_deliveries d
      set status = r.status, attempt_count = r.number, leased_until = null,
        next_attempt_at = r.next_attempt_at,
        completed_at = case when r.status <> 'failed' then ${now}::timestamptz end
      from r cross join lateral (
        select status from webhook_deliveries
        where tenant_id = ${tenantId} and id = r.delivery_id offset 0) was
      where d.tenant_id = ${tenantId} and d.id = any(array(select delivery_id from r))
        and d.id = r.delivery_id and d.leased_until = r.lease
      returning d.id, d.endpoint_id, d.status, was.status as status_before
    ), tried as (
      insert into webhook_delivery_attempts
        (tenant_id, delivery_id, number, started_at, status_code, latency_ms, error, response_body)
      select ${tenantId}::bigint, r.delivery_id, r.number, r.started_at, r.status_code,
        r.latency_ms, r.error, r.response_body
      from r join mine on mine.id = r.delivery_id
      returning 1
    )
    select id, endpoint_id, status, status_before from mine`.execute(tx)
  return rows
}

/** The change that attempts make to an endpoint. */
export interface EndpointChange {
  readonly id: number
  readonly consecutive_failures: number
  readonly failing_since: Date | null
  readonly last_success_at: Date | null
}

export const updateEndpoints = (
  { tx, tenantId }: Partition,
  changes: readonly EndpointChange[],
): Promise<unknown> =>
  sql`
    update webhook_endpoints w
    set consecutive_failures = r.consecutive_failures, failing_since = r.failing_since,
      last_success_at = r.last_success_at
    from json_to_recordset(${JSON.stringify(changes)}::json) as r(
      id bigint, consecutive_failures integer, failing_since timestamptz,
      last_success_at timestamptz)
    where w.tenant_id = ${tenantId} and w.id = r.id`.execute(tx)

/** The tenant's settings, as text. */
export const findAppIni = async ({ tx, tenantId }: Partition): Promise<string> => {
  const row = await tx
    .selectFrom('tenants')
    .select('app_ini')
    .where('id', '=', tenantId)
    .executeTakeFirst()
  return row?.app_ini ?? ''
}
