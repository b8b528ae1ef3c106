import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { conflict, noSuch, notFound } from '../../kit/problem.ts'
import { auditCreated, auditDeleted, auditUpdated } from '../audit/audited.ts'
import { keepCalendar } from './calendars.store.ts'
import { requirePlan, type PlanTargets } from './plans.rules.ts'
import { askToRetimeAll } from './retiming.ts'
import * as store from './plans.store.ts'

type Plan = components['schemas']['SlaPlan']

export const listSlaPlans: Handler<'listSlaPlans'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listPlans(ctx, query, page), presentPlan)
}

export const createSlaPlan: Handler<'createSlaPlan'> = async (ctx, { body }) => {
  const none = { first_response_minutes: null, resolution_minutes: null, priorities: [] }
  await requireTargets(ctx, { calendar_id: null, ...none, ...body })
  const row = await store.insertPlan(ctx, { ...columnsOf(body), name: body.name })
  count(ctx, store.planList, 1)
  auditCreated(ctx, 'sla_plan', row)
  return { data: presentPlan(row) }
}

export const getSlaPlan: Handler<'getSlaPlan'> = async (ctx, { path }) => {
  const row = await store.findPlan(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentPlan(row) }
}

export const updateSlaPlan: Handler<'updateSlaPlan'> = async (ctx, { path, body }) => {
  const row = await store.lockPlan(ctx, path.id)
  if (!row) throw notFound()
  await requireTargets(ctx, { ...row, ...body })
  const updated = await store.updatePlan(ctx, row.id, columnsOf(body))
  await askToRetimeAll(ctx, { plan: row.id })
  auditUpdated(ctx, 'sla_plan', row, updated)
  return { data: presentPlan(updated) }
}

export const deleteSlaPlan: Handler<'deleteSlaPlan'> = async (ctx, { path }) => {
  const row = await store.lockPlanAlone(ctx, path.id)
  if (!row) throw notFound()
  if (await store.isPlanTaken(ctx, row.id))
    throw conflict('A queue has this plan; give it another one, or none, before.')
  await store.deletePlan(ctx, row.id)
  count(ctx, store.planList, -1)
  auditDeleted(ctx, 'sla_plan', row)
  return { data: { id: row.id, deleted: true } }
}

/** The plan's calendar is there, and its hours let every target pass within a year. */
async function requireTargets(
  ctx: AnyContext,
  plan: PlanTargets & { readonly calendar_id: number | null },
): Promise<void> {
  const calendar = plan.calendar_id === null ? null : await keepCalendar(ctx, plan.calendar_id)
  if (calendar === undefined) throw noSuch('calendar_id')
  requirePlan(plan, calendar)
}

/** The columns that a body writes, its lists as JSON. */
const columnsOf = ({
  priorities,
  pause_on_statuses,
  ...others
}: components['schemas']['SlaPlanUpdate']): store.PlanChange => ({
  ...others,
  ...(priorities && { priorities: JSON.stringify(priorities) }),
  ...(pause_on_statuses && { pause_on_statuses: JSON.stringify(pause_on_statuses) }),
})

export const presentPlan = (row: store.PlanRow): Plan => ({
  id: row.id,
  name: row.name,
  calendar_id: row.calendar_id,
  first_response_minutes: row.first_response_minutes,
  resolution_minutes: row.resolution_minutes,
  priorities: row.priorities as Plan['priorities'],
  pause_on_statuses: row.pause_on_statuses as Plan['pause_on_statuses'],
  at_risk_percent: row.at_risk_percent,
})
