import { transact, type Database } from '@mobieus/db'
import type { RawBuilder } from 'kysely'
import { defer } from '../kit/defer.ts'
import type { Writing } from '../kit/context.ts'
import type { Chore } from '../kit/surface.ts'
import * as store from './work.store.ts'

/** Deliveries of webhooks to be made. */
export const WEBHOOKS = 'webhooks'
/** Tasks that are written down. */
export const TASKS = 'tasks'

/**
 * Notes that a chore of the tenant is due at a time, in the transaction that makes it so. Where one is
 * noted for sooner, this is a look-up and locks nothing. A note that is being moved on in the same
 * moment may be missed, which the next note or the sweep mends.
 */
export const noteChore = (
  ctx: Pick<Writing, 'outbox' | 'tenantId'>,
  { name }: Pick<Chore, 'name'>,
  at: Date,
): void => defer(ctx, store.noteUnlessSooner(ctx.tenantId, name, at))

/** Notes work of another kind; never missed, because it waits for who moves the row on. */
export function noteWork(
  ctx: Pick<Writing, 'outbox' | 'tenantId'>,
  kind: typeof WEBHOOKS | typeof TASKS,
  at: Date,
): void {
  ctx.outbox.noted ??= new Set()
  ctx.outbox.noted.add(kind)
  defer(ctx, store.note(ctx.tenantId, kind, at))
}

/**
 * Notes when the tenant has work of a kind again, once what could be done was: at `next`, not before `now`.
 * The lock comes first, and work is noted under it: what is written meanwhile is seen here, or noted again.
 */
export const settleDue = (
  db: Database,
  tenantId: number,
  kind: string,
  next: RawBuilder<unknown>,
  now: Date,
): Promise<void> =>
  transact(db, tenantId, async ({ tx }) => {
    const partition = { tx, tenantId }
    // Sent together: the second sees what the first has waited for.
    await Promise.all([store.lockDue(partition, kind), store.setDue(partition, kind, next, now)])
  })
