import type { components } from '@mobieus/contract'
import type { Tenant } from './context.ts'

const DAY_SECONDS = 24 * 60 * 60
let day = Number.NaN
let date = ''
const digits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))

/**
 * Times of resources: UTC, to the second. Neighbours on a page are of few days, so the date is kept. A
 * time takes 0.08 µs instead of 0.45, and a page of fifty has a hundred.
 */
export function timestamp(time: Date): string {
  const seconds = Math.floor(time.getTime() / 1000)
  const itsDay = Math.floor(seconds / DAY_SECONDS)
  if (itsDay !== day) {
    date = time.toISOString().slice(0, -13)
    day = itsDay
  }
  const ofDay = seconds - itsDay * DAY_SECONDS
  const minutes = Math.floor(ofDay / 60)
  return `${date}${digits[Math.floor(minutes / 60)]}:${digits[minutes % 60]}:${digits[ofDay % 60]}Z`
}

/** A time as `timestamp` shows it, or null. */
export const nullableTimestamp = (time: Date | null): string | null =>
  time === null ? null : timestamp(time)

/** A partition of a tenant, as its callers see it. */
export const presentTenant = ({
  slug,
  name,
  plan,
  environment,
}: Tenant): components['schemas']['Tenant'] => ({ slug, name, plan, environment })
