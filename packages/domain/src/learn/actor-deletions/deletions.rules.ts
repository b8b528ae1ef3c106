import { hash } from 'node:crypto'
import { identifierOf } from '../xapi/shapes/agents.rules.ts'
import type { Json } from '../xapi/shapes/check.ts'

/** The identifiers under which the store may have an agent: an address is known by its hash as well. */
export function identifiersOf(agent: Json): string[] {
  const own = identifierOf(agent) as string
  if (typeof agent.mbox !== 'string') return [own]
  return [own, identifierOf({ mbox_sha1sum: hash('sha1', agent.mbox, 'hex') }) as string]
}
