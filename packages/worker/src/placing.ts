import type { Database } from '@mobieus/db'
import { listTenantsWaiting, placeArrivals, type PlacingReport } from '@mobieus/domain/platform'
import { poll } from './poll.ts'
import { createTurns } from './turns.ts'

/** The settings of placing. */
export interface PlacingOptions {
  readonly db: Database
  /** The pause between two looks into the database for tenants with arrivals. */
  readonly everyMs: number
  readonly report?: PlacingReport | undefined
  /** Called when a tenant's log has something new, with its subscribers where they are known. */
  readonly onPlaced: (tenantId: number, subscribers: readonly string[] | undefined) => void
  readonly onError: (error: unknown) => void
}

/** Running placing. */
export interface Placing {
  /** Places what a tenant's writes have left, and then reports that its log has something new. */
  wake(tenantId: number): void
  /** No new turns; resolves when those that run are over. */
  stop(): Promise<void>
}

/** The tenants whose arrivals are placed at the same time; each takes one connection. */
const TURNS = 4

/**
 * Gives arrivals their places in the log, of tenants that are woken and of those that the poll finds. Any
 * number of processes may do so. Each waits for the others' turn at the same tenant. So a write that a hint
 * has told of is placed when its turn is over, by one of them.
 */
export function startPlacing({ db, everyMs, report, onPlaced, onError }: PlacingOptions): Placing {
  const hinted = new Set<number>()
  const foundByPoll = new Set<number>()
  const turns = createTurns(
    TURNS,
    async (tenantId) => {
      const wasHinted = hinted.delete(tenantId)
      const all = foundByPoll.delete(tenantId)
      const options = { bulk: true, all, report }
      const { events, subscribers } = await placeArrivals(db, tenantId, options)
      // A reader of the log may have placed the events of a hint.
      if (wasHinted || events > 0) onPlaced(tenantId, subscribers)
    },
    onError,
  )
  const looking = poll(
    async () => {
      for (const tenantId of await listTenantsWaiting(db)) {
        foundByPoll.add(tenantId)
        turns.wake(tenantId)
      }
    },
    everyMs,
    onError,
  )
  return {
    wake(tenantId) {
      hinted.add(tenantId)
      turns.wake(tenantId)
    },
    async stop() {
      await looking.stop()
      await turns.close()
    },
  }
}
