import type { Database } from '@mobieus/db'
import { listTenantsDue } from '@mobieus/domain/platform'
import { poll } from './poll.ts'
import { createTurns } from './turns.ts'

/** What looks after one kind of work that is noted for tenants. */
export interface DueOptions {
  readonly db: Database
  readonly clock: () => Date
  readonly kind: string
  /** How often the database is asked which tenants have some. */
  readonly everyMs: number
  /** Tenants that are served at the same time; each takes one connection. */
  readonly most: number
  /** Does what there is for a tenant now. */
  readonly turn: (tenantId: number) => Promise<unknown>
  /** Notes when there is some again. */
  readonly settle: (tenantId: number) => Promise<unknown>
  readonly onError: (error: unknown) => void
}

/** Somebody who looks after it. */
export interface Due {
  /** Gives a tenant a turn at once, without a look into the database. */
  wake(tenantId: number): void
  /** No new turns; resolves when those that run are over. */
  stop(): Promise<void>
}

/**
 * Gives tenants their turns: those that are woken, and those that the poll finds. Only what the poll has
 * found is settled after its turn, so a busy tenant's note changes with the poll and not with every event.
 * Any number of processes may look after the same kind.
 */
export function startDue(options: DueOptions): Due {
  const { db, clock, kind, everyMs, most, turn, settle, onError } = options
  const found = new Set<number>()
  const turns = createTurns(
    most,
    async (tenantId) => {
      const settles = found.delete(tenantId)
      await turn(tenantId)
      if (settles) await settle(tenantId)
    },
    onError,
  )
  const looking = poll(
    async () => {
      for (const tenantId of await listTenantsDue(db, kind, clock())) {
        found.add(tenantId)
        turns.wake(tenantId)
      }
    },
    everyMs,
    onError,
  )
  return {
    wake: turns.wake,
    async stop() {
      await looking.stop()
      await turns.close()
    },
  }
}
