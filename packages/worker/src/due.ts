import type { Database } from '@mobieus/db'
import { listTenantsDue } from '@mobieus/domain/platform'
import { poll } from './poll.ts'
import { createTurns } from './turns.ts'

/** The settings of a loop over tenants with due work of one kind. */
export interface DueOptions {
  readonly db: Database
  readonly clock: () => Date
  readonly kind: string
  /** The pause between two looks into the database for tenants with due work. */
  readonly everyMs: number
  /** The most tenants that are served at the same time; each takes one connection. */
  readonly maxTurns: number
  /** Does a batch of the tenant's work that is due now; answers whether there may be more. */
  readonly turn: (tenantId: number) => Promise<boolean>
  /** Notes when the tenant's next work is due. */
  readonly settle: (tenantId: number) => Promise<unknown>
  readonly onError: (error: unknown) => void
}

/** A running loop over due work. */
export interface Due {
  /** Gives a tenant a turn at once, without a look into the database. */
  wake(tenantId: number): void
  /** No new turns; resolves when those that run are over. */
  stop(): Promise<void>
}

/**
 * Gives a turn to tenants that are woken, and to those that the poll finds. A tenant with more work
 * queues up again, behind the others. Only a tenant that the poll found is settled, when it has no
 * more. So a busy tenant's note changes with the poll and not with every event. Any number of processes
 * may run the same kind.
 */
export function startDue(options: DueOptions): Due {
  const { db, clock, kind, everyMs, maxTurns, turn, settle, onError } = options
  const foundByPoll = new Set<number>()
  const turns = createTurns(
    maxTurns,
    async (tenantId) => {
      if (await turn(tenantId)) turns.wake(tenantId)
      else if (foundByPoll.delete(tenantId)) await settle(tenantId)
    },
    onError,
  )
  const polling = poll(
    async () => {
      for (const tenantId of await listTenantsDue(db, kind, clock())) {
        foundByPoll.add(tenantId)
        turns.wake(tenantId)
      }
    },
    everyMs,
    onError,
  )
  return {
    wake: turns.wake,
    async stop() {
      await polling.stop()
      await turns.close()
    },
  }
}
