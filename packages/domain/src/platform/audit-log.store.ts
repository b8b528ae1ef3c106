import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition, Writing } from '../kit/context.ts'
import { defer } from '../kit/defer.ts'
import type { PageRequest } from '../kit/page.ts'
import { counted, totalOf } from '../kit/total.ts'

export interface AuditFilter {
  readonly actor_id?: number
  readonly action?: string
  readonly target_kind?: string
}

const columns = ['actor_id', 'action', 'target_kind'] as const

export const deferAuditEntry = (
  ctx: Writing,
  entry: Omit<Insertable<Tables['audit_log']>, 'tenant_id'>,
): void => defer(ctx, ctx.tx.insertInto('audit_log').values({ ...entry, tenant_id: ctx.tenantId }))

/** An entry with its actor's name; `null` for the system. */
export type AuditRow = Selectable<Tables['audit_log']> & { username: string | null }

/** A page of the audit log, and how many entries the filter finds. */
export async function listAuditEntries(
  ctx: Partition,
  filter: AuditFilter,
  page: PageRequest,
): Promise<{ rows: AuditRow[]; total: number }> {
  const { tx, tenantId } = ctx
  const total = totalEntries(ctx, filter)
  let query = tx
    .selectFrom('audit_log as a')
    .leftJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'a.actor_id'),
    )
    .selectAll('a')
    .select(['u.username', total.as('total_count')])
    .where('a.tenant_id', '=', tenantId)
    .orderBy('a.id', 'desc')
    .limit(page.limit + 1)
  for (const column of columns) {
    const value = filter[column]
    if (value !== undefined) query = query.where(`a.${column}`, '=', value)
  }
  if (page.after !== undefined) query = query.where('a.id', '<', page.after)
  const rows = await query.execute()
  return { rows, total: await totalOf(ctx, rows, () => total) }
}

/** One filter, or none, has a counter; several together are counted on an index. */
function totalEntries({ tenantId }: Partition, filter: AuditFilter) {
  const given = columns.filter((column) => filter[column] !== undefined)
  const [only, ...more] = given
  if (only === undefined) return counted(tenantId, 'audit_log')
  if (more.length === 0) return counted(tenantId, 'audit_log', only, filter[only])
  const conditions = given.map((column) => sql`and ${sql.ref(column)} = ${filter[column]}`)
  return sql<number>`(
    select count(*) from audit_log where tenant_id = ${tenantId} ${sql.join(conditions, sql` `)})`
}
