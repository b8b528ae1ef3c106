import type { components } from '@mobieus/contract'
import type { Tenant } from './context.ts'

/** Times of resources: UTC, to the second. */
export const timestamp = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`

/** The same for a time that may not have come. */
export const nullableTimestamp = (time: Date | null): string | null =>
  time === null ? null : timestamp(time)

/** A partition of a tenant, as whoever is let in sees it. */
export const presentTenant = ({
  slug,
  name,
  plan,
  environment,
}: Tenant): components['schemas']['Tenant'] => ({ slug, name, plan, environment })
