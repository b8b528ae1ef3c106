import { createHash, randomBytes } from 'node:crypto'

/** The hours for which the old secret signs as well, unless a rotation says otherwise. */
export const DEFAULT_GRACE_HOURS = 24

/** Days for which settled deliveries are kept. */
export const DELIVERIES_KEPT_DAYS = 30
const DAY_MS = 24 * 60 * 60 * 1000

/** Deliveries that were settled before this are not kept. */
export const keptSince = (now: Date): Date =>
  new Date(now.getTime() - DELIVERIES_KEPT_DAYS * DAY_MS)

const SECRET_BYTES = 32

/**
 * A new signing secret: `whsec_` and 32 random bytes in padded base64 that is the same in both of its
 * alphabets. Verifiers of Standard Webhooks decode the one, our documentation speaks of the other. To
 * draw again until neither + nor / occurs costs four draws and two of the 256 bits.
 */
export function createSigningSecret(): string {
  for (;;) {
    const text = randomBytes(SECRET_BYTES).toString('base64')
    if (!/[+/]/.test(text)) return `whsec_${text}`
  }
}

/** The fingerprint of a secret: tells secrets apart without telling them. */
export const fingerprintOf = (secret: string): string =>
  createHash('sha256').update(secret).digest('hex')

/** The purpose of the key under which secrets are sealed. */
export const WEBHOOK_SECRETS = 'webhook secrets'

/** The place that a secret is sealed for: it opens for no other endpoint. */
export const secretPlace = (tenantId: number, endpointId: number): string =>
  `webhook secret ${tenantId}/${endpointId}`

/** `*` stands for every type, so nothing beside it says more. */
export const normaliseTypes = (types: readonly string[]): string[] =>
  types.includes('*') ? ['*'] : [...types]

/** The time until which deliveries are kept that are settled at `now`. */
export const keptUntil = (now: Date): Date =>
  new Date(now.getTime() + DELIVERIES_KEPT_DAYS * DAY_MS)

/** Minutes after a delivery was created at which its attempts are due. */
const SCHEDULE_MINUTES = [0, 1, 5, 30, 120, 360, 1440]
const JITTER = 0.1
const MINUTE_MS = 60_000
/** After an outage attempts are overdue; they still leave the receiver this much time. */
const LEAST_GAP_MS = 30_000
/** A receiver may not put an attempt off for longer than the schedule itself is. */
const RETRY_AFTER_MAX_MS = 1440 * MINUTE_MS

/**
 * When the attempt after the failed attempt `number` is due; `undefined` after the last. `random` is
 * from 0 to 1 and decides the jitter, `retryAfterMs` is what the receiver asked for.
 */
export function nextAttemptAt(
  createdAt: Date,
  number: number,
  now: Date,
  { random = Math.random(), retryAfterMs = 0 } = {},
): Date | undefined {
  const minutes = SCHEDULE_MINUTES[number]
  if (minutes === undefined) return undefined
  const planned = createdAt.getTime() + minutes * MINUTE_MS * (1 + JITTER * random)
  const asked = now.getTime() + Math.min(retryAfterMs, RETRY_AFTER_MAX_MS)
  return new Date(Math.max(planned, asked, now.getTime() + LEAST_GAP_MS))
}
