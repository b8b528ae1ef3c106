import { sql, type RawBuilder } from 'kysely'
import type { Partition } from '../context.ts'
import { eventCounter } from '../outbox.ts'
import type { PageRequest } from '../page.ts'
import { counted, totalOf } from '../total.ts'

export interface EventFilter {
  readonly type?: string
  readonly since?: Date
}

/**
 * A page of the log. Positions count without gaps, and so does `type_position` within each type;
 * the one that fits the filter is the page's key, and tells the total without counting.
 */
export async function listEvents(
  ctx: Partition,
  filter: EventFilter,
  page: PageRequest,
): Promise<EventPage> {
  const { tx, tenantId } = ctx
  const { type, since } = filter
  const key = type === undefined ? 'position' : 'type_position'
  const first = since === undefined ? undefined : firstSince(tenantId, key, type, since)
  const all = counted(tenantId, eventCounter(type))
  const total = first ? sql<number>`coalesce(${all} - ${first} + 1, 0)` : all
  let query = tx
    .selectFrom('api_events')
    .select(['position', 'type', 'type_position', 'created_at', 'data', total.as('total_count')])
    .where('tenant_id', '=', tenantId)
    .orderBy(key, 'desc')
    .limit(page.limit + 1)
  if (type !== undefined) query = query.where('type', '=', type)
  if (page.after !== undefined) query = query.where(key, '<', page.after)
  if (first) query = query.where(key, '>=', first)
  const rows = await query.execute()
  return { rows, total: await totalOf(ctx, rows, () => total), keyOf: (row: EventRow) => row[key] }
}

export interface EventPage {
  readonly rows: readonly EventRow[]
  readonly total: number
  readonly keyOf: (row: EventRow) => number
}

export interface EventRow {
  position: number
  type: string
  type_position: number
  created_at: Date
  data: unknown
}

/** The first position at or after a time; times never decrease along positions, so one look-up. */
function firstSince(
  tenantId: number,
  key: 'position' | 'type_position',
  type: string | undefined,
  since: Date,
): RawBuilder<number> {
  const ofType = type === undefined ? sql`` : sql`and type = ${type}`
  return sql<number>`(
    select ${sql.ref(key)} from api_events
    where tenant_id = ${tenantId} ${ofType} and created_at >= ${since}::timestamptz
    order by created_at, ${sql.ref(key)} limit 1)`
}
