import { transact, type Database } from '@mobieus/db'
import type { EventDataOf, EventType } from '../kit/context.ts'
import { logKind } from '../kit/notes.ts'
import type { Subscriber, SystemWriting } from '../kit/surface.ts'
import { bySystem } from './by-system.ts'
import { placeFirst } from './placing.ts'
import * as store from './subscribers.store.ts'

/** An event as a subscriber gets it. */
export type LoggedEvent<E extends EventType> = {
  [Type in E]: {
    readonly type: Type
    readonly position: number
    readonly createdAt: Date
    readonly data: EventDataOf<Type>
  }
}[E]

const BATCH = 200

/**
 * A subscriber to events of some types, each exactly once, in the order of the log: `handle` writes in
 * the transaction that moves the cursor. A new tenant has it from its first event, one from before from
 * the end of its log.
 */
export const onEvents = <E extends EventType>(
  name: string,
  types: readonly E[],
  handle: (ctx: SystemWriting, event: LoggedEvent<E>) => Promise<void>,
): Subscriber => ({
  name,
  everywhere: true,
  async advance(ctx) {
    const position = await store.lockCursor(ctx, name)
    if (position === undefined) {
      await placeFirst(ctx)
      await store.insertCursorAtEnd(ctx, name)
      return false
    }
    const rows = await store.readLog(ctx, position, BATCH)
    for (const { type, position, created_at: createdAt, data } of rows)
      if ((types as readonly string[]).includes(type))
        await handle(ctx, { type, position, createdAt, data } as LoggedEvent<E>)
    const last = rows.at(-1)
    if (last) await store.moveCursor(ctx, name, last.position)
    return rows.length === BATCH
  },
})

/** The outcome of a subscriber's turn: whether there may be more, and the kinds of work that it has noted. */
export interface Advanced {
  readonly more: boolean
  readonly noted: ReadonlySet<string>
}

/** Lets a subscriber read on, by a batch. */
export const advance = (
  db: Database,
  subscriber: Subscriber,
  tenantId: number,
  now: Date,
): Promise<Advanced> =>
  bySystem(
    db,
    tenantId,
    now,
    async (ctx) => {
      const more = await subscriber.advance(ctx)
      return { more, noted: ctx.outbox.noted ?? new Set() }
    },
    { unsynced: subscriber.unsynced },
  )

/** Notes whether a subscriber has something to read, once a worker has let it read to the end. */
export const settleLog = (db: Database, { name }: Subscriber, tenantId: number): Promise<void> =>
  transact(db, tenantId, ({ tx }) => store.settleLog({ tx, tenantId }, name, logKind(name)))
