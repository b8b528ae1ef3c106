import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import type { OpenHours } from './business-time.rules.ts'
import type { Terms } from './sla.rules.ts'

/** The plans with their calendars, by the plans' ids. */
export async function findTerms(
  { tx, tenantId }: Partition,
  planIds: readonly number[],
): Promise<ReadonlyMap<number, Terms>> {
  const rows = await tx
    .selectFrom('help_sla_plans as p')
    .leftJoin('help_calendars as c', (join) =>
      join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'p.calendar_id'),
    )
    .select(['p.id', 'p.first_response_minutes', 'p.resolution_minutes', 'p.priorities'])
    .select(['p.pause_on_statuses', 'p.at_risk_percent'])
    .select(['c.time_zone', 'c.hours', 'c.holidays'])
    .where('p.tenant_id', '=', tenantId)
    .where('p.id', '=', sql<number>`any(${planIds}::bigint[])`)
    .execute()
  return new Map(
    rows.map(({ id, time_zone, hours, holidays, ...plan }) => [
      id,
      { ...plan, calendar: time_zone && { time_zone, hours, holidays } } as unknown as Terms & {
        calendar: OpenHours | null
      },
    ]),
  )
}

/** The queues that have a plan, or one that counts in a calendar. */
export async function listQueuesHeld(
  { tx, tenantId }: Partition,
  by: { readonly plan: number } | { readonly calendar: number },
): Promise<number[]> {
  const rows = await tx
    .selectFrom('help_queues as q')
    .innerJoin('help_sla_plans as p', (join) =>
      join.on('p.tenant_id', '=', tenantId).onRef('p.id', '=', 'q.sla_plan_id'),
    )
    .select('q.id')
    .where('q.tenant_id', '=', tenantId)
    .where('plan' in by ? 'p.id' : 'p.calendar_id', '=', 'plan' in by ? by.plan : by.calendar)
    .orderBy('q.id')
    .execute()
  return rows.map(({ id }) => id)
}
