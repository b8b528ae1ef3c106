import { invalidParameter } from '../../kit/problem.ts'
import { actor } from './shapes/agents.rules.ts'
import { identifierOf } from './shapes/agents.rules.ts'
import { isObject, type Checking, type Json, type XapiVersion } from './shapes/check.ts'
import { parseParameter } from './text/json.rules.ts'

/** The agent, or identified group, of a parameter, and its identifier. */
export interface AskedAgent {
  readonly value: Json
  readonly identifier: string
}

/** Reads an agent that is given as JSON, or what is wrong with it: it has exactly one identifier. */
export function readAgent(
  text: string,
  version: XapiVersion,
): AskedAgent | { readonly fault: string } {
  const value = parseParameter(text)
  const checking: Checking = { version, faults: [] }
  actor(value, 'agent', checking)
  const identifier = isObject(value) ? identifierOf(value) : undefined
  const [fault] = checking.faults
  if (fault) return { fault: `is none: ${fault.field} ${fault.message}` }
  if (identifier === undefined) return { fault: 'has no identifier' }
  return { value: value as Json, identifier }
}

/** The agent of a parameter. */
export function agentIn(text: string, version: XapiVersion): AskedAgent {
  const read = readAgent(text, version)
  if ('fault' in read) throw invalidParameter('agent', 'agent', read.fault)
  return read
}
