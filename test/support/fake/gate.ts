/** A place where calls wait until they are let go: the outside that does not answer. */
export interface Gate {
  /** Waits where the gate is shut. */
  pass(): Promise<void>
  shut(): void
  open(): void
  /** Resolves when this many wait. */
  reached(count?: number): Promise<void>
}

export function createGate(): Gate {
  let shut = false
  let waiting: (() => void)[] = []
  let watching: { count: number; tell: () => void }[] = []
  const look = () => {
    for (const each of watching) if (waiting.length >= each.count) each.tell()
    watching = watching.filter(({ count }) => waiting.length < count)
  }
  return {
    pass: () =>
      new Promise((resolve) => {
        if (!shut) return resolve()
        waiting.push(resolve)
        look()
      }),
    shut() {
      shut = true
    },
    open() {
      shut = false
      for (const go of waiting) go()
      waiting = []
    },
    reached: (count = 1) =>
      new Promise((tell) => {
        watching.push({ count, tell })
        look()
      }),
  }
}
