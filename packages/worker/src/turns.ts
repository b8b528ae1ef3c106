/** A queue of tenants that get turns, a few at a time and each never two at once. */
export interface Turns {
  /** Asks for a turn; when one is running, another follows it. */
  wake(id: number): void
  /** No new turns; resolves when those that run are over. */
  close(): Promise<void>
}

/** Runs `turn` for the woken, in the order in which they were, at most `maxTurns` at a time. */
export function createTurns(
  maxTurns: number,
  turn: (id: number) => Promise<void>,
  onError: (error: unknown) => void,
): Turns {
  const waiting = new Set<number>()
  const running = new Map<number, Promise<void>>()
  let closed = false

  function next(): void {
    for (const id of waiting) {
      if (closed || running.size >= maxTurns) return
      if (running.has(id)) continue
      waiting.delete(id)
      const over = turn(id)
        .catch(onError)
        .then(() => {
          running.delete(id)
          next()
        })
      running.set(id, over)
    }
  }

  return {
    wake(id) {
      if (closed) return
      waiting.add(id)
      next()
    },
    async close() {
      closed = true
      await Promise.all(running.values())
    },
  }
}
