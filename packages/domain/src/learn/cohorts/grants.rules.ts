import type { components } from '@mobieus/contract'
import { invalidField } from '../../kit/problem.ts'
import type { CohortRow } from './cohorts.store.ts'

type Grant = components['schemas']['LearnCohortGrant']

/** The addresses to invite as they were written, each once in any letter case. */
export function invitedBy({ member_emails = [] }: Pick<Grant, 'member_emails'>): string[] {
  const emails = new Map<string, string>()
  for (const email of member_emails)
    if (!emails.has(email.toLowerCase())) emails.set(email.toLowerCase(), email)
  return [...emails.values()]
}

/** The name of a cohort for which none is sent. */
export const nameOf = ({ cohort_name, organization_name, source_reference }: Grant): string =>
  cohort_name ?? (organization_name || source_reference).slice(0, 200)

/** A cohort starts before it expires, and has not expired yet. */
export function requireTimes({ starts_at, expires_at }: Grant, now: Date): void {
  if (expires_at === undefined) return
  if (new Date(expires_at) <= now) throw invalidField('expires_at', 'too_early', 'is past')
  if (starts_at !== undefined && new Date(expires_at) <= new Date(starts_at))
    throw invalidField('expires_at', 'not_after', 'is not after starts_at')
}

/** The fields that were sent with another value than the one that was granted. */
export function differingFields(
  sent: Grant,
  row: CohortRow,
  invited: readonly string[],
): (keyof Grant)[] {
  const granted: Readonly<Record<string, unknown>> = {
    ...row,
    cohort_name: row.name,
    metadata: row.metadata ?? {},
    member_emails: [...invited].sort(),
  }
  const asked = { ...sent, ...(sent.member_emails && { member_emails: keysOf(sent) }) }
  return (Object.keys(asked) as (keyof Grant)[]).filter(
    (field) => asked[field] !== undefined && !isSame(asked[field], granted[field]),
  )
}

const keysOf = (sent: Grant) =>
  invitedBy(sent)
    .map((email) => email.toLowerCase())
    .sort()

function isSame(asked: unknown, granted: unknown): boolean {
  if (granted instanceof Date) return new Date(asked as string).getTime() === granted.getTime()
  return canonical(asked) === canonical(granted)
}

/** A value as text, whatever the order of its fields. */
const canonical = (value: unknown): string =>
  JSON.stringify(
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
      : value,
  )
