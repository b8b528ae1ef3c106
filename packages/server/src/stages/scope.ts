import type { OperationRow } from '@mobieus/contract'
import { problem, type ApiKey } from '@mobieus/domain'

/**
 * `403 insufficient_scope` unless the key holds every scope of one of the operation's alternatives.
 * Scopes match exactly, none implies another.
 */
export function requireScope(key: ApiKey, operation: OperationRow): void {
  const lacks = (scope: string) => !key.scopes.has(scope)
  const missing: string[][] = []
  for (const entry of operation.security) {
    const missed = Object.values(entry).flat().filter(lacks)
    if (missed.length === 0) return
    missing.push(missed)
  }
  const message = `This operation needs the scope ${missing.map((scopes) => scopes.join(' and ')).join(' or ')}.`
  throw problem('insufficient_scope', message, { facts: { required_scope: missing[0]?.[0] } })
}
