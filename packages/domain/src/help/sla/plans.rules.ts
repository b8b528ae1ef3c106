import type { components, FieldFault } from '@mobieus/contract'
import { fault, passWithinYear, refuse } from './calendars.rules.ts'
import type { Hours } from './business-time.rules.ts'

/** How soon a ticket is answered and resolved, in minutes of open hours; `null` is no target. */
export interface Targets {
  readonly first_response_minutes: number | null
  readonly resolution_minutes: number | null
}

/** The targets of an SLA plan. */
export interface PlanTargets extends Targets {
  readonly priorities: readonly (Targets & { readonly priority: string })[]
}

/** The targets that tickets of a priority are held to. */
export const targetsOf = (plan: PlanTargets, priority: string): Targets =>
  plan.priorities.find((each) => each.priority === priority) ?? plan

const NAMES = ['first_response_minutes', 'resolution_minutes'] as const

/** Refuses a plan without any target, with two for one priority, or with one that takes more than a year. */
export function requirePlan(
  plan: PlanTargets,
  calendar: { readonly hours: readonly Hours[] } | null,
): void {
  const { priorities } = plan
  const all = [
    { targets: plan as Targets, at: '' },
    ...priorities.map((targets, i) => ({ targets, at: `priorities[${i}].` })),
  ]
  const named = all.flatMap(({ targets, at }) =>
    NAMES.map((name) => ({ minutes: targets[name], field: at + name })),
  )
  if (named.every(({ minutes }) => minutes === null))
    refuse([fault('first_response_minutes', 'no_target', 'or another target is required')])
  refuse([
    ...priorities.flatMap(({ priority }, i) => twiceFaults(priority, i, priorities)),
    ...named.flatMap(({ minutes, field }) =>
      minutes === null || passWithinYear(minutes, calendar)
        ? []
        : [fault(field, 'unreachable', 'takes more than a year of the calendar’s hours')],
    ),
  ])
}

function twiceFaults(
  priority: string,
  i: number,
  all: readonly components['schemas']['SlaTarget'][] | PlanTargets['priorities'],
): FieldFault[] {
  const first = all.findIndex((each) => each.priority === priority)
  if (first === i) return []
  return [fault(`priorities[${i}].priority`, 'twice', `is that of priorities[${first}]`)]
}
