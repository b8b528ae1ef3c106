import { setTimeout as sleep } from 'node:timers/promises'

const PATIENCE_MS = 2 * 60 * 1000
const PAUSE_MS = 250

/** Faults of the statement itself, which no waiting mends (classes of SQLSTATE). */
const isFaulty = (error: unknown): boolean =>
  /^(?:22|23|42)/.test(String((error as { code?: string }).code))

/**
 * Writes down what has happened outside, and tries again for two minutes where the database is away. Only this process
 * knows of it, and without the note it would happen once more. The write may happen twice.
 */
export async function writeThroughOutage(write: () => Promise<unknown>): Promise<void> {
  const givesUpAt = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return void (await write())
    } catch (error) {
      if (isFaulty(error) || performance.now() > givesUpAt) throw error
      await sleep(PAUSE_MS)
    }
  }
}
