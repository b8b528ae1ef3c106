/**
 * The time after which a worker with a task in hand is taken for dead, and another one does it again.
 */
const LEASE_MS = 10 * 60 * 1000
const MOST_SECONDS = 60 * 60

export const leasedUntil = (now: Date): Date => new Date(now.getTime() + LEASE_MS)

/** When a task that has failed so often is tried again: after 3 s, 7, 20, 55 and so on, at last every hour. */
export const retryAt = (attempts: number, now: Date): Date =>
  new Date(now.getTime() + Math.min(Math.exp(attempts), MOST_SECONDS) * 1000)
