import { invalidField } from '../kit/problem.ts'
import { scopes } from '../platform/roles.rules.ts'

interface Ends {
  readonly expires_at: Date | null
  readonly revoked_at: Date | null
}

/** The status of a key at a time. */
export const statusOf = ({ expires_at, revoked_at }: Ends, now: Date) =>
  revoked_at ? 'revoked' : expires_at && expires_at <= now ? 'expired' : 'active'

/** The scopes among these that no operation asks for. */
export const unknownScopes = (asked: readonly string[]): string[] =>
  asked.filter((scope) => !scopes.includes(scope))

/** A session makes keys of the partition it is in. */
export function requirePartition(asked: string | undefined, own: string): void {
  if (asked !== undefined && asked !== own)
    throw invalidField('environment', 'other_partition', `must be ${own}, as the session is`)
}

/** Refuses the first scope that no operation asks for. */
export function requireKnown(asked: readonly string[]): void {
  const [unknown] = unknownScopes(asked)
  if (unknown === undefined) return
  throw invalidField(`scopes[${asked.indexOf(unknown)}]`, 'unknown_scope', 'is not a scope')
}

/** The time at which a key expires; one that has passed is a fault. */
export function toExpiry(text: string | null | undefined, now: Date): Date | null {
  if (text === null || text === undefined) return null
  const time = new Date(text)
  if (!(time > now)) throw invalidField('expires_at', 'past', 'must be in the future')
  return time
}
