import { activitiesIn, CONTEXT_ACTIVITIES } from '../shapes/activities.rules.ts'
import { isObject, type Json } from '../shapes/check.ts'
import { instantOf } from '../shapes/times.rules.ts'

/**
 * Whether two statements are the same one, as xAPI compares them (1.0.3, Data 2.3.1; 2.0, 4.1.12). Members that the store sets, names and definitions, the way times and lists are written, and the order of a group do
 * not count.
 */
export function areEqual(one: Json, other: Json): boolean {
  const times = [one.timestamp, other.timestamp]
  const isTimed = times.every((each) => typeof each === 'string')
  if (isTimed && instantOf(times[0] as string) !== instantOf(times[1] as string)) return false
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other))
}

function plain(statement: Json): unknown {
  const { id: _, stored: _s, timestamp: _t, authority: _a, version: _v, ...rest } = statement
  return sorted(bare(rest))
}

/** A statement or SubStatement without its metadata. */
function bare(statement: Json): Json {
  const { actor, verb, object, context, result, ...rest } = statement
  return {
    ...rest,
    actor: bareActor(actor),
    verb: isObject(verb) ? verb.id : verb,
    object: bareObject(object),
    ...(isObject(context) && { context: bareContext(context) }),
    ...(isObject(result) && { result: bareResult(result) }),
  }
}

function bareObject(value: unknown): unknown {
  if (!isObject(value)) return value
  const kind = value.objectType ?? 'Activity'
  if (kind === 'Activity') return { objectType: kind, id: value.id }
  if (kind === 'SubStatement') return bare(value)
  if (kind === 'StatementRef') return { ...value, id: String(value.id).toLowerCase() }
  return bareActor(value)
}

/** An agent or a group by its identifier, whatever name it has. */
function bareActor(value: unknown): unknown {
  if (!isObject(value)) return value
  const { name: _, member, ...rest } = value
  const members = Array.isArray(member) && {
    member: member.map((each) => JSON.stringify(sorted(bareActor(each) as Json))).sort(),
  }
  return { ...rest, objectType: value.objectType ?? 'Agent', ...members }
}

function bareContext({ contextActivities, ...context }: Json): Json {
  const { registration, instructor, team } = context
  const activities = CONTEXT_ACTIVITIES.map((name) =>
    activitiesIn({ contextActivities }, name)
      .map(({ id }) => String(id))
      .sort(),
  )
  return {
    ...context,
    ...(typeof registration === 'string' && { registration: registration.toLowerCase() }),
    ...(instructor !== undefined && { instructor: bareActor(instructor) }),
    ...(team !== undefined && { team: bareActor(team) }),
    activities,
  }
}

/** Durations are compared to the hundredth of a second. */
function bareResult({ duration, ...result }: Json): Json {
  if (typeof duration !== 'string') return result
  return {
    ...result,
    duration: duration.replace(/(\d+)[.,](\d{2})\d*S$/, '$1.$2S').replace(/[.,]0+S$/, 'S'),
  }
}

/** The same value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key])]),
  )
}
