import { CompiledQuery, sql } from 'kysely'
import type { Statement, Tx } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import { LOG_KIND } from '../kit/notes.ts'
import { EVENTS, OF_TYPE } from '../kit/outbox.ts'
import type { Arrival, Places } from './placing.rules.ts'

/**
 * Makes the transaction the only one of its tenant that places, until it ends. Its holder needs nothing that
 * a transaction which waits for it may hold.
 */
export const lockPlacing = ({ tx, tenantId }: Partition): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`placing ${tenantId}`}, 0))`.execute(tx)

/** Arrivals that one transaction places at most, and the events and changes that they have together. */
const ARRIVALS = 500
const WEIGHT = 10_000

/** Arrivals that were taken to be placed. */
export interface Taken {
  readonly arrivals: readonly Arrival[]
  /** Whether something may be left. */
  readonly more: boolean
  /** Given now and then, to be noted by `settling`. */
  readonly seen: Seen | undefined
  /** The subscribers that read this log; `undefined` where nothing was taken. */
  readonly subscribers: readonly string[] | undefined
}

/** The last id that was taken, and the oldest transaction that was open then. */
interface Seen {
  readonly id: number
  readonly oldest: string
}

interface TakenRow extends Arrival {
  readonly id: number
  readonly oldest: string
  readonly settle: boolean
  readonly subscribers: readonly string[]
}

/**
 * Takes the oldest arrivals, in the order in which writes ended, under the lock of placing. It sees everything
 * that was committed before. A later commit is placed later, so a reader at the end of the log misses nothing.
 * With `all` it looks before the settled id as well, where arrivals are after a restore whose ids begin anew.
 */
export async function takeArrivals({ tx, tenantId }: Partition, all = false): Promise<Taken> {
  const { rows } = await tx.executeQuery<TakenRow>(CompiledQuery.raw(TAKE, [tenantId, all]))
  const arrivals = rows.sort((a, b) => a.id - b.id)
  const weight = arrivals.reduce((sum, { types, names }) => sum + types.length + names.length, 0)
  const last = arrivals.at(-1)
  return {
    arrivals,
    more: arrivals.length === ARRIVALS || weight >= WEIGHT,
    seen: last?.settle ? last : undefined,
    subscribers: last?.subscribers,
  }
}

// As JSON: arrays in PostgreSQL's own form take longer to read.
const TAKE = `
  delete from arrivals
  where tenant_id = $1::bigint and id = any(array(
    select id from (
      select id, sum(weight) over (order by id) - weight as before from (
        select id, cardinality(types) + cardinality(names) as weight from arrivals
        where tenant_id = $1::bigint and id > case when $2::boolean then 0 else (
          select coalesce(max(s.id), 0) from arrivals_settled s where s.tenant_id = $1::bigint) end
        order by id limit ${ARRIVALS}) first
    ) weighed where before < ${WEIGHT}))
  returning id, created_at, to_json(types) as types, to_json(data::text[]) as data,
    to_json(names) as names, to_json(changes) as changes,
    (select touched_at from counters where tenant_id = $1::bigint and name = '${EVENTS}') as floor,
    pg_snapshot_xmin(pg_current_snapshot())::text as oldest,
    to_json(array(select subscriber from event_cursors where tenant_id = $1::bigint)) as subscribers,
    not exists (select from arrivals_settled s
      where s.tenant_id = $1::bigint and s.seen_at > now() - interval '1 second') as settle`

/**
 * Raises the counters, and writes the events with the positions that follow from that. Readers of the log
 * find the tenant by a note, even when no hint comes.
 *
 * While servers are being replaced, those of before 1.7.0 raise counters at the end of each write, in the
 * order of their names. The same order here keeps the two from waiting for each other in a circle.
 */
export const placing = (tenantId: number, { counts, at, events }: Places): Statement => ({
  text: PLACE,
  values: [
    ...[tenantId, at, [...counts.keys()], [...counts.values()]],
    ...[events.types, events.data, events.back, events.backOfType, events.at],
  ],
})

const PLACE = `
  with raised as (
    insert into counters as c (tenant_id, name, value, touched_at)
    select $1::bigint, n.name, n.change, $2::timestamptz
    from unnest($3::text[], $4::bigint[]) as n(name, change) order by n.name collate "C"
    on conflict (tenant_id, name) do update
      set value = c.value + excluded.value, touched_at = greatest(c.touched_at, excluded.touched_at)
    returning name, value
  ), written as (
    insert into api_events (tenant_id, position, type, type_position, created_at, data)
    select $1::bigint, a.value - e.back, e.type, o.value - e.back_of_type, e.at, e.data
    from unnest($5::text[], $6::json[], $7::bigint[], $8::bigint[], $9::timestamptz[])
      as e(type, data, back, back_of_type, at)
    join raised a on a.name = '${EVENTS}'
    join raised o on o.name = '${OF_TYPE}' || e.type
    returning 1
  ), told as (
    insert into work_due (tenant_id, kind, due_at)
    select c.tenant_id, '${LOG_KIND}' || c.subscriber, $2::timestamptz
    from raised r join event_cursors c on c.tenant_id = $1::bigint
    where r.name = '${EVENTS}'
    on conflict (tenant_id, kind) do nothing returning 1
  )
  select`

/**
 * Notes how far arrivals are settled, in a transaction that does nothing but place. An id that was seen is
 * settled once all transactions have ended that drew an id before it. They had their own numbers by then,
 * which are below that of the transaction that has seen the id. A number that is not given out yet is from
 * before a restore. On a sharded database numbers are those of several machines, and nothing is settled.
 */
export const settling = (tenantId: number, { id, oldest }: Seen): Statement => ({
  text: SETTLE,
  values: [tenantId, id, oldest],
})

const IS_OVER = 's.seen_by <= $3::xid8 or s.seen_by > excluded.seen_by'
const SETTLE = `
  insert into arrivals_settled as s (tenant_id, id, seen_id, seen_by, seen_at)
  select $1::bigint, 0, $2::bigint, pg_current_xact_id(), now()
  where not exists (select from pg_extension where extname = 'citus')
  on conflict (tenant_id) do update set
    id = case
      when s.seen_by <= $3::xid8 and s.seen_id <= excluded.seen_id then s.seen_id
      when excluded.seen_id <= s.id then 0
      else s.id end,
    seen_id = case when ${IS_OVER} then excluded.seen_id else s.seen_id end,
    seen_by = case when ${IS_OVER} then excluded.seen_by else s.seen_by end,
    seen_at = excluded.seen_at
  returning 1`

/** How much of a tenant has arrived that has no place yet, and since when. */
export interface Waiting {
  readonly tenant_id: number
  /** Counted up to the number that was asked for. */
  readonly arrivals: number
  readonly oldest: Date
}

/** The first such tenants, in the order of their ids. */
export async function listWaiting(
  directory: Tx,
  most: { readonly tenants: number; readonly each: number },
): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`
    select tenant_id, arrivals, oldest
    from arrivals_waiting(${most.tenants}::integer, ${most.each}::integer)
  `.execute(directory)
  return rows
}
