/** Totals that several callers change meanwhile, by the paths that show them. */
export interface Bounds {
  /** Does a write, which changes totals so. */
  during<T>(changes: Readonly<Record<string, 1 | -1>>, write: () => Promise<T>): Promise<T>
  /**
   * Call it before a total is asked for, and its answer with the total. It says how the total is out of
   * bounds: a write that was over before is missing, or one that had not begun is there.
   */
  before(path: string): (total: number) => string | undefined
}

/** Bounds that begin with the totals as they are while nobody writes. */
export function createBounds(totals: Readonly<Record<string, number>>): Bounds {
  const begun = { added: new Map<string, number>(), removed: new Map<string, number>() }
  const over = { added: new Map<string, number>(), removed: new Map<string, number>() }
  const note = (writes: typeof begun, changes: Readonly<Record<string, 1 | -1>>) => {
    for (const [path, change] of Object.entries(changes)) {
      const kind = change > 0 ? writes.added : writes.removed
      kind.set(path, (kind.get(path) ?? 0) + 1)
    }
  }
  return {
    async during(changes, write) {
      note(begun, changes)
      const written = await write()
      note(over, changes)
      return written
    },
    before(path) {
      const at = totals[path]
      if (at === undefined) throw new Error(`No total of ${path} is known`)
      const added = over.added.get(path) ?? 0
      const removed = over.removed.get(path) ?? 0
      return (total) => {
        const least = at + added - (begun.removed.get(path) ?? 0)
        const most = at + (begun.added.get(path) ?? 0) - removed
        return total < least || total > most
          ? `${path} counts ${total}, not ${least} to ${most}`
          : undefined
      }
    },
  }
}
