import { transact, type Database } from '@mobieus/db'
import type { EventDataOf, EventType, Partition } from '../kit/context.ts'
import { logKind } from '../kit/notes.ts'
import type { Subscriber, SystemWriting } from '../kit/surface.ts'
import { bySystem } from './by-system.ts'
import { lastPosition, placeFirst } from './placing.ts'
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
 * the transaction that moves the cursor. It may end the batch with the event, so that its locks are held no longer.
 * Where it is everywhere, a new tenant has it from its first event, one from before from the end of its log.
 */
export const onEvents = <E extends EventType>(
  name: string,
  types: readonly E[],
  handle: (ctx: SystemWriting, event: LoggedEvent<E>) => Promise<'ends batch' | undefined | void>,
  { everywhere = true }: { readonly everywhere?: boolean } = {},
): Subscriber => ({
  name,
  everywhere,
  async advance(ctx) {
    const position = await store.lockCursor(ctx, name)
    if (position === undefined) {
      if (!everywhere) return false
      await placeFirst(ctx)
      await store.insertCursorAtEnd(ctx, name)
      return false
    }
    const rows = await store.readLog(ctx, position, BATCH)
    let last = position
    for (const { type, position, created_at: createdAt, data } of rows) {
      last = position
      if (!(types as readonly string[]).includes(type)) continue
      if (await handle(ctx, { type, position, createdAt, data } as LoggedEvent<E>)) break
    }
    if (rows.length > 0) await store.moveCursor(ctx, name, last)
    return rows.length === BATCH || last !== (rows.at(-1)?.position ?? last)
  },
})

/** Lets a subscriber that is not everywhere read the tenant's log from here on, unless it does already. */
export async function startSubscriber(ctx: Partition, name: string): Promise<void> {
  if (await store.hasCursor(ctx, name)) return
  await store.insertCursor(ctx, name, await lastPosition(ctx))
}

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
