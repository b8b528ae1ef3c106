/** Gives each of many a turn, a few at a time and nobody two at once. */
export interface Turns {
  /** Asks for a turn; asked for during a turn, another one follows. */
  wake(id: number): void
  /** No new turns; resolves when those that run are over. */
  close(): Promise<void>
}

/** `turn` is run for whoever was woken, in that order, at most `most` at a time. */
export function createTurns(
  most: number,
  turn: (id: number) => Promise<void>,
  onError: (error: unknown) => void,
): Turns {
  const waiting = new Set<number>()
  const running = new Map<number, Promise<void>>()
  let closed = false

  function next(): void {
    for (const id of waiting) {
      if (closed || running.size >= most) return
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
