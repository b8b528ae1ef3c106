import type { OperationRow } from '@mobieus/contract'
import { problem, type Caller } from '@mobieus/domain'

/**
 * `403 insufficient_scope` unless the caller holds every scope, or role, of one of the operation's
 * alternatives. Scopes match exactly, none implies another; a session holds what its role includes.
 */
export function requireScope(caller: Caller, operation: OperationRow): void {
  const lacks = (scope: string) => !caller.scopes.has(scope)
  const missing: string[][] = []
  for (const entry of operation.security) {
    const missed = Object.values(entry).flat().filter(lacks)
    if (missed.length === 0) return
    missing.push(missed)
  }
  const what = operation.security.some((entry) => 'bearerAuth' in entry) ? 'scope' : 'role'
  const message = `This operation needs the ${what} ${missing.map((scopes) => scopes.join(' and ')).join(' or ')}.`
  throw problem('insufficient_scope', message, { facts: { required_scope: missing[0]?.[0] } })
}
