/** Times of resources: UTC, to the second. */
export const timestamp = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`

/** The same for a time that may not have come. */
export const nullableTimestamp = (time: Date | null): string | null =>
  time === null ? null : timestamp(time)
