import { transact, type Database, type Transaction } from '@mobieus/db'
import { audit, type Audited } from './audit.ts'
import { bySystem } from './by-system.ts'
import type { Partition } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import { readSettings, settingOf } from '../kit/settings.ts'
import { failureHours, failureLimit } from './settings.ts'
import { deliveriesPurge } from './webhook-purges.ts'
import { noteChore, settleDue, WEBHOOKS } from './work.ts'
import { nextDelivery } from './webhook-log.store.ts'
import { deliveryList } from './webhook-deliveries.store.ts'
import * as store from './webhook-work.store.ts'
import { keptUntil, nextAttemptAt } from './webhooks.rules.ts'
import { disableEndpoint } from './webhooks.store.ts'

export type { ClaimedDelivery } from './webhook-work.store.ts'

/** Notes when the tenant's next delivery is due, once a worker has made those that were. */
export const settleDeliveries = (db: Database, tenantId: number, now: Date): Promise<void> =>
  settleDue(db, tenantId, WEBHOOKS, nextDelivery(tenantId), now)

/**
 * Claims what is due of the tenant's deliveries. The claim does not wait for the disk: one that a crash
 * of the database loses costs a second attempt.
 */
export const claimWebhookDeliveries = (
  db: Database,
  tenantId: number,
  now: Date,
  options: Parameters<typeof store.claimDeliveries>[2],
): Promise<store.Claim> => {
  const claim = ({ tx }: Transaction) => store.claimDeliveries({ tx, tenantId }, now, options)
  return transact(db, tenantId, claim, undefined, { unsynced: true })
}

type Reason = 'gone' | 'consecutive_failures'

/** An endpoint that attempts have disabled. */
export interface DisabledEndpoint {
  readonly id: number
  readonly url: string
  readonly reason: Reason
}

/** The facts of an attempt, as the worker reports them; their consequences are decided here. */
export interface Attempt {
  readonly delivery: store.ClaimedDelivery
  readonly startedAt: Date
  readonly endedAt: Date
  readonly latencyMs: number
  readonly statusCode: number | null
  /** The fault, in a word; `null` after a 2xx. */
  readonly error: string | null
  readonly responseBody: string | null
  /** The pause that the receiver asked for, by `Retry-After`. */
  readonly retryAfterMs: number | undefined
}

/**
 * Records attempts in the order in which they ended, in one transaction. It writes the state of each
 * delivery, each endpoint's count of failures, and whether that disables it, which the audit log tells.
 * Answers the endpoints that were disabled.
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
    for (const { endpoint_id, status, status_before } of recorded) {
      count(ctx, deliveryList, -1, { endpoint_id, status: status_before })
      count(ctx, deliveryList, 1, { endpoint_id, status })
    }
    const own = new Set(recorded.map(({ id }) => id))
    const failed = results.some((result) => result.status !== 'succeeded')
    const limits = failed ? await findFailureLimits(ctx) : undefined
    const changes = endpoints.map((endpoint) =>
      endpointAfter(
        endpoint,
        results.filter((each) => each.endpoint_id === endpoint.id && own.has(each.delivery_id)),
        limits,
        now,
      ),
    )
    await store.updateEndpoints(ctx, changes)
    const disabled = changes.flatMap(({ reason, ...change }) => {
      const before = endpoints.find(({ id }) => id === change.id)
      return before && reason ? [{ before, change, reason }] : []
    })
    for (const each of disabled) await disable(ctx, each)
    // Deliveries that were tried while the endpoint was disabled are set aside again.
    const anySetAside = disabled.length > 0 || endpoints.some(({ status }) => status !== 'active')
    noteChore(ctx, deliveriesPurge, anySetAside ? now : keptUntil(now))
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
  const stateBefore = { status: before.status, disabled_reason: before.disabled_reason }
  audit(ctx, 'webhook.disabled', { kind: 'webhook', id: before.id }, { before: stateBefore, after })
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

/**
 * The failures that disable an endpoint: so many attempts in a row, over so many hours; 0 is never.
 */
interface FailureLimits {
  readonly failures: number
  readonly hours: number
}

const HOUR_MS = 60 * 60 * 1000

/**
 * The state of an endpoint after its attempts, and why they disable it, if they do. Number and time both
 * have to be exhausted: a busy tenant makes any number of attempts while a receiver restarts.
 */
function endpointAfter(
  endpoint: Endpoint,
  results: readonly store.AttemptResult[],
  limits: FailureLimits | undefined,
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
      limits &&
      failing_since &&
      isExhausted(limits, consecutive_failures, failing_since, now)
    )
      reason ??= 'consecutive_failures'
  }
  const { id, status } = endpoint
  const change = { id, consecutive_failures, failing_since, last_success_at }
  return { ...change, reason: status === 'active' ? reason : undefined }
}

const isExhausted = (
  { failures, hours }: FailureLimits,
  count: number,
  since: Date,
  now: Date,
): boolean =>
  failures > 0 && count >= failures && now.getTime() - since.getTime() >= hours * HOUR_MS

/** The limits of failure that the tenant has set. */
async function findFailureLimits(partition: Partition): Promise<FailureLimits> {
  const settings = readSettings(await store.findAppIni(partition))
  return {
    failures: settingOf(settings, failureLimit),
    hours: settingOf(settings, failureHours),
  }
}
