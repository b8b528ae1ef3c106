import type { Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import { listOf } from '../kit/list.ts'
import { pagesOf, type Pages } from '../kit/list-pages.ts'

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

/** The deliveries to an endpoint, which is always given. */
export const deliveryList = listOf('webhook_deliveries', {
  from: 'webhook_deliveries as d',
  filters: { endpoint_id: 'endpoint_id', status: 'status', event_type: 'event_type' },
  counters: ['endpoint_id', ['endpoint_id', 'status']],
})

const selectDeliveries = ({ tx, tenantId }: Partition, from = deliveryList.from) =>
  tx
    .selectFrom(from)
    .leftJoin('api_events as e', (join) =>
      join.on('e.tenant_id', '=', tenantId).onRef('e.position', '=', 'd.event_position'),
    )
    .where('d.tenant_id', '=', tenantId)
    .select(['d.id', 'd.endpoint_id', 'd.event_position', 'd.event_type', 'd.test_event'])
    .select(['d.replay_of', 'd.status', 'd.attempt_count', 'd.next_attempt_at', 'd.created_at'])
    .select(['d.completed_at', 'd.activation', 'e.created_at as event_created_at', 'e.data'])

export const listDeliveries: Pages<typeof deliveryList, DeliveryRow> = pagesOf(
  deliveryList,
  selectDeliveries,
)

export const findDelivery = (
  ctx: Partition,
  endpointId: number,
  id: number,
): Promise<DeliveryRow | undefined> =>
  selectDeliveries(ctx)
    .where('d.endpoint_id', '=', endpointId)
    .where('d.id', '=', id)
    .executeTakeFirst()

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
