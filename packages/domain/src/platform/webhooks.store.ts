import { sql, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import { readCounter } from '../kit/count.ts'
import { listOf } from '../kit/list.ts'
import { pagesOf } from '../kit/list-pages.ts'

export type WebhookRow = Selectable<Tables['webhook_endpoints']>

/** The name under which webhooks read the log. */
export const SUBSCRIBER = 'webhooks'

/** The endpoints that are not deleted. */
export const webhookList = listOf('webhooks', {
  from: 'webhook_endpoints',
  shown: sql`deleted_at is null`,
})

const selectWebhooks = ({ tx, tenantId }: Partition, from = webhookList.from) =>
  tx.selectFrom(from).selectAll().where('tenant_id', '=', tenantId).where('deleted_at', 'is', null)

export const listWebhooks = pagesOf(webhookList, selectWebhooks)

export const findWebhook = (ctx: Partition, id: number): Promise<WebhookRow | undefined> =>
  selectWebhooks(ctx).where('id', '=', id).executeTakeFirst()

/** The endpoint, locked until the transaction ends. */
export const lockWebhook = (ctx: Partition, id: number): Promise<WebhookRow | undefined> =>
  selectWebhooks(ctx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/**
 * The number of endpoints, for the one transaction of the tenant that may register another. The next one
 * waits for its end, and counts its endpoint. The lock is not on the counter's own row. Writes take
 * their counters last and in order, and one that began with this row would wait in a circle.
 */
export async function countForRegistration(ctx: Partition): Promise<number> {
  const lock = sql`
    select pg_advisory_xact_lock(hashtextextended(${`webhook endpoints ${ctx.tenantId}`}, 0))`
  // In one statement with the lock the counter would be read as it was before the wait.
  const [, found] = await Promise.all([lock.execute(ctx.tx), readCounter(ctx, webhookList.name)])
  return found
}

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

/**
 * Disables a locked endpoint: one row, however many deliveries are open. Its activation ends, so open
 * deliveries are no longer due. `waiting_from` keeps the position of the first event that it may lack.
 */
export const disableEndpoint = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['webhook_endpoints']>,
): Promise<WebhookRow> =>
  tx
    .updateTable('webhook_endpoints as w')
    .set({ ...change, status: 'disabled', activation: sql`w.activation + 1` })
    .set({
      waiting_from: sql`least(
        w.waiting_from,
        (select d.event_position from webhook_deliveries d
         where d.tenant_id = ${tenantId} and d.endpoint_id = w.id
           and d.activation = w.activation and d.next_attempt_at is not null
         order by d.event_position limit 1),
        1 + greatest(w.since_position, (select c.position from event_cursors c
          where c.tenant_id = ${tenantId} and c.subscriber = ${SUBSCRIBER})))`,
    })
    .where('w.tenant_id', '=', tenantId)
    .where('w.id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
