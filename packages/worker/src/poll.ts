/** Something that is looked after again and again. */
export interface Poll {
  /** Resolves when the round in hand is over; there is no other. */
  stop(): Promise<void>
}

/** Runs `round` every `everyMs`, never two at once; what it throws is told and tried again. */
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
