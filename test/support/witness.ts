import type { Observer } from '../../packages/server/src/dispatch.ts'
import { watch } from '../../packages/server/src/watch.ts'

/** Collects what the judge holds against the exchanges of a test. */
export interface Witness {
  readonly observe: Observer
  /** Waits for the judge; throws what it disagreed with since the last time. */
  settle(): Promise<void>
}

/** A judge beside a test's server. */
export function createWitness(): Witness {
  let faults: string[] = []
  const { observe, settle } = watch((fault) => faults.push(fault))
  return {
    observe,
    async settle() {
      await settle()
      const found = faults
      faults = []
      if (found.length > 0) throw new Error(`The judge disagrees:\n${found.join('\n')}`)
    },
  }
}
