/** A round that is repeated. */
export interface Poll {
  /** Starts no further round; resolves when the one in hand is over. */
  stop(): Promise<void>
}

/**
 * Runs `round`, waits `everyMs`, and runs it again, never two at once. A failure goes to `onError`, and
 * the next round tries again.
 */
export function poll(
  round: () => Promise<void>,
  everyMs: number,
  onError: (error: unknown) => void,
): Poll {
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let current = Promise.resolve()
  const next = () => {
    current = round()
      .catch(onError)
      .then(() => {
        if (!stopped) timer = setTimeout(next, everyMs)
      })
  }
  next()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      await current
    },
  }
}
