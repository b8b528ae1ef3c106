import { directory, transact, type Database } from '@mobieus/db'
import { audit, type Audited } from '../audit.ts'
import { bySystem } from '../by-system.ts'
import type { Partition } from '../context.ts'
import { count } from '../count.ts'
import { parseSettings } from '../settings.ts'
import * as store from './webhook-work.store.ts'
import { pauseDeliveries } from './webhooks.store.ts'

export type { AttemptResult, ClaimedDelivery } from './webhook-work.store.ts'

/** The tenants for which a worker has something to do. */
export const listTenantsWithWebhookWork = (db: Database, now: Date): Promise<number[]> =>
  store.listTenantsWithWork(directory(db), now)

const BATCH = 500

/** Turns one batch of the tenant's events into deliveries; answers whether there may be more. */
export const fanOutWebhooks = (db: Database, tenantId: number, now: Date): Promise<boolean> =>
  bySystem(db, tenantId, now, async (ctx) => {
    const { read, made } = await store.fanOut(ctx, now, BATCH)
    for (const [endpoint_id, n] of made) count(ctx, 'webhook_deliveries', n, { endpoint_id })
    return read === BATCH
  })

/** Claims what is due of the tenant's deliveries. */
export const claimWebhookDeliveries = (
  db: Database,
  tenantId: number,
  now: Date,
  options: Parameters<typeof store.claimDeliveries>[2],
): Promise<store.ClaimedDelivery[]> =>
  transact(db, tenantId, ({ tx }) => store.claimDeliveries({ tx, tenantId }, now, options))

/** An endpoint that attempts have disabled. */
export interface DisabledEndpoint {
  readonly id: number
  readonly url: string
  readonly reason: 'gone' | 'consecutive_failures'
}

/**
 * Records attempts, in the order in which they ended: each delivery's state, each endpoint's count
 * of failures, and whether that disables it, which the audit log tells. One transaction. Answers who
 * was disabled.
 */
export const recordWebhookAttempts = (
  db: Database,
  tenantId: number,
  results: readonly store.AttemptResult[],
  now: Date,
): Promise<DisabledEndpoint[]> =>
  bySystem(db, tenantId, now, async (ctx) => {
    const ids = [...new Set(results.map((result) => result.endpoint_id))]
    const [endpoints, recorded] = await Promise.all([
      store.lockEndpoints(ctx, ids),
      store.insertAttempts(ctx, results, now),
    ])
    const failed = results.some((result) => result.status !== 'succeeded')
    const limit = failed ? await failureLimit(ctx) : 0
    const changes = endpoints.map((endpoint) =>
      judge(
        endpoint,
        results.filter(
          (each) => each.endpoint_id === endpoint.id && recorded.has(each.delivery_id),
        ),
        limit,
        now,
      ),
    )
    await store.updateEndpoints(ctx, changes)
    const resting = changes.filter((change) => change.status === 'disabled').map(({ id }) => id)
    if (resting.length > 0) await pauseDeliveries(ctx, resting)
    const disabled = changes.flatMap((change) => {
      const before = endpoints.find(({ id }) => id === change.id)
      return before && before.status !== change.status ? [{ before, change }] : []
    })
    for (const { before, change } of disabled) auditDisabled(ctx, before, change)
    return disabled.map(({ before: { id, url }, change }) => ({
      ...{ id, url },
      reason: change.disabled_reason as DisabledEndpoint['reason'],
    }))
  })

const auditDisabled = (ctx: Audited, before: Endpoint, change: store.EndpointChange) => {
  const { id, status, disabled_reason, consecutive_failures } = change
  const after = { status, disabled_reason, consecutive_failures }
  const was = { status: before.status, disabled_reason: before.disabled_reason }
  audit(ctx, 'webhook.disabled', { kind: 'webhook', id }, { before: was, after })
}

const GONE = 410

interface Endpoint {
  readonly id: number
  readonly status: string
  readonly disabled_reason: string | null
  readonly consecutive_failures: number
  readonly last_success_at: Date | null
}

/** What its attempts make of an endpoint; a limit of 0 never disables. */
function judge(
  endpoint: Endpoint,
  results: readonly store.AttemptResult[],
  limit: number,
  now: Date,
): store.EndpointChange {
  let { consecutive_failures, status, disabled_reason, last_success_at } = endpoint
  for (const result of results) {
    const succeeded = result.status === 'succeeded'
    consecutive_failures = succeeded ? 0 : consecutive_failures + 1
    if (succeeded) last_success_at = now
    const reason =
      result.status_code === GONE
        ? 'gone'
        : limit > 0 && consecutive_failures >= limit
          ? 'consecutive_failures'
          : undefined
    if (reason && status === 'active') {
      status = 'disabled'
      disabled_reason = reason
    }
  }
  return { id: endpoint.id, consecutive_failures, status, disabled_reason, last_success_at }
}

const DEFAULT_FAILURE_LIMIT = 20

/** How many failed attempts in a row disable an endpoint of this tenant. */
const failureLimit = async (partition: Partition): Promise<number> =>
  parseSettings(await store.findAppIni(partition)).webhookFailureLimit ?? DEFAULT_FAILURE_LIMIT
