/** Found values by name; what is not found is asked for again each time. */
export interface Cache<T> {
  /** The kept value, or what `load` finds; kept only if `keep` and nothing changed meanwhile. */
  get(name: string, load: () => Promise<T | undefined>, keep: boolean): Promise<T | undefined> | T
  drop(matches: (value: T) => boolean): void
  clear(): void
}

const MOST = 50_000

/**
 * A cache whose every change counts a generation. A value that was read before a change, but arrives
 * after it, is handed out once and not kept.
 */
export function createCache<T>(): Cache<T> {
  const kept = new Map<string, T>()
  let generation = 0
  return {
    get(name, load, keep) {
      const found = kept.get(name)
      if (found !== undefined) return found
      const started = generation
      return load().then((value) => {
        if (value !== undefined && keep && started === generation) {
          if (kept.size >= MOST) kept.clear()
          kept.set(name, value)
        }
        return value
      })
    },
    drop(matches) {
      generation++
      for (const [name, value] of kept) if (matches(value)) kept.delete(name)
    },
    clear() {
      generation++
      kept.clear()
    },
  }
}
