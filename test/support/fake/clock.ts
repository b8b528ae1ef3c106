/** A clock that tests move. It runs, from wherever it was moved to. */
export interface Clock {
  readonly now: () => Date
  advance(ms: number): void
}

const WINDOW_MS = 60_000

/** Moves the clock to where a window of the rate limits has just begun, so that no test runs over its end. */
export function startOfWindow({ now, advance }: Clock): void {
  advance(WINDOW_MS - (now().getTime() % WINDOW_MS) + 1000)
}

/** Starts at the real time. */
export function createClock(): Clock {
  let ahead = 0
  return {
    now: () => new Date(Date.now() + ahead),
    advance(ms) {
      ahead += ms
    },
  }
}
