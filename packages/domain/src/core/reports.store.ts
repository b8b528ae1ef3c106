import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import type { PageRequest } from '../kit/page.ts'
import { counted, totalOf } from '../kit/total.ts'

export interface ReportFilter {
  readonly status?: string
  readonly reason_category?: string
  readonly reported_user_id?: number
}

/** A report with the names of who made and who closed it. */
export type ReportRow = Omit<Selectable<Tables['reports']>, 'tenant_id'> & {
  reporter: string
  resolver: string | null
}

const selectReports = ({ tx, tenantId }: Partition) =>
  tx
    .selectFrom('reports as r')
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'r.reporter_id'),
    )
    .leftJoin('users as c', (join) =>
      join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'r.resolver_id'),
    )
    .where('r.tenant_id', '=', tenantId)
    .selectAll('r')
    .select(['u.username as reporter', 'c.username as resolver'])

/** A page of reports, and how many the filter finds. */
export async function listReports(ctx: Partition, filter: ReportFilter, page: PageRequest) {
  const { status, reason_category, reported_user_id } = filter
  const total = totalReports(ctx, filter)
  let query = selectReports(ctx)
    .select(total.as('total_count'))
    .orderBy('r.id', 'desc')
    .limit(page.limit + 1)
  if (status !== undefined) query = query.where('r.status', '=', status)
  if (reason_category !== undefined) query = query.where('r.reason_category', '=', reason_category)
  if (reported_user_id !== undefined)
    query = query.where('r.reported_user_id', '=', reported_user_id)
  if (page.after !== undefined) query = query.where('r.id', '<', page.after)
  const rows = await query.execute()
  return { rows, total: await totalOf(ctx, rows, () => total) }
}

/** One filter, or none, has a counter; several together are counted on the narrowest index. */
function totalReports({ tenantId }: Partition, filter: ReportFilter) {
  const { status, reason_category, reported_user_id } = filter
  const given = Object.entries({ status, reason_category, reported_user_id }).filter(
    (pair): pair is [string, string | number] => pair[1] !== undefined,
  )
  const [by, value] = given[0] ?? []
  if (given.length <= 1) return counted(tenantId, 'reports', by, value)
  const each = given.map(([column, value]) => sql`and ${sql.ref(column)} = ${value}`)
  return sql<number>`(
    select count(*) from reports where tenant_id = ${tenantId} ${sql.join(each, sql` `)})`
}

export const findReport = (ctx: Partition, id: number): Promise<ReportRow | undefined> =>
  selectReports(ctx).where('r.id', '=', id).executeTakeFirst()

/** The report, locked until the transaction ends. */
export const lockReport = (ctx: Partition, id: number): Promise<ReportRow | undefined> =>
  selectReports(ctx).where('r.id', '=', id).forNoKeyUpdate('r').executeTakeFirst()

export const insertReport = (
  { tx, tenantId }: Partition,
  report: Omit<Insertable<Tables['reports']>, 'tenant_id'>,
): Promise<Omit<ReportRow, 'reporter' | 'resolver'>> =>
  tx
    .insertInto('reports')
    .values({ ...report, tenant_id: tenantId })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateReport = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['reports']>,
) =>
  tx
    .updateTable('reports')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
