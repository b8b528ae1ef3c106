import { VERBS } from '../launches/statement-words.rules.ts'
import { isObject, type Json } from '../xapi/shapes/check.ts'
import { VOIDED } from '../xapi/shapes/statement.rules.ts'
import type { Session } from './sessions.rules.ts'

const ADL = 'http://adlnet.gov/expapi/verbs'
/** The verbs that cmi5 defines for units (9.3); `launched` is the system's. */
const { launched: _, ...UNIT_VERBS } = VERBS
export type UnitVerb = keyof typeof UNIT_VERBS
/** Verbs that are the system's alone, below both addresses that they are known by; and no content voids statements. */
const OURS = ['launched', 'abandoned', 'waived', 'satisfied']
  .flatMap((name) => [`${ADL}/${name}`, `https://w3id.org/xapi/adl/verbs/${name}`])
  .concat(VOIDED)

export const SESSION_ID = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid'
export const CMI5 = 'https://w3id.org/xapi/cmi5/context/categories/cmi5'
export const MOVE_ON = 'https://w3id.org/xapi/cmi5/context/categories/moveon'

/** The words that all statements of a unit have in common. */
export interface Unit {
  readonly origin: string
  readonly username: string
  readonly registration: string
  readonly activityId: string
  readonly masteryScore: number | null
}

/** The verb of a statement that cmi5 defines; `undefined` for one that is only allowed (7.1.2). */
export function definedVerb({ verb, context }: Json): UnitVerb | undefined {
  const id = isObject(verb) ? verb.id : undefined
  const found = (Object.keys(UNIT_VERBS) as UnitVerb[]).find((each) => UNIT_VERBS[each] === id)
  return found && categoriesOf(context).includes(CMI5) ? found : undefined
}

function categoriesOf(context: unknown): unknown[] {
  const all =
    isObject(context) && isObject(context.contextActivities) ? context.contextActivities : {}
  return [all.category ?? []].flat().map((each) => (isObject(each) ? each.id : undefined))
}

/** Why a unit may not send a statement now; `undefined` where it may. */
export function faultOf(statement: Json, unit: Unit, session: Session): string | undefined {
  if (session.isTerminated) return 'The session has ended.'
  const { actor, verb, object, context, result } = statement
  if (!isSame(actor, unit)) return 'The actor is not the learner of the launch.'
  const { registration, extensions } = isObject(context) ? context : ({} as Json)
  if (String(registration).toLowerCase() !== unit.registration)
    return 'The registration is not that of the launch.'
  if (!isObject(extensions) || extensions[SESSION_ID] !== session.id)
    return 'The session is not that of the launch.'
  const said = isObject(verb) ? String(verb.id) : ''
  if (OURS.includes(said)) return `A unit does not say ${said}.`
  const defined = definedVerb(statement)
  if (!session.isInitialized && defined !== 'initialized')
    return 'The first statement of a session is `initialized`.'
  if (defined === undefined) return undefined
  if (!isObject(object) || object.id !== unit.activityId)
    return 'The object is not the unit that was launched.'
  return faultOfDefined(defined, isObject(result) ? result : {}, { unit, session, context })
}

const isSame = (actor: unknown, { origin, username }: Unit): boolean =>
  isObject(actor) &&
  isObject(actor.account) &&
  actor.account.homePage === origin &&
  actor.account.name === username

interface Said {
  readonly unit: Unit
  readonly session: Session
  readonly context: unknown
}

/** cmi5 9.3 and 9.5: how often each verb is said, and with which result. */
function faultOfDefined(verb: UnitVerb, result: Json, { unit, session, context }: Said) {
  const { scaled } = isObject(result.score) ? result.score : ({} as Json)
  const score = typeof scaled === 'number' ? scaled : undefined
  const { masteryScore: least } = unit
  const hasCategory = categoriesOf(context).includes(MOVE_ON)
  switch (verb) {
    case 'initialized':
      return session.isInitialized ? 'The session is initialized already.' : undefined
    case 'completed':
      if (session.hasCompleted) return 'The registration is completed already.'
      if (result.completion !== true || !hasCategory)
        return '`completed` has `completion` true, and the category `moveon`.'
      return undefined
    case 'passed':
      if (session.hasPassed) return 'The registration is passed already.'
      if (result.success !== true || !hasCategory)
        return '`passed` has `success` true, and the category `moveon`.'
      return least !== null && score !== undefined && score < least
        ? 'The score is below the mastery score.'
        : undefined
    case 'failed':
      if (session.hasPassed) return 'The registration is passed already.'
      if (result.success !== false || !hasCategory)
        return '`failed` has `success` false, and the category `moveon`.'
      return least !== null && score !== undefined && score >= least
        ? 'The score is not below the mastery score.'
        : undefined
    case 'terminated':
      return typeof result.duration === 'string' ? undefined : '`terminated` has a `duration`.'
  }
}

/** The session after a statement that it may hold. */
export function sessionWith(session: Session, statement: Json, now: Date): Session {
  switch (definedVerb(statement)) {
    case 'initialized':
      return { ...session, isInitialized: true, begunAt: now.toISOString() }
    case 'completed':
      return { ...session, hasCompleted: true }
    case 'passed':
      return { ...session, hasPassed: true }
    case 'terminated':
      return { ...session, isTerminated: true }
    default:
      return session
  }
}
