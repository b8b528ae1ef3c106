import { randomInt } from 'node:crypto'
import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import { closePage, openPage } from '../kit/page.ts'
import { nullableTimestamp, timestamp } from '../kit/present.ts'
import { conflict, notFound } from '../kit/problem.ts'
import { ulid } from '../kit/ulid.ts'
import { noteWork, WEBHOOKS } from './work.ts'
import { presentEvent } from './events.ts'
import * as store from './webhook-deliveries.store.ts'
import { findWebhook, lockWebhook, type WebhookRow } from './webhooks.store.ts'

type Event = components['schemas']['DeliveredEvent']

export const listWebhookDeliveries: Handler<'listWebhookDeliveries'> = async (
  ctx,
  { path, query },
) => {
  const ofThisEndpoint = { ...query, endpoint_id: path.id }
  const page = openPage(ctx, ofThisEndpoint)
  const webhook = await findWebhook(ctx, path.id)
  if (!webhook) throw notFound()
  const found = await store.listDeliveries(ctx, ofThisEndpoint, page)
  return closePage(page, found, (row) => presentDelivery(webhook, row))
}

export const getWebhookDelivery: Handler<'getWebhookDelivery'> = async (ctx, { path }) => {
  const [webhook, row, attempts] = await Promise.all([
    findWebhook(ctx, path.id),
    store.findDelivery(ctx, path.id, path.delivery_id),
    store.listAttempts(ctx, path.delivery_id),
  ])
  if (!webhook || !row) throw notFound()
  return {
    data: {
      ...presentDelivery(webhook, row),
      event: eventOfDelivery(row),
      attempts: attempts.map(presentAttempt),
    },
  }
}

export const replayWebhookDelivery: Handler<'replayWebhookDelivery'> = async (ctx, { path }) => {
  const webhook = await lockActive(ctx, path.id)
  const row = await store.findDelivery(ctx, path.id, path.delivery_id)
  if (!row) throw notFound()
  const { event_type, event_position, test_event } = row
  const event = { event_type, event_position, test_event }
  const { id: endpoint_id, activation } = webhook
  const replay = { ...event, endpoint_id, activation, replay_of: row.id }
  const made = await store.insertDelivery(ctx, replay, ctx.now)
  noteWork(ctx, WEBHOOKS, ctx.now)
  count(ctx, store.deliveryList, 1, made)
  return { data: presentDelivery(webhook, { ...row, ...made }) }
}

export const testWebhook: Handler<'testWebhook'> = async (ctx, { path }) => {
  const webhook = await lockActive(ctx, path.id)
  const event_type = 'webhook.test'
  const test_event: Event = {
    id: `evt_${ulid(ctx.now, randomInt(2 ** 40), randomInt(2 ** 40))}`,
    type: event_type,
    created_at: ctx.now.toISOString(),
    data: { webhook_id: path.id },
  }
  const { id: endpoint_id, activation } = webhook
  const event = { event_type, event_position: null, test_event }
  const delivery = { ...event, endpoint_id, activation, replay_of: null }
  const made = await store.insertDelivery(ctx, delivery, ctx.now)
  noteWork(ctx, WEBHOOKS, ctx.now)
  count(ctx, store.deliveryList, 1, made)
  return { data: presentDelivery(webhook, { ...made, event_created_at: null, data: null }) }
}

/**
 * The active endpoint, locked until the delivery is written; `409 conflict` where it is disabled.
 */
export async function lockActive(ctx: AnyContext, id: number): Promise<WebhookRow> {
  const webhook = await lockWebhook(ctx, id)
  if (!webhook) throw notFound()
  if (webhook.status === 'disabled') throw conflict('The endpoint is disabled; enable it first.')
  return webhook
}

/** The event that a delivery carries: what `/events` shows, or the test event. */
export const eventOfDelivery = (
  row: Pick<
    store.DeliveryRow,
    'event_position' | 'event_type' | 'event_created_at' | 'test_event' | 'data'
  >,
): Event =>
  row.event_position === null
    ? (row.test_event as unknown as Event)
    : presentEvent({
        position: row.event_position,
        type: row.event_type,
        created_at: row.event_created_at as Date,
        data: row.data,
      })

/** A delivery as the API shows it; one of an activation that has ended is not tried any more. */
export const presentDelivery = (
  { activation }: Pick<WebhookRow, 'activation'>,
  row: store.DeliveryRow,
): components['schemas']['WebhookDelivery'] => ({
  id: row.id,
  webhook_id: row.endpoint_id,
  event_id: eventOfDelivery(row).id,
  event_type: row.event_type,
  status: row.status as components['schemas']['WebhookDeliveryStatus'],
  attempt_count: row.attempt_count,
  next_attempt_at: row.activation === activation ? nullableTimestamp(row.next_attempt_at) : null,
  created_at: timestamp(row.created_at),
  completed_at: nullableTimestamp(row.completed_at),
  replay_of: row.replay_of,
})

const presentAttempt = (row: store.AttemptRow): components['schemas']['WebhookAttempt'] => ({
  number: row.number,
  started_at: timestamp(row.started_at),
  status_code: row.status_code,
  latency_ms: row.latency_ms,
  error: row.error,
  response_body: row.response_body,
})
