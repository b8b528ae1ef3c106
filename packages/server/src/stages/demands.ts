import type { OperationRow } from '@mobieus/contract'

/** What an operation asks of its caller. */
export interface Demands {
  /** Whether an API key may call it. */
  readonly takesKey: boolean
  /** Whether it asks for a scope, or a role, at all. */
  readonly asksForScope: boolean
  /** The caller has to hold all scopes of one of these. */
  readonly alternatives: readonly (readonly string[])[]
}

const known = new WeakMap<OperationRow, Demands>()

/** Worked out from the operation's `security` once, not for each request. */
export function demandsOf(operation: OperationRow): Demands {
  let demands = known.get(operation)
  if (!demands) {
    const { security } = operation
    const alternatives = security.map((entry) => Object.values(entry).flat())
    const asksForScope = alternatives.some((scopes) => scopes.length > 0)
    const takesKey = security.some((entry) => 'bearerAuth' in entry)
    known.set(operation, (demands = { takesKey, asksForScope, alternatives }))
  }
  return demands
}
