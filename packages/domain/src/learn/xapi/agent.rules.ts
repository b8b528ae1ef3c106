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

/** Reads an agent that is given as JSON; refused where it has not exactly one identifier. */
export function agentIn(text: string, version: XapiVersion): AskedAgent {
  const value = parseParameter(text)
  const checking: Checking = { version, faults: [] }
  actor(value, 'agent', checking)
  const identifier = isObject(value) ? identifierOf(value) : undefined
  const [fault] = checking.faults
  if (fault) throw invalidParameter('agent', 'agent', `is none: ${fault.field} ${fault.message}`)
  if (identifier === undefined) throw invalidParameter('agent', 'agent', 'has no identifier')
  return { value: value as Json, identifier }
}
