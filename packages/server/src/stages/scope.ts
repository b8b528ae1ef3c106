import type { OperationRow } from '@mobieus/contract'
import { problem, type Caller } from '@mobieus/domain'

/**
 * `403 insufficient_scope` unless the caller holds every scope, or role, of one of the operation's
 * alternatives. Scopes match exactly, none implies another; a session holds what its role includes.
 */
export function requireScope(caller: Caller, operation: OperationRow): void {
  const holds = (scope: string) => caller.scopes.has(scope)
  const grants = (scopes: readonly string[]) => scopes.every(holds)
  if (operation.security.some((entry) => Object.values(entry).every(grants))) return
  const missing = operation.security.map((entry) =>
    Object.values(entry)
      .flat()
      .filter((scope) => !holds(scope)),
  )
  const what = operation.security.some((entry) => 'bearerAuth' in entry) ? 'scope' : 'role'
  const message = `This operation needs the ${what} ${missing.map((scopes) => scopes.join(' and ')).join(' or ')}.`
  throw problem('insufficient_scope', message, { facts: { required_scope: missing[0]?.[0] } })
}
