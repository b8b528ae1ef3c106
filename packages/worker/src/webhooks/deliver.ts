import { retryAfterMs } from '@mobieus/contract'
import type { Database, Secrets } from '@mobieus/db'
import {
  claimWebhookDeliveries,
  eventOfDelivery,
  recordWebhookAttempts,
  secretsOf,
  WEBHOOK_SECRETS,
  type Attempt,
  type ClaimedDelivery,
} from '@mobieus/domain/platform'
import type { Logger } from 'pino'
import type { Poster } from './post.ts'
import { signatureHeaders } from './sign.ts'

/** What delivering needs. */
export interface DelivererOptions {
  readonly db: Database
  readonly clock: () => Date
  readonly log: Logger
  /** Open the signing secrets. */
  readonly secrets: Secrets
  /** Hears of each delivery that could not be signed. */
  readonly onUnsigned: (tenantId: number, endpointId: number) => void
  readonly poster: Poster
  /** Called when a tenant's attempts were recorded: slots are free again. */
  readonly wake: (tenantId: number) => void
}

/** Makes attempts. */
export interface Deliverer {
  /** Claims what is due of a tenant and begins the attempts; resolves when they have begun. */
  begin(tenantId: number): Promise<void>
  /** Waits until every attempt in flight is recorded. */
  close(): Promise<void>
}

/** Attempts that one endpoint gets at the same time. */
const PER_ENDPOINT = 16
/** Attempts that one process makes at the same time. */
const IN_FLIGHT = 1_000
/** An attempt ends within ten seconds; a worker that has not recorded it by now is dead. */
const LEASE_MS = 15_000
const RECORD_MOST = 200

/**
 * A crash between POST and record leaves a lease that runs out: the attempt is made again. So every
 * event arrives at least once. Attempts that end while others are being recorded are recorded
 * together, which is what makes thousands a second affordable.
 */
export function createDeliverer(options: DelivererOptions): Deliverer {
  const { db, clock, log, secrets: keys, onUnsigned, poster, wake } = options
  const flying = new Set<Promise<void>>()
  const ended = new Map<number, Attempt[]>()
  const recording = new Map<number, Promise<void>>()
  /** Room that claims under way may take. */
  let reserved = 0
  /** Tenants that found no room, and get a turn as soon as there is some. */
  const starved = new Set<number>()

  async function attempt(tenantId: number, delivery: ClaimedDelivery): Promise<void> {
    const startedAt = clock()
    const secrets = secretsOf(keys.for(WEBHOOK_SECRETS).sealing, tenantId, delivery, startedAt)
    // No attempt, and nobody's failure but ours: the lease runs out, and then it is tried again. Until then
    // it takes a slot of its endpoint, so that the backlog of one that cannot be signed for costs little.
    if (!secrets) return onUnsigned(tenantId, delivery.endpoint_id)
    const began = performance.now()
    const event = eventOfDelivery(delivery)
    const body = JSON.stringify(event)
    const timestamp = Math.floor(startedAt.getTime() / 1000)
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'Mobieus-Webhook/1.0',
      'Mobieus-Event-Id': event.id,
      'Mobieus-Event-Type': event.type,
      ...signatureHeaders(secrets, { id: event.id, timestamp, body }),
    }
    const posted = await poster.post(delivery.url, headers, body)
    const endedAt = clock()
    const made = ended.get(tenantId) ?? []
    made.push({
      delivery,
      startedAt,
      endedAt,
      latencyMs: Math.round(performance.now() - began),
      statusCode: posted.statusCode,
      error: posted.error,
      responseBody: posted.body,
      retryAfterMs: retryAfterMs(posted.retryAfter, endedAt.getTime()),
    })
    ended.set(tenantId, made)
    if (!recording.has(tenantId)) recording.set(tenantId, record(tenantId))
    await recording.get(tenantId)
  }

  /** Records what has ended, and what ends meanwhile. */
  async function record(tenantId: number): Promise<void> {
    // Whatever ends in the same moment travels together.
    await new Promise(setImmediate)
    for (let all = take(tenantId); all.length > 0; all = take(tenantId)) {
      try {
        const disabled = await recordWebhookAttempts(db, tenantId, all, clock())
        // Not its URL: many a URL is a secret.
        for (const { id, reason } of disabled)
          log.warn({ tenantId, endpoint: id, reason }, 'webhook disabled')
      } catch (error) {
        // The leases run out, and the attempts are made again.
        log.error({ err: error, tenantId }, 'attempts not recorded')
      }
      wake(tenantId)
    }
    recording.delete(tenantId)
  }

  function land(flight: Promise<void>): void {
    flying.delete(flight)
    wakeStarved()
  }

  function wakeStarved(): void {
    const waiting = [...starved]
    starved.clear()
    for (const tenantId of waiting) wake(tenantId)
  }

  function take(tenantId: number): Attempt[] {
    const all = ended.get(tenantId) ?? []
    const some = all.splice(0, RECORD_MOST)
    if (all.length === 0) ended.delete(tenantId)
    return some
  }

  return {
    async begin(tenantId) {
      const limit = IN_FLIGHT - flying.size - reserved
      if (limit <= 0) return void starved.add(tenantId)
      const now = clock()
      const leasedUntil = new Date(now.getTime() + LEASE_MS)
      const claim = { leasedUntil, perEndpoint: PER_ENDPOINT, limit }
      reserved += limit
      const claimed = await claimWebhookDeliveries(db, tenantId, now, claim).finally(() => {
        reserved -= limit
      })
      for (const delivery of claimed) {
        const flight: Promise<void> = attempt(tenantId, delivery)
          .catch((error: unknown) => log.error({ err: error, tenantId }, 'attempt not made'))
          .finally(() => land(flight))
        flying.add(flight)
      }
      // Whoever found no room meanwhile finds what was not taken; counted first, or it is given twice.
      if (claimed.length < limit) wakeStarved()
    },
    async close() {
      while (flying.size > 0) await Promise.all(flying)
    },
  }
}
