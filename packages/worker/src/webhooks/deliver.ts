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
import type { Poster } from '@mobieus/domain/kit'
import type { Logger } from 'pino'
import { signatureHeaders } from './sign.ts'

/** The settings of a deliverer. */
export interface DelivererOptions {
  readonly db: Database
  readonly clock: () => Date
  readonly log: Logger
  /** The keys that open signing secrets. */
  readonly secrets: Secrets
  /** Called for each delivery that could not be signed. */
  readonly onUnsigned: (tenantId: number, endpointId: number) => void
  readonly poster: Poster
  /** Called when a tenant's attempts were recorded whose endpoints were full: slots are free again. */
  readonly wake: (tenantId: number) => void
}

/** A deliverer: it claims deliveries, posts them, and records the attempts. */
export interface Deliverer {
  /**
   * Claims the tenant's due deliveries and begins their attempts; resolves when they have begun. Never
   * answers that there is more: the tenant is woken when attempts have ended and slots are free.
   */
  begin(tenantId: number): Promise<false>
  /** Waits until every attempt in flight is recorded. */
  close(): Promise<void>
}

/**
 * The slots of one endpoint: attempts that it gets at the same time. An attempt takes its slot until it is
 * recorded. Where a commit takes 5 ms and 500 events a second come, 16 slots made 95 % wait 295 ms, 32 make it 89.
 */
const MAX_IN_FLIGHT_PER_ENDPOINT = 32
/** The slots of one process: attempts that it makes at the same time. */
const MAX_IN_FLIGHT = 1_000
/**
 * Longer than an attempt, which ends within ten seconds: a worker that has not recorded it by then is
 * dead.
 */
const LEASE_MS = 15_000
const RECORD_BATCH = 200

/**
 * Creates a deliverer. A crash between POST and record leaves a lease that runs out, and the attempt is
 * made again: so every event arrives at least once. Attempts that end while others are being recorded
 * are recorded together, which makes thousands a second affordable.
 */
export function createDeliverer(options: DelivererOptions): Deliverer {
  const { db, clock, log, secrets, onUnsigned, poster, wake } = options
  const inFlight = new Set<Promise<void>>()
  const unrecorded = new Map<number, Attempt[]>()
  const recordings = new Map<number, Promise<void>>()
  /** Slots that claims under way may still fill. */
  let reservedSlots = 0
  /** Tenants that found no free slot, and get a turn as soon as there is one. */
  const tenantsWithoutSlot = new Set<number>()
  /** Tenants of which more may be due than was claimed: they get a turn when slots are free. */
  const full = new Set<number>()

  async function makeAttempt(tenantId: number, delivery: ClaimedDelivery): Promise<void> {
    const startedAt = clock()
    const keys = secrets.for(WEBHOOK_SECRETS).sealing
    const signingSecrets = secretsOf(keys, tenantId, delivery, startedAt)
    // No attempt is made or counted, for the fault is the operator's: the lease runs out, and the
    // delivery is tried again. Until then it takes a slot of its endpoint, so that a backlog that cannot
    // be signed costs little.
    if (!signingSecrets) return onUnsigned(tenantId, delivery.endpoint_id)
    const began = performance.now()
    const event = eventOfDelivery(delivery)
    const body = JSON.stringify(event)
    const timestamp = Math.floor(startedAt.getTime() / 1000)
    const headers = {
      'Content-Type': 'application/json',
      'User-Agent': 'Mobieus-Webhook/1.0',
      'Mobieus-Event-Id': event.id,
      'Mobieus-Event-Type': event.type,
      ...signatureHeaders(signingSecrets, { id: event.id, timestamp, body }),
    }
    const posted = await poster.post(delivery.url, headers, body)
    const endedAt = clock()
    const pending = unrecorded.get(tenantId) ?? []
    pending.push({
      delivery,
      startedAt,
      endedAt,
      latencyMs: Math.round(performance.now() - began),
      statusCode: posted.statusCode,
      error: posted.error,
      responseBody: posted.body,
      retryAfterMs: retryAfterMs(posted.retryAfter, endedAt.getTime()),
    })
    unrecorded.set(tenantId, pending)
    if (!recordings.has(tenantId)) recordings.set(tenantId, record(tenantId))
    await recordings.get(tenantId)
  }

  /** Records a tenant's ended attempts, and those that end meanwhile. */
  async function record(tenantId: number): Promise<void> {
    // Attempts that end in the same moment are recorded together.
    await new Promise(setImmediate)
    for (let batch = takeBatch(tenantId); batch.length > 0; batch = takeBatch(tenantId)) {
      try {
        const disabled = await recordWebhookAttempts(db, tenantId, batch, clock())
        // The URL is left out: many a URL is a secret.
        for (const { id, reason } of disabled)
          log.warn({ tenantId, endpoint: id, reason }, 'webhook disabled')
      } catch (error) {
        // The leases run out, and the attempts are made again.
        log.error({ err: error, tenantId }, 'attempts not recorded')
      }
      if (full.has(tenantId)) wake(tenantId)
    }
    recordings.delete(tenantId)
  }

  function release(flight: Promise<void>): void {
    inFlight.delete(flight)
    wakeTenantsWithoutSlot()
  }

  function wakeTenantsWithoutSlot(): void {
    const waiting = [...tenantsWithoutSlot]
    tenantsWithoutSlot.clear()
    for (const tenantId of waiting) wake(tenantId)
  }

  function takeBatch(tenantId: number): Attempt[] {
    const pending = unrecorded.get(tenantId) ?? []
    const batch = pending.splice(0, RECORD_BATCH)
    if (pending.length === 0) unrecorded.delete(tenantId)
    return batch
  }

  return {
    async begin(tenantId) {
      const limit = MAX_IN_FLIGHT - inFlight.size - reservedSlots
      if (limit <= 0) {
        tenantsWithoutSlot.add(tenantId)
        return false
      }
      const now = clock()
      const leasedUntil = new Date(now.getTime() + LEASE_MS)
      const most = { leasedUntil, perEndpoint: MAX_IN_FLIGHT_PER_ENDPOINT, limit }
      reservedSlots += limit
      const claim = await claimWebhookDeliveries(db, tenantId, now, most).finally(() => {
        reservedSlots -= limit
      })
      if (claim.full) full.add(tenantId)
      else full.delete(tenantId)
      for (const delivery of claim.deliveries) {
        const flight: Promise<void> = makeAttempt(tenantId, delivery)
          .catch((error: unknown) => log.error({ err: error, tenantId }, 'attempt not made'))
          .finally(() => release(flight))
        inFlight.add(flight)
      }
      // Slots that this claim did not fill go to the tenants that found none meanwhile. `inFlight` has
      // grown before, so none of them is given twice.
      if (claim.deliveries.length < limit) wakeTenantsWithoutSlot()
      return false
    },
    async close() {
      while (inFlight.size > 0) await Promise.all(inFlight)
    },
  }
}
