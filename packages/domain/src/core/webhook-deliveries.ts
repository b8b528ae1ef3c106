import { randomInt } from 'node:crypto'
import type { components } from '@mobieus/contract'
import type { Context, Handler, Writing } from '../context.ts'
import { count } from '../count.ts'
import { closePage, openPage } from '../page.ts'
import { nullableTimestamp, timestamp } from '../present.ts'
import { conflict, notFound } from '../problem.ts'
import { ulid } from '../ulid.ts'
import { presentEvent } from './events.ts'
import { instantOf } from './events.rules.ts'
import * as store from './webhook-deliveries.store.ts'
import { findWebhook, lockWebhook } from './webhooks.store.ts'

type Event = components['schemas']['DeliveredEvent']

export const listWebhookDeliveries: Handler<'listWebhookDeliveries'> = async (
  ctx,
  { path, query },
) => {
  const ofThisEndpoint = { ...query, endpoint_id: path.id }
  const page = openPage(ctx, ofThisEndpoint)
  if (!(await findWebhook(ctx, path.id))) throw notFound()
  const { rows, total } = await store.listDeliveries(ctx, path.id, query, page)
  return closePage(page, rows, total, (row) => row.id, presentDelivery)
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
      ...presentDelivery(row),
      event: eventOfDelivery(row),
      attempts: attempts.map(presentAttempt),
    },
  }
}

export const replayWebhookDelivery: Handler<'replayWebhookDelivery'> = async (ctx, { path }) => {
  await lockActive(ctx, path.id)
  const row = await store.findDelivery(ctx, path.id, path.delivery_id)
  if (!row) throw notFound()
  const { event_type, event_position, test_event } = row
  const event = { event_type, event_position, test_event }
  const replay = { ...event, endpoint_id: path.id, replay_of: row.id }
  const made = await store.insertDelivery(ctx, replay, ctx.now)
  count(ctx, 'webhook_deliveries', 1, { endpoint_id: path.id })
  return { data: presentDelivery({ ...row, ...made }) }
}

export const replayWebhook: Handler<'replayWebhook'> = async (ctx, { path, body }) => {
  const webhook = await lockActive(ctx, path.id)
  const subscribed = webhook.subscribed_events
  const range = {
    since: instantOf(body.since),
    until: body.until === undefined ? undefined : instantOf(body.until),
    types: body.types ?? (subscribed.includes('*') ? undefined : subscribed),
  }
  const { queued, nextSince } = await store.insertReplays(ctx, path.id, range, ctx.now)
  count(ctx, 'webhook_deliveries', queued, { endpoint_id: path.id })
  const next_since = nextSince?.toISOString() ?? null
  return { data: { queued, has_more: nextSince !== null, next_since } }
}

export const testWebhook: Handler<'testWebhook'> = async (ctx, { path }) => {
  await lockActive(ctx, path.id)
  const event_type = 'webhook.test'
  const test_event: Event = {
    id: `evt_${ulid(ctx.now, randomInt(2 ** 40), randomInt(2 ** 40))}`,
    type: event_type,
    created_at: ctx.now.toISOString(),
    data: { webhook_id: path.id },
  }
  const delivery = { endpoint_id: path.id, event_type, event_position: null, replay_of: null }
  const made = await store.insertDelivery(ctx, { ...delivery, test_event }, ctx.now)
  count(ctx, 'webhook_deliveries', 1, { endpoint_id: path.id })
  return { data: presentDelivery({ ...made, event_created_at: null, data: null }) }
}

/** The endpoint, which stays as it is until the delivery is written. */
async function lockActive(ctx: Context, id: number) {
  const webhook = await lockWebhook(ctx, id)
  if (!webhook) throw notFound()
  if (webhook.status === 'disabled') throw conflict('The endpoint is disabled; enable it first.')
  return webhook
}

/** Removes what has had its time, at most a batch; answers how many. */
export async function purgeWebhookDeliveries(partition: Writing, now: Date): Promise<number> {
  const removed = await store.deleteOldDeliveries(partition, now)
  for (const [endpoint_id, n] of removed)
    count(partition, 'webhook_deliveries', -n, { endpoint_id })
  return [...removed.values()].reduce((sum, n) => sum + n, 0)
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

/** A delivery as the API shows it. */
export const presentDelivery = (
  row: store.DeliveryRow,
): components['schemas']['WebhookDelivery'] => ({
  id: row.id,
  webhook_id: row.endpoint_id,
  event_id: eventOfDelivery(row).id,
  event_type: row.event_type,
  status: row.status as components['schemas']['WebhookDeliveryStatus'],
  attempt_count: row.attempt_count,
  next_attempt_at: nullableTimestamp(row.next_attempt_at),
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
