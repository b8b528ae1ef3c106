import type { OperationRow } from '@mobieus/contract'
import { problem, type Tenant } from '@mobieus/domain/kit'

const enumerate = (words: readonly string[]) =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** `403 plan_gated` unless the tenant's plan is among those of the operation, if it names any. */
export function requirePlan(tenant: Tenant, operation: OperationRow): void {
  if (operation.plans.length === 0 || operation.plans.includes(tenant.plan)) return
  const required = enumerate(operation.plans)
  throw problem(
    'plan_gated',
    `The plan ${tenant.plan} does not include this operation; it is part of ${required}. Upgrade at /admin/billing.`,
    { facts: { current_plan: tenant.plan, required_plans: operation.plans } },
  )
}
