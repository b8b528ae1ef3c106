import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../context.ts'
import type { PageRequest } from '../page.ts'
import { counted, totalOf } from '../total.ts'
import { DELIVERIES_KEPT_DAYS } from './webhooks.rules.ts'

/** A delivery with its event, which is in the log, or with the delivery when it is a test. */
export type DeliveryRow = Pick<
  Selectable<Tables['webhook_deliveries']>,
  | 'id'
  | 'endpoint_id'
  | 'event_position'
  | 'event_type'
  | 'replay_of'
  | 'status'
  | 'attempt_count'
  | 'next_attempt_at'
  | 'created_at'
  | 'completed_at'
> & { test_event: unknown; event_created_at: Date | null; data: unknown }

export type AttemptRow = Selectable<Tables['webhook_delivery_attempts']>

export interface DeliveryFilter {
  readonly status?: string
  readonly event_type?: string
}

const selectDeliveries = ({ tx, tenantId }: Partition, endpointId: number) =>
  tx
    .selectFrom('webhook_deliveries as d')
    .leftJoin('api_events as e', (join) =>
      join.on('e.tenant_id', '=', tenantId).onRef('e.position', '=', 'd.event_position'),
    )
    .where('d.tenant_id', '=', tenantId)
    .where('d.endpoint_id', '=', endpointId)
    .select(['d.id', 'd.endpoint_id', 'd.event_position', 'd.event_type', 'd.test_event'])
    .select(['d.replay_of', 'd.status', 'd.attempt_count', 'd.next_attempt_at', 'd.created_at'])
    .select(['d.completed_at', 'e.created_at as event_created_at', 'e.data'])

/** Unfiltered lists have a counter; filtered ones are counted on their index. */
export async function listDeliveries(
  ctx: Partition,
  endpointId: number,
  filter: DeliveryFilter,
  page: PageRequest,
): Promise<{ rows: DeliveryRow[]; total: number }> {
  const { status, event_type } = filter
  const ofStatus = status === undefined ? sql`` : sql`and status = ${status}`
  const ofType = event_type === undefined ? sql`` : sql`and event_type = ${event_type}`
  const total =
    status === undefined && event_type === undefined
      ? counted(ctx.tenantId, 'webhook_deliveries', 'endpoint_id', endpointId)
      : sql<number>`(select count(*) from webhook_deliveries
          where tenant_id = ${ctx.tenantId} and endpoint_id = ${endpointId} ${ofStatus} ${ofType})`
  let query = selectDeliveries(ctx, endpointId)
    .select(total.as('total_count'))
    .orderBy('d.id', 'desc')
    .limit(page.limit + 1)
  if (status !== undefined) query = query.where('d.status', '=', status)
  if (event_type !== undefined) query = query.where('d.event_type', '=', event_type)
  if (page.after !== undefined) query = query.where('d.id', '<', page.after)
  const rows = await query.execute()
  return { rows, total: await totalOf(ctx, rows, () => total) }
}

export const findDelivery = (
  ctx: Partition,
  endpointId: number,
  id: number,
): Promise<DeliveryRow | undefined> =>
  selectDeliveries(ctx, endpointId).where('d.id', '=', id).executeTakeFirst()

export const listAttempts = (
  { tx, tenantId }: Partition,
  deliveryId: number,
): Promise<AttemptRow[]> =>
  tx
    .selectFrom('webhook_delivery_attempts')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('delivery_id', '=', deliveryId)
    .orderBy('number')
    .execute()

export const insertDelivery = async (
  { tx, tenantId }: Partition,
  delivery: {
    endpoint_id: number
    event_type: string
    event_position: number | null
    test_event: unknown
    replay_of: number | null
  },
  now: Date,
): Promise<Selectable<Tables['webhook_deliveries']>> =>
  tx
    .insertInto('webhook_deliveries')
    .values({
      ...delivery,
      test_event: delivery.test_event === null ? null : JSON.stringify(delivery.test_event),
      tenant_id: tenantId,
      created_at: now,
      next_attempt_at: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow()

/** How much of the log one replay reaches. */
export const REPLAY_LIMIT = 10_000

/**
 * Queues the events of a time again, oldest first. Those of one instant are never torn apart, so
 * that going on from the first instant that was not reached misses nothing and ends.
 */
export async function insertReplays(
  { tx, tenantId }: Partition,
  endpointId: number,
  { since, until, types }: { since: Date; until?: Date; types?: readonly string[] },
  now: Date,
): Promise<{ queued: number; nextSince: Date | null }> {
  const before = until === undefined ? sql`` : sql`and e.created_at < ${until}::timestamptz`
  const ofTypes = types === undefined ? sql`` : sql`and e.type = any(${types}::text[])`
  const { rows } = await sql<{ queued: number; next_since: Date | null }>`
    with chosen as materialized (
      select e.position, e.type, e.created_at from api_events e
      where e.tenant_id = ${tenantId} and e.created_at >= ${since}::timestamptz ${before} ${ofTypes}
      order by e.created_at fetch first ${sql.lit(REPLAY_LIMIT)} rows with ties
    ), made as (
      insert into webhook_deliveries
        (tenant_id, endpoint_id, event_position, event_type, created_at, next_attempt_at)
      select ${tenantId}::bigint, ${endpointId}::bigint, c.position, c.type, ${now}::timestamptz,
        ${now}::timestamptz
      from chosen c order by c.position returning 1
    )
    select (select count(*) from made) as queued,
      (select min(e.created_at) from api_events e
       where e.tenant_id = ${tenantId} ${before} ${ofTypes}
         and e.created_at > (select max(c.created_at) from chosen c)) as next_since`.execute(tx)
  const [row] = rows
  return { queued: row?.queued ?? 0, nextSince: row?.next_since ?? null }
}

const DAY_MS = 24 * 60 * 60 * 1000
const BATCH = 500

/**
 * Removes deliveries that were settled long ago or whose endpoint is deleted, at most a batch;
 * answers how many of each endpoint.
 */
export async function deleteOldDeliveries(
  { tx, tenantId }: Partition,
  now: Date,
): Promise<Map<number, number>> {
  const before = new Date(now.getTime() - DELIVERIES_KEPT_DAYS * DAY_MS)
  const { rows } = await sql<{ endpoint_id: number; n: number }>`
    with old as (
      (select d.id from webhook_deliveries d
       where d.tenant_id = ${tenantId} and d.completed_at <= ${before} limit ${sql.lit(BATCH)})
      union
      (select d.id from webhook_endpoints w
       join webhook_deliveries d on d.tenant_id = ${tenantId} and d.endpoint_id = w.id
       where w.tenant_id = ${tenantId} and w.deleted_at is not null limit ${sql.lit(BATCH)})
    ), gone as (
      delete from webhook_deliveries d using old
      where d.tenant_id = ${tenantId} and d.id = old.id returning d.endpoint_id
    )
    select endpoint_id, count(*) as n from gone group by 1`.execute(tx)
  return new Map(rows.map((row) => [row.endpoint_id, row.n]))
}
