import { problem, type ApiKey, type Caller } from '@mobieus/domain/kit'
import type { Way } from './admission.ts'

/**
 * `403 insufficient_scope` unless the caller holds every scope, or role, of one of the alternatives of
 * its own credential. Scopes match exactly, none implies another; a session holds what its role includes.
 */
export function requireScope(caller: Caller, { alternatives }: Way): void {
  for (const scopes of alternatives) if (holdsAll(caller, scopes)) return
  const missing = alternatives.map((scopes) => scopes.filter((scope) => !caller.scopes.has(scope)))
  // Scopes have a colon, roles are single words.
  const noun = missing.flat().every((scope) => scope.includes(':')) ? 'scope' : 'role'
  const message = `This operation needs the ${noun} ${missing.map((scopes) => scopes.join(' and ')).join(' or ')}.`
  throw problem('insufficient_scope', message, { facts: { required_scope: missing[0]?.[0] } })
}

function holdsAll({ scopes }: Caller, needed: readonly string[]): boolean {
  for (const scope of needed) if (!scopes.has(scope)) return false
  return true
}

/** `403 not_allowed` where the key of a suspended member would do more than read. */
export function requireStanding({ suspendedUntil }: ApiKey, method: string, now: Date): void {
  if (!suspendedUntil || suspendedUntil <= now || method === 'get') return
  const until = suspendedUntil.toISOString()
  throw problem('not_allowed', `The member whose key this is is suspended until ${until}.`)
}
