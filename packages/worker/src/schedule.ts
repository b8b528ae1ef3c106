import { poll, type Poll } from './poll.ts'

/** How often a job is due, in minutes. */
export type Schedule = Readonly<Record<string, number>>

const LOOK_EVERY_MS = 20_000
const MINUTE_MS = 60_000

/**
 * Calls `add` for each job once in its time, by the clock on the wall; what was due while no worker
 * ran is not made up for. Each process asks for itself, so with several a job may run several times.
 * Not graphile-worker's own schedule: it ends the process when the database is away just then.
 */
export function startSchedule(
  schedule: Schedule,
  add: (job: string) => Promise<unknown>,
  onError: (error: unknown) => void,
): Poll {
  const turnOf = (minutes: number) => Math.floor(Date.now() / (minutes * MINUTE_MS))
  const turns = new Map(Object.entries(schedule).map(([job, every]) => [job, turnOf(every)]))
  return poll(
    async () => {
      for (const [job, every] of Object.entries(schedule)) {
        const turn = turnOf(every)
        if (turns.get(job) === turn) continue
        await add(job)
        turns.set(job, turn)
      }
    },
    LOOK_EVERY_MS,
    onError,
  )
}
