import type { Every, Work } from '@mobieus/domain/kit'
import { PURGE, repeatRound, takeRound } from '@mobieus/domain/platform'
import type { Logger } from 'pino'
import { poll, type Poll } from './poll.ts'
import { doChores, purgeAll } from './purges.ts'

/** Work that is done once in so many minutes. */
interface Round {
  readonly name: string
  readonly minutes: number
  readonly run: () => Promise<void>
}

const PURGE_MINUTES = 10
const LOOK_EVERY_MS = 20_000

/**
 * Runs the work that surfaces declare by the clock, and all their purges as one round. Each is run once
 * in its time, by one of all processes; a failure is logged, and the work is repeated a minute later.
 */
export function startEvery(work: Work, log: Logger): Poll {
  const looks = roundsOf(work, log).map(({ name, minutes, run }) =>
    poll(
      async () => {
        // The clock on the wall, not that of the work: it alone is the same for all processes.
        if (!(await takeRound(work.db, name, minutes, new Date()))) return
        await run().catch(async (error: unknown) => {
          log.error({ err: error }, `${name} failed`)
          await repeatRound(work.db, name, new Date())
        })
      },
      LOOK_EVERY_MS,
      (error) => log.warn({ err: error }, `${name} not done`),
    ),
  )
  return { stop: async () => void (await Promise.all(looks.map((each) => each.stop()))) }
}

const roundsOf = (work: Work, log: Logger): Round[] => [
  ...work.surfaces.flatMap(({ every }) => every.map((each) => roundOf(each, work, log))),
  {
    name: PURGE,
    minutes: PURGE_MINUTES,
    run: () => purgeAll(work, work.clock(), log),
  },
]

function roundOf(every: Every, work: Work, log: Logger): Round {
  const { minutes } = every
  if ('round' in every) return { name: every.name, minutes, run: () => every.round(work) }
  const { chore } = every
  return { name: chore.name, minutes, run: () => doChores(work.db, [chore], work.clock(), log) }
}
