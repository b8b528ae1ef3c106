import type { Selectable, Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../context.ts'
import { readCounter } from '../count.ts'
import { eventCounter } from '../outbox.ts'
import type { PageRequest } from '../page.ts'
import { counted, totalOf } from '../total.ts'

export type WebhookRow = Selectable<Tables['webhook_endpoints']>

/** The name under which webhooks read the log. */
export const SUBSCRIBER = 'webhooks'

const selectWebhooks = ({ tx, tenantId }: Partition) =>
  tx
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('deleted_at', 'is', null)

export async function listWebhooks(ctx: Partition, page: PageRequest) {
  const total = counted(ctx.tenantId, 'webhooks')
  let query = selectWebhooks(ctx)
    .select(total.as('total_count'))
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
  if (page.after !== undefined) query = query.where('id', '<', page.after)
  const rows = await query.execute()
  return { rows, total: await totalOf(ctx, rows, () => total) }
}

export const findWebhook = (ctx: Partition, id: number): Promise<WebhookRow | undefined> =>
  selectWebhooks(ctx).where('id', '=', id).executeTakeFirst()

/** The endpoint, locked until the transaction ends. */
export const lockWebhook = (ctx: Partition, id: number): Promise<WebhookRow | undefined> =>
  selectWebhooks(ctx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** The position of the tenant's last event. */
export const lastPosition = (ctx: Partition): Promise<number> => readCounter(ctx, eventCounter())

export const insertWebhook = (
  { tx, tenantId }: Partition,
  webhook: {
    url: string
    description: string | null
    subscribed_events: string[]
    since_position: number
    secret_fingerprint: string
    created_at: Date
  },
): Promise<WebhookRow> =>
  tx
    .insertInto('webhook_endpoints')
    .values({ ...webhook, tenant_id: tenantId })
    .returningAll()
    .executeTakeFirstOrThrow()

/** Makes sure that the tenant's log is read for webhooks, from here on if nobody did so far. */
export const insertCursor = ({ tx, tenantId }: Partition, position: number) =>
  tx
    .insertInto('event_cursors')
    .values({ tenant_id: tenantId, subscriber: SUBSCRIBER, position })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const updateWebhook = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['webhook_endpoints']>,
): Promise<WebhookRow> =>
  tx
    .updateTable('webhook_endpoints')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** Deliveries of these endpoints that are not settled wait until they are resumed. */
export const pauseDeliveries = ({ tx, tenantId }: Partition, endpointIds: readonly number[]) =>
  tx
    .updateTable('webhook_deliveries')
    .set({ next_attempt_at: null })
    .where('tenant_id', '=', tenantId)
    .where('endpoint_id', 'in', endpointIds)
    .where('next_attempt_at', 'is not', null)
    .execute()

export const resumeDeliveries = ({ tx, tenantId }: Partition, endpointId: number, now: Date) =>
  tx
    .updateTable('webhook_deliveries')
    .set({ next_attempt_at: now })
    .where('tenant_id', '=', tenantId)
    .where('endpoint_id', '=', endpointId)
    .where('status', 'in', ['pending', 'failed'])
    .where('next_attempt_at', 'is', null)
    .execute()
