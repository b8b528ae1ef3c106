import type { OperationRow } from '@mobieus/contract'
import { problem, type Caller } from '@mobieus/domain'

/**
 * `403 insufficient_scope` unless the caller holds every scope, or role, of one of the operation's
 * alternatives. Scopes match exactly, none implies another; a session holds what its role includes.
 */
export function requireScope(caller: Caller, operation: OperationRow): void {
  const alternatives = operation.security.map((entry) => Object.values(entry).flat())
  if (alternatives.some((scopes) => scopes.every((scope) => caller.scopes.has(scope)))) return
  const missing = alternatives.map((scopes) => scopes.filter((scope) => !caller.scopes.has(scope)))
  const what = operation.security.some((entry) => 'bearerAuth' in entry) ? 'scope' : 'role'
  const message = `This operation needs the ${what} ${missing.map((scopes) => scopes.join(' and ')).join(' or ')}.`
  throw problem('insufficient_scope', message, { facts: { required_scope: missing[0]?.[0] } })
}
