import type { Database } from '@mobieus/db'
import type { Logger } from 'pino'
import { doChores } from './chores.ts'

/**
 * Writes down that listings whose time is over are expired; readers have seen them so from the moment it
 * was. In batches of a transaction each, safe to run twice.
 */
export const expireAllListings = (db: Database, now: Date, log: Logger): Promise<void> =>
  doChores(db, now, log, ['expireListings'])
