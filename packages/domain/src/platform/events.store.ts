import { sql, type RawBuilder } from 'kysely'
import type { Partition } from '../kit/context.ts'
import { arriving as whereArriving } from '../kit/count.ts'
import { listOf } from '../kit/list.ts'
import { EVENTS, eventCounter } from '../kit/outbox.ts'
import type { PageRequest } from '../kit/page.ts'

/** The log. Its counters give events their positions; its pages and totals go by those. */
export const eventList = listOf(EVENTS, {
  from: 'api_events',
  filters: { type: 'type' },
  counters: ['type'],
  order: { by: ['position'], direction: 'desc' },
  positions: { all: 'position', by: { type: 'type_position' } },
})

export interface EventFilter {
  /** All types when empty. */
  readonly types: readonly string[]
  readonly since: Date | undefined
  readonly until: Date | undefined
  readonly order: 'asc' | 'desc'
}

export interface EventRow {
  position: number
  type: string
  created_at: Date
  data: unknown
}

export interface EventPage {
  readonly rows: readonly EventRow[]
  readonly total: number
  /** The last position of the log: everything up to it was looked at. */
  readonly tip: number
  /** Whether events have arrived that have no position yet. */
  readonly arriving: boolean
}

/**
 * A page of the log, its total, its last position and whether events wait for one, out of ONE snapshot.
 * The position is there even where no row is. A follower goes on from it, and events that are placed a
 * moment later lie behind it.
 */
export async function listEvents(
  { tx, tenantId }: Partition,
  { types, since, until, order }: EventFilter,
  { after, limit }: PageRequest,
): Promise<EventPage> {
  const [position] = after ?? []
  const ascending = order === 'asc'
  const direction = sql.raw(order)
  const cursor =
    position === undefined ? sql`` : sql`and position ${sql.raw(ascending ? '>' : '<')} ${position}`
  const pageOf = (ofType: RawBuilder<unknown>) => sql`
    select position, type, created_at, data from api_events
    where tenant_id = ${tenantId} ${ofType} ${cursor}
      and position > span.first and position <= span.last
    order by position ${direction} limit ${limit + 1}`
  // Each type by its index, merged: a rare one among a million others is found at once.
  const page =
    types.length === 0
      ? pageOf(sql``)
      : sql`
        select e.* from unnest(${types}::text[]) as wanted(type)
        cross join lateral (${pageOf(sql`and type = wanted.type`)}) e
        order by e.position ${direction} limit ${limit + 1}`
  const { rows } = await sql<
    EventRow & { position: number | null; total: number; tip: number; arriving: boolean }
  >`
    with log as materialized (
      select coalesce((select value from counters
        where tenant_id = ${tenantId} and name = ${eventCounter()}), 0) as tip,
        exists (select from arrivals
          where ${whereArriving(tenantId)} and cardinality(types) > 0) as arriving
    ), span as materialized (
      select tip, arriving, ${since ? lastBefore(tenantId, since) : sql`0`} as first,
        ${until ? lastBefore(tenantId, until) : sql`tip`} as last from log
    ), counted as materialized (
      select ${totalOf(tenantId, types)} as total from span
    )
    select span.tip, span.arriving, counted.total, page.position, page.type, page.created_at, page.data
    from span cross join counted left join lateral (${page}) page on true
    order by page.position ${direction}`.execute(tx)
  const [{ total, tip, arriving } = { total: 0, tip: 0, arriving: false }] = rows
  return { rows: rows.filter((row) => row.position !== null), total, tip, arriving }
}

/** The last position before a time, 0 before the first; times never decrease along positions. */
const lastBefore = (tenantId: number, time: Date): RawBuilder<number> => sql<number>`coalesce((
  select position from api_events
  where tenant_id = ${tenantId} and created_at < ${time}::timestamptz
  order by created_at desc, position desc limit 1), 0)`

/** How many events the span has: positions have no gaps, in the log and within each type. */
function totalOf(tenantId: number, types: readonly string[]): RawBuilder<number> {
  if (types.length === 0) return sql<number>`greatest(span.last - span.first, 0)`
  const upTo = (position: RawBuilder<unknown>) => sql`coalesce((
    select type_position from api_events
    where tenant_id = ${tenantId} and type = each.type and position <= ${position}
    order by position desc limit 1), 0)`
  return sql<number>`(
    select sum(greatest(${upTo(sql`span.last`)} - ${upTo(sql`span.first`)}, 0))::bigint
    from unnest(${types}::text[]) as each(type))`
}
