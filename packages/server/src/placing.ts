import type { Database } from '@mobieus/db'
import { placeForReading, type PlacingReport } from '@mobieus/domain/platform'

/** Places what has arrived, for requests that read the log. */
export interface Placing {
  /**
   * Resolves when everything of the tenant is placed that was committed before the call; with `false` where
   * nothing can be written.
   */
  before(tenantId: number): Promise<boolean>
}

/**
 * Requests that ask for the same tenant while one of them is being served share the next turn. It begins
 * after they have asked, so it sees everything that they have to see. However many follow a busy log, a
 * process has one transaction that places, and one that waits.
 */
export function createPlacing(db: Database, report: PlacingReport): Placing {
  const running = new Map<number, Promise<unknown>>()
  const next = new Map<number, Promise<boolean>>()

  async function turn(tenantId: number): Promise<boolean> {
    await running.get(tenantId)?.catch(() => {})
    next.delete(tenantId)
    const placing = placeForReading(db, tenantId, report)
    running.set(tenantId, placing)
    try {
      return await placing
    } finally {
      if (running.get(tenantId) === placing) running.delete(tenantId)
    }
  }

  return {
    before(tenantId) {
      let asked = next.get(tenantId)
      if (!asked) {
        asked = turn(tenantId)
        next.set(tenantId, asked)
      }
      return asked
    },
  }
}
