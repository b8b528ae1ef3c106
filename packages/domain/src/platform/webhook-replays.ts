import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import { instantOf } from './events.rules.ts'
import { placeFirst } from './placing.ts'
import { noteWork, WEBHOOKS } from './work.ts'
import { lockActive } from './webhook-deliveries.ts'
import { deliveryList } from './webhook-deliveries.store.ts'
import * as store from './webhook-replays.store.ts'
import { keptSince } from './webhooks.rules.ts'
import { updateWebhook, type WebhookRow } from './webhooks.store.ts'

export const replayWebhook: Handler<'replayWebhook'> = async (ctx, { path, body }) => {
  const webhook = await lockActive(ctx, path.id)
  const { undelivered = false, types } = body
  const asked = instantOf(body.since)
  const kept = keptSince(ctx.now)
  await placeFirst(ctx)
  const replayed = await store.insertReplays(
    ctx,
    webhook,
    {
      since: undelivered && asked < kept ? kept : asked,
      until: body.until === undefined ? undefined : instantOf(body.until),
      types: types ?? typesOf(webhook),
      undelivered,
    },
    ctx.now,
  )
  const { queued, nextSince, through } = replayed
  if (queued > 0) noteWork(ctx, WEBHOOKS, ctx.now)
  count(ctx, deliveryList, queued, { endpoint_id: path.id, status: 'pending' })
  const reaches = asked < kept || (replayed.first ?? Infinity) <= (webhook.waiting_from ?? 0)
  if (undelivered && types === undefined && reaches && through !== null)
    await updateWebhook(ctx, webhook.id, { waiting_from: waitingAfter(webhook, through) })
  const next_since = nextSince?.toISOString() ?? null
  return { data: { queued, has_more: nextSince !== null, next_since } }
}

/**
 * The first position that the endpoint may lack once everything up to `through` is queued; `null` for
 * none.
 */
const waitingAfter = ({ waiting_from, since_position }: WebhookRow, through: number) =>
  waiting_from === null || through >= since_position ? null : Math.max(waiting_from, through + 1)

/** The types that narrow the log down to what the endpoint gets; `undefined` for all of it. */
const typesOf = ({ subscribed_events: types }: WebhookRow) =>
  types.includes('*') ? undefined : types

/** Events that an enabled endpoint did not get while it was disabled, and how to ask for them. */
export async function findWaiting(
  ctx: AnyContext,
  webhook: WebhookRow,
): Promise<components['schemas']['WebhookWaiting']> {
  const { waiting_from: from, since_position: last } = webhook
  if (from === null || from > last) return null
  const range = { from, last, since: keptSince(ctx.now), types: typesOf(webhook) }
  const waiting = await store.findWaiting(ctx, range)
  if (!waiting || waiting.events === 0) return null
  const until = new Date(Math.max(ctx.now.getTime(), waiting.last_at.getTime() + 1))
  const replay = {
    since: waiting.since.toISOString(),
    until: until.toISOString(),
    undelivered: true,
  }
  return { events: waiting.events, replay }
}
