import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE_MS = 30_000
const AGAIN_FIRST_MS = 5
const AGAIN_MAX_MS = 100

/**
 * Asks again until it is so, less often the longer it takes. It is for what is heard of within
 * milliseconds. The patience is for a machine that is busy with something else, and the same
 * everywhere, because no test may depend on it.
 */
export async function until(so: () => Promise<boolean> | boolean): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS
  for (
    let againMs = AGAIN_FIRST_MS;
    !(await so());
    againMs = Math.min(againMs * 1.3, AGAIN_MAX_MS)
  ) {
    if (Date.now() > deadline) throw new Error(`not so within ${PATIENCE_MS / 1000} s`)
    await pause(againMs)
  }
}
