import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition, Writing } from '../../kit/context.ts'
import { defer } from '../../kit/defer.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** An entry with its actor's name. */
export type HelpAuditRow = Omit<
  Selectable<Tables['help_audit']>,
  'tenant_id' | 'before_json' | 'after_json'
> & {
  before_json: Record<string, unknown> | null
  after_json: Record<string, unknown> | null
  author_name: string | null
}

export const helpAuditList = listOf('help_audit', {
  from: 'help_audit as e',
  filters: { event_key: 'event_key', actor_kind: 'actor_kind' },
  counters: ['event_key', 'actor_kind', ['event_key', 'actor_kind'] as const],
})

const selectEntries = ({ tx, tenantId }: Partition, from = helpAuditList.from) =>
  tx
    .selectFrom(from)
    .leftJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'e.user_id'),
    )
    .leftJoin('help_requesters as r', (join) =>
      join.on('r.tenant_id', '=', tenantId).onRef('r.id', '=', 'e.requester_id'),
    )
    .leftJoin('users as ru', (join) =>
      join.on('ru.tenant_id', '=', tenantId).onRef('ru.id', '=', 'r.user_id'),
    )
    .where('e.tenant_id', '=', tenantId)
    .selectAll('e')
    .select(sql<string | null>`coalesce(u.display_name, ru.display_name, r.name)`.as('author_name'))
    .$castTo<HelpAuditRow>()

export const listEntries = pagesOf(helpAuditList, selectEntries)

/** The newest entries, the newest first. */
export const listNewestEntries = (ctx: Partition, limit: number): Promise<HelpAuditRow[]> =>
  selectEntries(ctx).orderBy('e.id', 'desc').limit(limit).execute()

type NewEntry = Omit<Insertable<Tables['help_audit']>, 'tenant_id'>

/** Leaves an entry for the end of the transaction. */
export const deferEntry = (ctx: Writing, entry: NewEntry): void =>
  defer(ctx, ctx.tx.insertInto('help_audit').values({ ...entry, tenant_id: ctx.tenantId }))

/** How many entries of a kind were removed. */
interface Removed {
  readonly event_key: string
  readonly actor_kind: string
  readonly n: number
}

/** Removes entries of before a time, the oldest first, at most `limit`. */
export async function deleteEntries(
  { tx, tenantId }: Partition,
  before: Date,
  limit: number,
): Promise<Removed[]> {
  const { rows } = await sql<Removed>`
    with old as materialized (
      select id from help_audit where tenant_id = ${tenantId} and created_at <= ${before}
      order by created_at limit ${limit}
    ), gone as (
      delete from help_audit e using old
      where e.tenant_id = ${tenantId} and e.id = old.id returning e.event_key, e.actor_kind
    )
    select event_key, actor_kind, count(*) as n from gone group by 1, 2`.execute(tx)
  return rows
}

/** The time of the oldest entry. */
export const oldestEntry = (tenantId: number) =>
  sql`select min(created_at) from help_audit where tenant_id = ${tenantId}`
