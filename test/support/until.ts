import { setTimeout as pause } from 'node:timers/promises'

/**
 * Asks again until it is so. For what another process hears of within milliseconds, and no later
 * than this.
 */
export async function until(so: () => Promise<boolean>, withinMs = 2_000): Promise<void> {
  const deadline = Date.now() + withinMs
  while (!(await so())) {
    if (Date.now() > deadline) throw new Error(`not so within ${withinMs} ms`)
    await pause(5)
  }
}
