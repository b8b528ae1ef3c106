import type { Database } from '@mobieus/db'
import { choreKinds } from '@mobieus/domain'
import type { Logger } from 'pino'
import { doChores } from './chores.ts'

/**
 * Removes what has had its time: stored answers after 24 hours, who a member was and settled deliveries
 * after 30 days, deliveries of deleted endpoints, sessions, sign-in links and secrets of keys that are
 * over. In batches of a transaction each, until nothing is left; safe to run twice.
 */
export const cleanUp = (db: Database, now: Date, log: Logger): Promise<void> =>
  doChores(
    db,
    now,
    log,
    choreKinds.filter((kind) => kind.startsWith('purge')),
  )
