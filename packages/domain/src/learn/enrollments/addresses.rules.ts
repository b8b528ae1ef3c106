import type { components } from '@mobieus/contract'

type RowResult = components['schemas']['LearnRowResult']
type Result = RowResult['result']

/** A row as it was read; one that is asked for nobody has its result already. */
interface ReadRow {
  readonly email: string
  readonly key: string
  readonly result?: Result
}

/** An address has one sign @, something on both sides of it, and no blanks. */
const ADDRESS = /^[^\s@]+@[^\s@]+$/

/** Tells rows apart: those that are no address, and those whose address was there before. A byte order mark is blank. */
export function readRows(emails: readonly string[]): ReadRow[] {
  const seen = new Set<string>()
  return emails.map((email) => {
    const key = email.trim().toLowerCase()
    if (!ADDRESS.test(key)) return { email, key, result: 'invalid_email' }
    if (seen.has(key)) return { email, key, result: 'duplicate_row' }
    seen.add(key)
    return { email, key }
  })
}

/** A member with the id of the enrollment that was made, and whether others may enroll the member. */
interface FoundMember {
  readonly userId: number
  readonly isAllowed: boolean
  readonly enrollmentId: number | undefined
}

/** The result of each row, in the order of the rows. */
export const resultsOf = (
  rows: readonly ReadRow[],
  found: ReadonlyMap<string, FoundMember>,
): RowResult[] =>
  rows.map(({ email, key, result }, row) => {
    const member = result ? undefined : found.get(key)
    return {
      ...{ row, email, result: result ?? resultOf(member) },
      ...{ user_id: member?.userId ?? null, enrollment_id: member?.enrollmentId ?? null },
    }
  })

function resultOf(member: FoundMember | undefined): Result {
  if (!member) return 'unknown_user'
  if (!member.isAllowed) return 'not_allowed'
  return member.enrollmentId === undefined ? 'already_enrolled' : 'enrolled'
}

const UNCHANGED: readonly Result[] = ['duplicate_row', 'already_enrolled']

/** How many rows have enrolled somebody, have changed nothing, and have failed. */
export function countsOf(results: readonly RowResult[]) {
  const enrolled = results.filter(({ result }) => result === 'enrolled').length
  const unchanged = results.filter(({ result }) => UNCHANGED.includes(result)).length
  return { enrolled, unchanged, failed: results.length - enrolled - unchanged }
}
