import { transact, type Database } from '@mobieus/db'
import { audit, type Audited } from './audit.ts'
import { bySystem } from './by-system.ts'
import type { Partition } from '../kit/context.ts'
import { readSettings, settingOf } from '../kit/settings.ts'
import { failureHours, failureLimit } from './settings.ts'
import { deliveriesPurge } from './webhook-purges.ts'
import { noteChore, WEBHOOKS } from './work.ts'
import { lockDue, setDue } from './work.store.ts'
import { nextDelivery } from './webhook-log.store.ts'
import * as store from './webhook-work.store.ts'
import { keptUntil, nextAttemptAt } from './webhooks.rules.ts'
import { disableEndpoint } from './webhooks.store.ts'

export type { ClaimedDelivery } from './webhook-work.store.ts'

/** Notes when the tenant has deliveries to be made again, once a worker has made what it could. */
export const settleDeliveries = (db: Database, tenantId: number, now: Date): Promise<void> =>
  transact(db, tenantId, async ({ tx }) => {
    const partition = { tx, tenantId }
    // Deliveries are noted under the lock that is taken first: what is written meanwhile is seen, or noted again.
    await Promise.all([
      lockDue(partition, WEBHOOKS),
      setDue(partition, WEBHOOKS, nextDelivery(tenantId), now),
    ])
  })

/** Claims what is due of the tenant's deliveries. */
export const claimWebhookDeliveries = (
  db: Database,
  tenantId: number,
  now: Date,
  options: Parameters<typeof store.claimDeliveries>[2],
): Promise<store.ClaimedDelivery[]> =>
  transact(db, tenantId, ({ tx }) => store.claimDeliveries({ tx, tenantId }, now, options))

type Reason = 'gone' | 'consecutive_failures'

/** An endpoint that attempts have disabled. */
export interface DisabledEndpoint {
  readonly id: number
  readonly url: string
  readonly reason: Reason
}

/** The facts of an attempt; what follows from them is decided here. */
export interface Attempt {
  readonly delivery: store.ClaimedDelivery
  readonly startedAt: Date
  readonly endedAt: Date
  readonly latencyMs: number
  readonly statusCode: number | null
  /** The fault, in a word; `null` after a 2xx. */
  readonly error: string | null
  readonly responseBody: string | null
  /** How long the receiver has asked to be left alone. */
  readonly retryAfterMs: number | undefined
}

/**
 * Records attempts, in the order in which they ended: each delivery's state, each endpoint's count
 * of failures, and whether that disables it, which the audit log tells. One transaction. Answers who
 * was disabled.
 */
export const recordWebhookAttempts = (
  db: Database,
  tenantId: number,
  attempts: readonly Attempt[],
  now: Date,
): Promise<DisabledEndpoint[]> =>
  bySystem(db, tenantId, now, async (ctx) => {
    const results = attempts.map(resultOf)
    const ids = [...new Set(results.map((result) => result.endpoint_id))]
    const [endpoints, recorded] = await Promise.all([
      store.lockEndpoints(ctx, ids),
      store.insertAttempts(ctx, results, now),
    ])
    const failed = results.some((result) => result.status !== 'succeeded')
    const patience = failed ? await patienceWith(ctx) : undefined
    const verdicts = endpoints.map((endpoint) =>
      judge(
        endpoint,
        results.filter(
          (each) => each.endpoint_id === endpoint.id && recorded.has(each.delivery_id),
        ),
        patience,
        now,
      ),
    )
    await store.updateEndpoints(ctx, verdicts)
    const disabled = verdicts.flatMap(({ reason, ...change }) => {
      const before = endpoints.find(({ id }) => id === change.id)
      return before && reason ? [{ before, change, reason }] : []
    })
    for (const each of disabled) await disable(ctx, each)
    // Deliveries that were tried while the endpoint was disabled are set aside again.
    const aside = disabled.length > 0 || endpoints.some(({ status }) => status !== 'active')
    noteChore(ctx, deliveriesPurge, aside ? now : keptUntil(now))
    return disabled.map(({ before: { id, url }, reason }) => ({ id, url, reason }))
  })

/** The outcome of an attempt for its delivery: it has arrived, is tried again, or was tried for the last time. */
function resultOf(attempt: Attempt): store.AttemptResult {
  const { delivery, endedAt, error, retryAfterMs } = attempt
  const number = delivery.attempt_count + 1
  const next =
    error === null
      ? undefined
      : nextAttemptAt(delivery.created_at, number, endedAt, { retryAfterMs })
  return {
    delivery_id: delivery.id,
    endpoint_id: delivery.endpoint_id,
    lease: delivery.leased_until,
    number,
    started_at: attempt.startedAt,
    status_code: attempt.statusCode,
    latency_ms: attempt.latencyMs,
    error,
    response_body: attempt.responseBody,
    status: error === null ? 'succeeded' : next ? 'failed' : 'exhausted',
    next_attempt_at: next ?? null,
  }
}

/** Disables an endpoint for what its attempts have shown, which the audit log tells. */
async function disable(
  ctx: Audited,
  { before, change, reason }: { before: Endpoint; change: store.EndpointChange; reason: Reason },
): Promise<void> {
  const { status, disabled_reason } = await disableEndpoint(ctx, before.id, {
    disabled_reason: reason,
  })
  const { consecutive_failures, failing_since } = change
  const after = { status, disabled_reason, consecutive_failures, failing_since }
  const was = { status: before.status, disabled_reason: before.disabled_reason }
  audit(ctx, 'webhook.disabled', { kind: 'webhook', id: before.id }, { before: was, after })
}

const GONE = 410

interface Endpoint {
  readonly id: number
  readonly status: string
  readonly disabled_reason: string | null
  readonly consecutive_failures: number
  readonly failing_since: Date | null
  readonly last_success_at: Date | null
}

/** How much failing disables an endpoint: so many attempts in a row, for so long; 0 is never. */
interface Patience {
  readonly failures: number
  readonly hours: number
}

const HOUR_MS = 60 * 60 * 1000

/**
 * The change that its attempts make to an endpoint. To disable it both have to be exhausted, number and
 * time: a busy tenant makes any number of attempts while a receiver restarts.
 */
function judge(
  endpoint: Endpoint,
  results: readonly store.AttemptResult[],
  patience: Patience | undefined,
  now: Date,
): store.EndpointChange & { readonly reason: Reason | undefined } {
  let { consecutive_failures, failing_since, last_success_at } = endpoint
  let reason: Reason | undefined
  for (const { status, status_code, started_at } of results) {
    const succeeded = status === 'succeeded'
    consecutive_failures = succeeded ? 0 : consecutive_failures + 1
    failing_since = succeeded ? null : (failing_since ?? started_at)
    if (succeeded) last_success_at = now
    if (status_code === GONE) reason ??= 'gone'
    else if (
      patience &&
      failing_since &&
      isOver(patience, consecutive_failures, failing_since, now)
    )
      reason ??= 'consecutive_failures'
  }
  const { id, status } = endpoint
  const change = { id, consecutive_failures, failing_since, last_success_at }
  return { ...change, reason: status === 'active' ? reason : undefined }
}

const isOver = ({ failures, hours }: Patience, count: number, since: Date, now: Date): boolean =>
  failures > 0 && count >= failures && now.getTime() - since.getTime() >= hours * HOUR_MS

/** How long this tenant's endpoints may fail. */
async function patienceWith(partition: Partition): Promise<Patience> {
  const settings = readSettings(await store.findAppIni(partition))
  return {
    failures: settingOf(settings, failureLimit),
    hours: settingOf(settings, failureHours),
  }
}
