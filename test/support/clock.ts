/** A clock that tests move. It runs, from wherever it was moved to. */
export interface Clock {
  readonly now: () => Date
  advance(ms: number): void
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
