/** The letters of HTML that are kept in memory, 32 MB at most. */
const MOST = 16_000_000

/** Results of work on texts that never change, by names of their own. */
export interface Kept<T> {
  find(name: string): T | undefined
  /** The one that is kept under a name, or else is made now. */
  get(name: string, make: () => T): T
}

/** HTML, and whether it is what was made for want of time. */
interface Made {
  readonly html: string
  readonly isPlain?: boolean
}

/** HTML made for want of time is kept for so long: a machine that was busy may have more of it then. */
const PLAIN_MS = 10 * 60 * 1000

/** Keeps HTML that takes long to make, and drops what was not asked for longest. */
export function createKept<T extends Made>(clock: () => Date, most = MOST): Kept<T> {
  const kept = new Map<string, T>()
  const plainSince = new Map<string, number>()
  let size = 0

  function drop(name: string, { html }: T): void {
    kept.delete(name)
    plainSince.delete(name)
    size -= html.length
  }

  function find(name: string): T | undefined {
    const found = kept.get(name)
    if (!found) return undefined
    if (clock().getTime() - (plainSince.get(name) ?? Infinity) >= PLAIN_MS) {
      drop(name, found)
      return undefined
    }
    kept.delete(name)
    kept.set(name, found)
    return found
  }

  function keep(name: string, made: T): T {
    kept.set(name, made)
    size += made.html.length
    if (made.isPlain) plainSince.set(name, clock().getTime())
    for (const [oldest, its] of kept) {
      if (size <= most || oldest === name) break
      drop(oldest, its)
    }
    return made
  }

  return { find, get: (name, make) => find(name) ?? keep(name, make()) }
}
