import { invalidField } from '../kit/problem.ts'
import { scopes } from '../platform/roles.rules.ts'

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
