import type { Insertable, Selectable, Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'
import type { PlanTargets } from './plans.rules.ts'

const columns = [
  'id',
  'name',
  'calendar_id',
  'first_response_minutes',
  'resolution_minutes',
  'priorities',
  'pause_on_statuses',
  'at_risk_percent',
] as const

export type PlanRow = Omit<
  Pick<Selectable<Tables['help_sla_plans']>, (typeof columns)[number]>,
  'priorities' | 'pause_on_statuses'
> & { priorities: PlanTargets['priorities']; pause_on_statuses: string[] }

/** The columns that are written, lists as JSON. */
export type PlanChange = Omit<Updateable<Tables['help_sla_plans']>, 'tenant_id' | 'id'>

export const planList = listOf('help_sla_plans', { from: 'help_sla_plans' })

const selectPlans = ({ tx, tenantId }: Partition, from = planList.from) =>
  tx.selectFrom(from).select(columns).where('tenant_id', '=', tenantId).$castTo<PlanRow>()

export const listPlans = pagesOf(planList, selectPlans)

export const findPlan = (ctx: Partition, id: number): Promise<PlanRow | undefined> =>
  selectPlans(ctx).where('id', '=', id).executeTakeFirst()

/** The plan, locked until the transaction ends, and yet not against queues that take it. */
export const lockPlan = (ctx: Partition, id: number): Promise<PlanRow | undefined> =>
  selectPlans(ctx).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** The same against everything: no queue comes to take the plan meanwhile. */
export const lockPlanAlone = (ctx: Partition, id: number): Promise<PlanRow | undefined> =>
  selectPlans(ctx).where('id', '=', id).forUpdate().executeTakeFirst()

/** The plan, which is not deleted until the transaction ends. */
export const keepPlan = (ctx: Partition, id: number): Promise<PlanRow | undefined> =>
  selectPlans(ctx).where('id', '=', id).forKeyShare().executeTakeFirst()

/** Whether a queue has the plan. */
export async function isPlanTaken({ tx, tenantId }: Partition, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('help_queues')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('sla_plan_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

export const insertPlan = (
  { tx, tenantId }: Partition,
  plan: Omit<Insertable<Tables['help_sla_plans']>, 'tenant_id'>,
): Promise<PlanRow> =>
  tx
    .insertInto('help_sla_plans')
    .values({ ...plan, tenant_id: tenantId })
    .returning(columns)
    .$castTo<PlanRow>()
    .executeTakeFirstOrThrow()

export const updatePlan = (
  { tx, tenantId }: Partition,
  id: number,
  change: PlanChange,
): Promise<PlanRow> =>
  tx
    .updateTable('help_sla_plans')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(columns)
    .$castTo<PlanRow>()
    .executeTakeFirstOrThrow()

export const deletePlan = ({ tx, tenantId }: Partition, id: number) =>
  tx.deleteFrom('help_sla_plans').where('tenant_id', '=', tenantId).where('id', '=', id).execute()
