import { listen, type Database } from '@mobieus/db'
import { logKind, type Subscriber, type Surface } from '@mobieus/domain/kit'
import { advance, settleLog, type PlacingReport } from '@mobieus/domain/platform'
import type { Logger } from 'pino'
import { startDue } from './due.ts'
import { startPlacing } from './placing.ts'

/** The settings of the readers of the log. */
export interface LogOptions {
  readonly db: Database
  readonly surfaces: readonly Surface[]
  readonly clock: () => Date
  readonly log: Logger
  readonly pollMs: number
  /** Counts what is placed. */
  readonly report?: PlacingReport | undefined
  /** Called for each kind of work that a subscriber has noted for a tenant. */
  readonly onNoted: (kind: string, tenantId: number) => void
}

/** Running readers of the log. */
export interface Readers {
  /** Stops reading; resolves when the batches in hand are done. */
  stop(): Promise<void>
}

/** The tenants whose log one subscriber reads at the same time. */
const TURNS = 4

/**
 * Places what arrives, and lets the subscribers of every surface read the log of each tenant to its end,
 * from where their cursor stands. They are woken by a hint, or by the poll. Several workers share the work
 * by the cursors that they lock.
 */
export function startLog(options: LogOptions): Readers {
  const { db, surfaces, clock, log, pollMs, report, onNoted } = options
  const read = async (subscriber: Subscriber, tenantId: number) => {
    const { more, noted } = await advance(db, subscriber, tenantId, clock())
    for (const kind of noted) onNoted(kind, tenantId)
    return more
  }
  const readers = surfaces
    .flatMap((each): readonly Subscriber[] => each.subscribers)
    .map((subscriber) => ({
      subscriber,
      ...startDue({
        db,
        clock,
        kind: logKind(subscriber.name),
        everyMs: pollMs,
        maxTurns: TURNS,
        turn: (tenantId) => read(subscriber, tenantId),
        settle: (tenantId) => settleLog(db, subscriber, tenantId),
        onError: (error) => log.error({ err: error }, `reader of the log: ${subscriber.name}`),
      }),
    }))
  const placing = startPlacing({
    db,
    everyMs: pollMs,
    report,
    onPlaced(tenantId, subscribers) {
      for (const { subscriber, wake } of readers)
        if (subscriber.everywhere || subscribers?.includes(subscriber.name) !== false)
          wake(tenantId)
    },
    onError: (error) => log.error({ err: error }, 'placing of arrivals'),
  })
  const onHint = (payload: string) => {
    for (const id of payload.split(',').map(Number)) if (id > 0) placing.wake(id)
  }
  const listener = listen(db, 'mobieus_events', onHint, {
    onDown: (error) => log.warn({ err: error }, 'hints are not heard; the poll finds what is new'),
  })
  return {
    async stop() {
      await listener.close()
      await placing.stop()
      await Promise.all(readers.map((each) => each.stop()))
    },
  }
}
