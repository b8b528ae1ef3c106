/** How long what was removed, and a member who leaves, can be brought back. */
export const GRACE_DAYS = 30

const DAY_MS = 24 * 60 * 60 * 1000

/** Removals up to this time are final at `now`. */
export const goneBefore = (now: Date): Date => new Date(now.getTime() - GRACE_DAYS * DAY_MS)

/** Whether the grace of what was removed at `since` is over. */
export const isGone = (since: Date, now: Date): boolean => since <= goneBefore(now)

/** When the grace of what is removed now will be over. */
export const goneFrom = (now: Date): Date => new Date(now.getTime() + GRACE_DAYS * DAY_MS)
