import type { OperationRow } from '@mobieus/contract'
import { problem, type ApiKey } from '@mobieus/domain'

/**
 * `403 insufficient_scope` unless the key holds every scope of one of the operation's alternatives.
 * Scopes match exactly, none implies another.
 */
export function requireScope(key: ApiKey, operation: OperationRow): void {
  const holds = (scope: string) => key.scopes.has(scope)
  const grants = (scopes: readonly string[]) => scopes.every(holds)
  if (operation.security.some((entry) => Object.values(entry).every(grants))) return
  const missing = operation.security.map((entry) =>
    Object.values(entry)
      .flat()
      .filter((scope) => !holds(scope)),
  )
  const message = `This operation needs the scope ${missing.map((scopes) => scopes.join(' and ')).join(' or ')}.`
  throw problem('insufficient_scope', message, { facts: { required_scope: missing[0]?.[0] } })
}
