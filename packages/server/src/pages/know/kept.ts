/** The letters of HTML that are kept in memory, 32 MB at most. */
const MOST = 16_000_000

/** Results of work on texts that never change, by names of their own. */
export interface Kept<T> {
  find(name: string): T | undefined
  /** The one that is kept under a name, or else is made now. */
  get(name: string, make: () => T): T
}

/** Keeps HTML that takes long to make, and drops what was not asked for longest. */
export function createKept<T extends { readonly html: string }>(most = MOST): Kept<T> {
  const kept = new Map<string, T>()
  let size = 0

  function find(name: string): T | undefined {
    const found = kept.get(name)
    if (!found) return undefined
    kept.delete(name)
    kept.set(name, found)
    return found
  }

  function keep(name: string, made: T): T {
    kept.set(name, made)
    size += made.html.length
    for (const [oldest, { html }] of kept) {
      if (size <= most || oldest === name) break
      kept.delete(oldest)
      size -= html.length
    }
    return made
  }

  return { find, get: (name, make) => find(name) ?? keep(name, make()) }
}
