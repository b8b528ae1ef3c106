/** Names under which the end of every write notes work; its doers look for it by the same. */

/** The work of readers of the log begins with this. */
export const LOG_KIND = 'log:'

/** Events that a subscriber of the log has not read. */
export const logKind = (subscriber: string): string => `${LOG_KIND}${subscriber}`

/** The removal of stored answers that have expired. */
export const STORED_ANSWERS_PURGE = 'purgeIdempotencyKeys'
