import type { Database } from '@mobieus/db'
import { surfaces, type Every, type FileStorage } from '@mobieus/domain'
import type { Logger } from 'pino'
import { doChores, purgeAll } from './purges.ts'

/** What work by the clock needs. */
export interface Clockwork {
  readonly db: Database
  readonly storage: FileStorage
  readonly clock: () => Date
  readonly log: Logger
}

/** Work that is done once in so many minutes. */
export interface Job {
  readonly name: string
  readonly minutes: number
  readonly run: () => Promise<void>
}

const PURGE_MINUTES = 10

/** Everything that is done by the clock: what surfaces declare, and their purges as one. */
export const jobsOf = (work: Clockwork): Job[] => [
  ...surfaces.flatMap(({ every }) => every.map((each) => jobOf(each, work))),
  {
    name: 'purge',
    minutes: PURGE_MINUTES,
    run: () => purgeAll(work.db, work.clock(), work.log),
  },
]

function jobOf(every: Every, { db, storage, clock, log }: Clockwork): Job {
  const { minutes } = every
  if ('chore' in every) {
    const { chore } = every
    return { name: chore.name, minutes, run: () => doChores(db, [chore], clock(), log) }
  }
  const { name, round } = every
  return { name, minutes, run: () => round({ db, storage, surfaces, now: clock() }) }
}
