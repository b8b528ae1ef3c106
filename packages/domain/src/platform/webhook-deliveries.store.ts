import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import type { PageRequest } from '../kit/page.ts'
import { counted, totalOf } from '../kit/total.ts'

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
  | 'activation'
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
    .select(['d.completed_at', 'd.activation', 'e.created_at as event_created_at', 'e.data'])

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
    activation: number
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
