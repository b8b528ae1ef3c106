import { directory, type Database } from '@mobieus/db'
import * as store from './work.store.ts'

const MINUTE_MS = 60_000

/** The round that makes the purges of every surface. */
export const PURGE = 'purge'

/** Rounds are noted like work of a tenant; no tenant has this id. */
const NOBODY = 0

/**
 * Whether this process is to make a round over the installation now. It is made once in so many minutes,
 * by the clock on the wall, by one process alone. The first is due when these minutes are over. A round
 * that was missed while no worker ran is made up for, once.
 */
export function takeRound(
  db: Database,
  name: string,
  minutes: number,
  now: Date,
): Promise<boolean> {
  const every = minutes * MINUTE_MS
  const next = new Date((Math.floor(now.getTime() / every) + 1) * every)
  return store.takeTurn(directory(db), NOBODY, `round:${name}`, now, next)
}

/** Lets a round that has failed be made again in a minute. */
export const repeatRound = (db: Database, name: string, now: Date): Promise<unknown> =>
  store.noteNow(directory(db), NOBODY, `round:${name}`, new Date(now.getTime() + MINUTE_MS))
