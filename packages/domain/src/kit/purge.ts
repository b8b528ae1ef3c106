import { sql, type RawBuilder } from 'kysely'
import type { Chore, SystemWriting } from './surface.ts'

/** Rows that are kept for so many days after a time of theirs. */
interface Kept {
  readonly name: string
  readonly keptDays: number
  /** Rows that are removed in one transaction, at most; 500 unless said. */
  readonly batch?: number
  /** Removes rows of before a time, the oldest first, at most `limit`; answers how many. */
  readonly remove: (ctx: SystemWriting, before: Date, limit: number) => Promise<number>
  /** The time of the oldest row of a tenant, as a query; of none it is null. */
  readonly oldest: (tenantId: number) => RawBuilder<unknown>
}

/** A chore that removes rows whose time is over. */
export interface Purge extends Chore {
  /** When a row of this time can be removed, for the note that it asks for. */
  readonly after: (time: Date) => Date
}

const BATCH = 500
const DAY_MS = 24 * 60 * 60 * 1000

/** Declares the purge of rows, batch by batch, each tenant's when its oldest row has been kept for long enough. */
export const purgeOf = ({ name, keptDays, batch = BATCH, remove, oldest }: Kept): Purge => ({
  name,
  run: (ctx) => remove(ctx, new Date(ctx.now.getTime() - keptDays * DAY_MS), batch),
  next: ({ tenantId }) =>
    sql`((${oldest(tenantId)}) + make_interval(days => ${sql.lit(keptDays)}))`,
  after: (time) => new Date(time.getTime() + keptDays * DAY_MS),
})
