const WINDOW_MS = 60_000

/** Lets so many requests a minute through for each name, in this process; answers the seconds to wait. */
export function createBound(most: number, clock: () => Date) {
  let window = 0
  let counts = new Map<number, number>()
  return (name: number): number | undefined => {
    const now = clock().getTime()
    if (Math.floor(now / WINDOW_MS) !== window) {
      window = Math.floor(now / WINDOW_MS)
      counts = new Map()
    }
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count > most ? Math.ceil(((window + 1) * WINDOW_MS - now) / 1000) : undefined
  }
}
