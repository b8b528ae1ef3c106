import { activitiesIn, COMPONENTS, CONTEXT_ACTIVITIES } from '../shapes/activities.rules.ts'
import { IDENTIFIERS } from '../shapes/agents.rules.ts'
import { isObject, type Json } from '../shapes/check.ts'

/** The definition of an activity as it is now, by its id. */
export type Definitions = ReadonlyMap<string, Json>

/** Changes the actors, verbs and activities of a statement, its context and its SubStatement. */
interface Changes {
  readonly actor: (value: Json) => Json
  readonly verb: (value: Json) => Json
  readonly activity: (value: Json) => Json
}

function changed(statement: Json, changes: Changes): Json {
  const { context } = statement
  return {
    ...statement,
    ...(isObject(statement.actor) && { actor: changes.actor(statement.actor) }),
    ...(isObject(statement.verb) && { verb: changes.verb(statement.verb) }),
    ...(isObject(statement.object) && { object: changedObject(statement.object, changes) }),
    ...(isObject(statement.authority) && { authority: changes.actor(statement.authority) }),
    ...(isObject(context) && { context: changedContext(context, changes) }),
  }
}

function changedObject(value: Json, changes: Changes): Json {
  const kind = value.objectType ?? 'Activity'
  if (kind === 'Activity') return changes.activity(value)
  if (kind === 'SubStatement') return changed(value, changes)
  return kind === 'StatementRef' ? value : changes.actor(value)
}

function changedContext(context: Json, changes: Changes): Json {
  const { instructor, team, contextAgents, contextGroups, contextActivities } = context
  const activities = CONTEXT_ACTIVITIES.filter(
    (name) => activitiesIn(context, name).length > 0,
  ).map((name) => [name, activitiesIn(context, name).map(changes.activity)])
  return {
    ...context,
    ...(isObject(instructor) && { instructor: changes.actor(instructor) }),
    ...(isObject(team) && { team: changes.actor(team) }),
    ...(Array.isArray(contextAgents) && {
      contextAgents: contextAgents.map((each) => changedWithin(each, 'agent', changes)),
    }),
    ...(Array.isArray(contextGroups) && {
      contextGroups: contextGroups.map((each) => changedWithin(each, 'group', changes)),
    }),
    ...(contextActivities !== undefined && { contextActivities: Object.fromEntries(activities) }),
  }
}

/** An agent or group of a context, with what it is relevant for (xAPI 2.0, 4.2.2). */
const changedWithin = (value: unknown, name: 'agent' | 'group', { actor }: Changes): unknown =>
  isObject(value) && isObject(value[name]) ? { ...value, [name]: actor(value[name]) } : value

/** No more than identifies an agent; of an anonymous group its members. */
function identified(value: Json): Json {
  const { name: _, member, ...rest } = value
  const isAnonymous = !IDENTIFIERS.some((each) => each in value)
  return {
    ...rest,
    ...(isAnonymous &&
      Array.isArray(member) && { member: member.map((each) => identified(each as Json)) }),
  }
}

const ids: Changes = {
  actor: identified,
  verb: ({ id }) => ({ id }),
  activity: ({ id }) => ({ id }),
}

/** A statement in the format `ids`. */
export const idsOf = (statement: Json): Json => changed(statement, ids)

/** A statement in the format `canonical`: definitions as they are now, one language in each map. */
export function canonicalOf(
  statement: Json,
  definitions: Definitions,
  wished: readonly string[],
): Json {
  return changed(statement, {
    actor: (value) => value,
    verb: (value) => inLanguage(value, ['display'], wished),
    activity(value) {
      const definition = definitions.get(String(value.id)) ?? value.definition
      if (!isObject(definition)) return value
      return { ...value, definition: definitionIn(definition, wished) }
    },
  })
}

function definitionIn(definition: Json, wished: readonly string[]): Json {
  const lists = Object.keys(COMPONENTS).filter((name) => Array.isArray(definition[name]))
  const components = lists.map((name) => [
    name,
    (definition[name] as Json[]).map((each) => inLanguage(each, ['description'], wished)),
  ])
  return {
    ...inLanguage(definition, ['name', 'description'], wished),
    ...Object.fromEntries(components),
  }
}

function inLanguage(value: Json, maps: readonly string[], wished: readonly string[]): Json {
  const chosen = maps
    .filter((name) => isObject(value[name]))
    .map((name) => [name, chosenOf(value[name] as Json, wished)])
  return { ...value, ...Object.fromEntries(chosen) }
}

/** The one entry of a language map that is wished for most (RFC 4647, 3.4); the first where none is. */
function chosenOf(map: Json, wished: readonly string[]): Json {
  const tags = Object.keys(map)
  for (const wish of wished)
    for (
      let range = wish;
      range !== '';
      range = range.slice(0, Math.max(0, range.lastIndexOf('-')))
    ) {
      const fits =
        tags.find((tag) => tag.toLowerCase() === range) ??
        tags.find((tag) => tag.toLowerCase().startsWith(`${range}-`))
      if (fits !== undefined) return { [fits]: map[fits] }
    }
  const [first] = tags
  return first === undefined ? {} : { [first]: map[first] }
}

/** The languages of `Accept-Language` in lower case, those that are wished for most first. */
export function wishesOf(header: string | undefined): string[] {
  const wishes = (header ?? '').split(',').map((each, place) => {
    const [tag = '', ...parameters] = each
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/)
    const q = parameters
      .map((one) => /^q=([\d.]+)$/.exec(one)?.[1])
      .find((one) => one !== undefined)
    return { tag, q: q === undefined ? 1 : Number(q), place }
  })
  return wishes
    .filter(({ tag, q }) => /^[a-z\d-]+$/.test(tag) && q > 0)
    .sort((a, b) => b.q - a.q || a.place - b.place)
    .map(({ tag }) => tag)
}

/** Every activity of statements, for its definition. */
export function activityIdsOf(statements: readonly Json[]): string[] {
  const found = new Set<string>()
  const look: Changes = {
    actor: (value) => value,
    verb: (value) => value,
    activity(value) {
      found.add(String(value.id))
      return value
    },
  }
  for (const each of statements) changed(each, look)
  return [...found]
}
