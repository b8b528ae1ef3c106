import { type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import { listOf } from '../kit/list.ts'
import { pagesOf } from '../kit/list-pages.ts'

export const reportList = listOf('reports', {
  from: 'reports as r',
  filters: {
    status: 'status',
    reason_category: 'reason_category',
    reported_user_id: 'reported_user_id',
  },
  counters: ['status', 'reason_category', 'reported_user_id', ['status', 'reason_category']],
})

/** A report with the names of who made and who closed it. */
export type ReportRow = Omit<Selectable<Tables['reports']>, 'tenant_id'> & {
  reporter: string
  resolver: string | null
}

const selectReports = ({ tx, tenantId }: Partition, from = reportList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'r.reporter_id'),
    )
    .leftJoin('users as c', (join) =>
      join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'r.resolver_id'),
    )
    .where('r.tenant_id', '=', tenantId)
    .selectAll('r')
    .select(['u.username as reporter', 'c.username as resolver'])

export const listReports = pagesOf(reportList, selectReports)

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
