import { sql, type RawBuilder } from 'kysely'
import type { Partition } from '../kit/context.ts'
import { SUBSCRIBER, type WebhookRow } from './webhooks.store.ts'

/** The most events of one replay, so that its request stays short. */
export const REPLAY_LIMIT = 1_000

/** The events to replay: all of the log from `since` up to `until`, or those of some types. */
export interface ReplayRange {
  readonly since: Date
  readonly until?: Date
  readonly types?: readonly string[]
  /**
   * Whether only events are meant that the endpoint has not received and is not about to receive.
   */
  readonly undelivered: boolean
}

/**
 * The outcome of a replay; `first` and `through` are positions of the log, the ends of what it has
 * covered.
 */
export interface Replayed {
  readonly queued: number
  /** The time of the first event beyond the replay; `null` where none is left. */
  readonly nextSince: Date | null
  readonly first: number | null
  readonly through: number | null
}

/**
 * Queues the next events of a range again, oldest first. Events of one instant stay together, so that a
 * caller who goes on from `nextSince` misses nothing and comes to an end. The two times are looked up
 * once and become positions, between which each type has an index. The cost is that of the events it
 * queues, however large the log.
 */
export async function insertReplays(
  { tx, tenantId }: Partition,
  webhook: Pick<WebhookRow, 'id' | 'activation' | 'since_position'>,
  { since, until, types, undelivered }: ReplayRange,
  now: Date,
): Promise<Replayed> {
  const matching = matchingEvents(tenantId, types)
  const before = until === undefined ? sql`` : sql`and created_at < ${until}::timestamptz`
  const lacking = undelivered ? lackedBy(tenantId, webhook) : sql``
  const { rows } = await sql<{
    queued: number
    next_since: Date | null
    first: number | null
    through: number | null
  }>`
    with bounds as materialized (
      select
        (select position from api_events
         where tenant_id = ${tenantId} and created_at >= ${since}::timestamptz
         order by created_at, position limit 1) as first,
        (select position from api_events where tenant_id = ${tenantId} ${before}
         order by created_at desc, position desc limit 1) as last
    ), reach as materialized (
      select max(m.position) as position from bounds b cross join lateral (
        ${matching(sql`b.first`, sql`b.last`, sql`limit ${sql.lit(REPLAY_LIMIT)}`)}) m
    ), reached as materialized (
      select e.position from reach r
      join api_events l on l.tenant_id = ${tenantId} and l.position = r.position
      cross join lateral (
        select position from api_events
        where tenant_id = ${tenantId} and created_at <= l.created_at
        order by created_at desc, position desc limit 1) e
    ), made as (
      insert into webhook_deliveries
        (tenant_id, endpoint_id, activation, event_position, event_type, created_at, next_attempt_at)
      select ${tenantId}::bigint, ${webhook.id}::bigint, ${webhook.activation}::int, m.position,
        m.type, ${now}::timestamptz, ${now}::timestamptz
      from bounds b cross join reached r cross join lateral (
        ${matching(sql`b.first`, sql`r.position`, sql``)}) m
      where true ${lacking}
      order by m.position returning 1
    ), next as materialized (
      select m.position from bounds b cross join reached r cross join lateral (
        ${matching(sql`r.position + 1`, sql`b.last`, sql`limit 1`)}) m
    )
    select (select count(*) from made) as queued, b.first,
      (select e.created_at from api_events e join next n on e.position = n.position
       where e.tenant_id = ${tenantId}) as next_since,
      case when exists (select from next) then (select position from reached) else b.last end
        as through
    from bounds b`.execute(tx)
  const [row] = rows
  const { queued = 0, next_since = null, first = null, through = null } = row ?? {}
  return { queued, nextSince: next_since, first, through }
}

type Matching = (
  from: RawBuilder<unknown>,
  to: RawBuilder<unknown>,
  limit: RawBuilder<unknown>,
) => RawBuilder<unknown>

/**
 * Events between two positions, in their order; those of named types are read from each type's index.
 */
const matchingEvents =
  (tenantId: number, types: readonly string[] | undefined): Matching =>
  (from, to, limit) => {
    const between = sql`tenant_id = ${tenantId} and position between ${from} and ${to}`
    if (types === undefined)
      return sql`select position, type from api_events where ${between} order by position ${limit}`
    return sql`
      select o.position, o.type from unnest(${types}::text[]) as t(name) cross join lateral (
        select position, type from api_events
        where ${between} and type = t.name order by position ${limit}) o
      order by o.position ${limit}`
  }

/**
 * The condition for events that have not arrived and are not on their way. Events that the subscriber
 * has yet to read come by themselves, except those from before the endpoint was enabled.
 */
const lackedBy = (
  tenantId: number,
  { id, activation, since_position }: Pick<WebhookRow, 'id' | 'activation' | 'since_position'>,
) => sql`
  and m.position <= greatest(${since_position}::bigint, (select position from event_cursors
    where tenant_id = ${tenantId} and subscriber = ${SUBSCRIBER}))
  and not exists (select from webhook_deliveries d
    where d.tenant_id = ${tenantId} and d.endpoint_id = ${id} and d.event_position = m.position
      and d.status = 'succeeded')
  and not exists (select from webhook_deliveries d
    where d.tenant_id = ${tenantId} and d.endpoint_id = ${id} and d.activation = ${activation}
      and d.event_position = m.position and d.next_attempt_at is not null)`

/**
 * The time of the first event at position `from` or later and not before `since`. With it comes the
 * number of events of these types from it to position `last`. The number follows from positions,
 * without counting rows.
 */
export async function findWaiting(
  { tx, tenantId }: Partition,
  range: {
    readonly from: number
    readonly last: number
    readonly since: Date
    readonly types?: readonly string[]
  },
): Promise<{ since: Date; last_at: Date; events: number } | undefined> {
  const { from, last, since, types } = range
  const numberAt = (position: RawBuilder<unknown>) => sql`coalesce((
    select type_position from api_events
    where tenant_id = ${tenantId} and type = t.name and position <= ${position}
    order by position desc limit 1), 0)`
  const events =
    types === undefined
      ? sql`l.position - f.position + 1`
      : sql`(select sum(${numberAt(sql`l.position`)} - ${numberAt(sql`f.position - 1`)})
          from unnest(${types}::text[]) as t(name))::bigint`
  const { rows } = await sql<{ since: Date; last_at: Date; events: number }>`
    select f.created_at as since, l.created_at as last_at, ${events} as events
    from api_events l cross join lateral (
      select position, created_at from api_events
      where tenant_id = ${tenantId} and position <= l.position
        and created_at >= greatest(${since}::timestamptz, (select created_at from api_events
          where tenant_id = ${tenantId} and position = ${from}))
      order by created_at, position limit 1) f
    where l.tenant_id = ${tenantId} and l.position = ${last}`.execute(tx)
  return rows[0]
}
