import { activitiesIn, CONTEXT_ACTIVITIES } from '../shapes/activities.rules.ts'
import { identifierOf, relevantIn } from '../shapes/agents.rules.ts'
import { isObject, type Json } from '../shapes/check.ts'
import { refOf } from './refs.rules.ts'

/** Definitions of activities and names of agents, by their refs. */
export interface Known {
  readonly definitions: ReadonlyMap<string, Json>
  readonly names: ReadonlyMap<string, string>
}

/** Definitions and names in statements; of several the last, whose maps complete those of others. */
export function knownIn(statements: readonly Json[]): Known {
  const definitions = new Map<string, Json>()
  const names = new Map<string, string>()
  const activity = ({ id, definition }: Json) => {
    if (!isObject(definition)) return
    const ref = refOf(String(id))
    definitions.set(ref, mergedDefinition(definitions.get(ref), definition))
  }
  const agent = (value: unknown): void => {
    if (!isObject(value)) return
    const identifier = identifierOf(value)
    if (identifier !== undefined && typeof value.name === 'string')
      names.set(refOf(identifier), value.name)
    if (Array.isArray(value.member)) value.member.forEach(agent)
  }
  const look = ({ actor, object, context }: Json): void => {
    agent(actor)
    if (isObject(context)) {
      agent(context.instructor)
      agent(context.team)
      for (const each of relevantIn(context)) agent(each.agent ?? each.group)
      for (const name of CONTEXT_ACTIVITIES) activitiesIn(context, name).forEach(activity)
    }
    if (!isObject(object)) return
    if (object.objectType === 'SubStatement') look(object)
    else if (object.objectType === 'Agent' || object.objectType === 'Group') agent(object)
    else if (object.objectType !== 'StatementRef') activity(object)
  }
  statements.forEach(look)
  return { definitions, names }
}

/** A definition with what a later one says; the languages of both. */
function mergedDefinition(before: Json = {}, after: Json): Json {
  const maps = (['name', 'description'] as const)
    .filter((name) => isObject(before[name]) && isObject(after[name]))
    .map((name) => [name, { ...(before[name] as Json), ...(after[name] as Json) }])
  return { ...before, ...after, ...Object.fromEntries(maps) }
}
