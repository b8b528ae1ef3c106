import { sql } from 'kysely'
import type { Partition } from '../kit/context.ts'
import { EVENTS, eventCounter } from '../kit/outbox.ts'

/** Waits for another recount of the partition: two at once would each correct what both have found. */
export const lockRecount = ({ tx, tenantId }: Partition): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`recount ${tenantId}`}, 0))`.execute(tx)

/**
 * Moves the counter of all events up to the last position, never back, and those of types to the last
 * among their events.
 */
export const moveToLastPositions = (
  { tx, tenantId }: Partition,
  types: readonly string[],
): Promise<unknown> =>
  sql`
    insert into counters as c (tenant_id, name, value)
    select ${tenantId}::bigint, n.name, coalesce(n.value, 0) from (
      select ${EVENTS}::text, (select position from api_events
        where tenant_id = ${tenantId} order by position desc limit 1)
      union all
      select each.name, (select type_position from api_events
        where tenant_id = ${tenantId} and type = each.type order by position desc limit 1)
      from unnest(${types.map(eventCounter)}::text[], ${types}::text[]) as each(name, type)
    ) n(name, value)
    order by n.name collate "C"
    on conflict (tenant_id, name) do update set value =
      case c.name when ${EVENTS} then greatest(c.value, excluded.value) else excluded.value end
    returning name`.execute(tx)
