import { CompiledQuery, sql, type RawBuilder } from 'kysely'
import type { Tx } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'

/** A tenant for which there is work. */
export interface Due {
  readonly tenant_id: number
  /** The time as PostgreSQL writes it, to the microsecond. */
  readonly due_at: string
}

/** Work of a tenant that is due at a time, or is noted for sooner already. */
export const note = (tenantId: number, kind: string, at: Date): CompiledQuery =>
  CompiledQuery.raw(
    `insert into work_due as w (tenant_id, kind, due_at) values ($1::bigint, $2::text, $3::timestamptz)
     on conflict (tenant_id, kind) do update set due_at = least(w.due_at, excluded.due_at)`,
    [tenantId, kind, at],
  )

/** Notes work as `note` does, without a lock where it is noted for sooner. */
export const noteUnlessSooner = (tenantId: number, kind: string, at: Date): CompiledQuery =>
  CompiledQuery.raw(
    `insert into work_due as w (tenant_id, kind, due_at)
     select $1::bigint, $2::text, $3::timestamptz where not exists (
       select from work_due
       where tenant_id = $1::bigint and kind = $2::text and due_at <= $3::timestamptz)
     on conflict (tenant_id, kind) do update set due_at = least(w.due_at, excluded.due_at)
     returning 1`,
    [tenantId, kind, at],
  )

/** The tenants with work of a kind that is due, the longest waiting first, from after one of them on. */
export async function listDue(
  directory: Tx,
  kind: string,
  now: Date,
  limit: number,
  after?: Due,
): Promise<Due[]> {
  const rest = after
    ? sql`and (w.due_at, tenant_id) > (${after.due_at}::timestamptz, ${after.tenant_id}::bigint)`
    : sql``
  const { rows } = await sql<Due>`
    select tenant_id, due_at::text from work_due as w
    where kind = ${kind} and w.due_at <= ${now} ${rest}
    order by w.due_at, tenant_id limit ${limit}`.execute(directory)
  return rows
}

/** Since when work of each of these kinds has been due for longest; kinds that are not noted are left out. */
export async function listLongestDue(
  directory: Tx,
  kinds: readonly string[],
): Promise<{ kind: string; due_at: Date }[]> {
  const { rows } = await sql<{ kind: string; due_at: Date }>`
    select k.kind, w.due_at from unnest(${kinds}::text[]) as k(kind)
    cross join lateral (
      select due_at from work_due where kind = k.kind order by due_at limit 1
    ) w`.execute(directory)
  return rows
}

/** Locks what is noted of a tenant's work until the transaction ends. */
export const lockDue = ({ tx, tenantId }: Partition, kind: string): Promise<unknown> =>
  sql`select due_at from work_due where tenant_id = ${tenantId} and kind = ${kind} for update`.execute(
    tx,
  )

/**
 * Moves the note to the time of the next work, not before `now`; removes it where there is none.
 */
export const setDue = (
  { tx, tenantId }: Partition,
  kind: string,
  next: RawBuilder<unknown>,
  now: Date,
): Promise<unknown> =>
  sql`
    with next as materialized (select ${next} as due_at), gone as (
      delete from work_due
      where tenant_id = ${tenantId} and kind = ${kind} and (select due_at from next) is null
    )
    update work_due set due_at = greatest(n.due_at, ${now}) from next n
    where tenant_id = ${tenantId} and kind = ${kind} and n.due_at is not null`.execute(tx)

/**
 * Notes work of these kinds, due at once, for `limit` tenants from the one of rank `from` on. A look
 * finds out whether there is any.
 */
export const noteAll = (
  directory: Tx,
  kinds: readonly string[],
  { from, limit }: { readonly from: number; readonly limit: number },
  now: Date,
): Promise<unknown> =>
  sql`
    insert into work_due as w (tenant_id, kind, due_at)
    select t.id, k.kind, ${now}::timestamptz
    from (select id from tenants order by id offset ${from} limit ${limit}) t
    cross join unnest(${kinds}::text[]) as k(kind)
    order by t.id, k.kind
    on conflict (tenant_id, kind) do update set due_at = least(w.due_at, excluded.due_at)
    returning 1`.execute(directory)

/**
 * Moves work that is due on to `next`; answers whether it was due, which it is for one of those who ask at
 * once. Where none is noted, it is noted for then.
 */
export async function takeTurn(
  directory: Tx,
  tenantId: number,
  kind: string,
  now: Date,
  next: Date,
): Promise<boolean> {
  await sql`
    insert into work_due (tenant_id, kind, due_at) values (${tenantId}, ${kind}, ${next})
    on conflict do nothing`.execute(directory)
  const { rows } = await sql`
    update work_due set due_at = ${next}
    where tenant_id = ${tenantId} and kind = ${kind} and due_at <= ${now}
    returning 1`.execute(directory)
  return rows.length > 0
}

/** Work of a tenant that is due at a time, or is noted for sooner already, in a transaction of its own. */
export const noteNow = (
  directory: Tx,
  tenantId: number,
  kind: string,
  at: Date,
): Promise<unknown> => directory.executeQuery(note(tenantId, kind, at))

/** How many tenants there are. */
export async function countTenants(directory: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from tenants`.execute(directory)
  return rows[0]?.n ?? 0
}
