import { sql, type Expression, type RawBuilder } from 'kysely'

/**
 * The rows of a batch, for `where(key, '=', among(batch))`. The batch is chosen first, by its own index
 * and in its own order, and its rows are then looked up by key. As `in (…)` it would be a join, and the
 * planner free to read the whole table for it.
 */
export const among = <Key>(batch: Expression<unknown>): RawBuilder<Key> =>
  sql<Key>`any(array(${batch}))`
