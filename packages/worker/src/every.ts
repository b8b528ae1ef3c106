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
 * Does what is done by the clock: what surfaces declare, and their purges as one. Once in its time by one
 * of all processes; what fails is logged, and done again a minute later.
 */
export function startEvery(work: Work, log: Logger): Poll {
  const looks = roundsOf(work, log).map(({ name, minutes, run }) =>
    poll(
      async () => {
        // Not the clock of the work: when it is time is told by the clock on the wall.
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
