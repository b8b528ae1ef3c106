import { durationOf } from '../scorm/play/durations.rules.ts'
import type { RunRow } from './runs.store.ts'
import { accountOf, activityIdOf, itemIdOf, VERBS } from './statement-words.rules.ts'

/** The words that all statements about the runs of a launch have in common. */
export interface Told {
  /** The origin at which the launch was asked for, below which its activities are. */
  readonly origin: string
  readonly registration: string
  readonly actor: { readonly username: string; readonly name: string }
  readonly course: { readonly id: number; readonly title: string }
  readonly activity: { readonly id: number; readonly title: string }
  readonly item: { readonly identifier: string; readonly title: string }
}

export type Verb = keyof typeof VERBS

const TYPES = 'http://adlnet.gov/expapi/activities'
/** ADL's profile of xAPI for SCORM. */
const CATEGORY = { id: 'https://w3id.org/xapi/scorm', definition: { type: `${TYPES}/profile` } }

/** The verbs that a change of a run is told by, in their order. */
export function verbsOf(before: RunRow | undefined, after: RunRow): Verb[] {
  const verbs: Verb[] = []
  if (after.completion === 'completed' && before?.completion !== 'completed')
    verbs.push('completed')
  if (after.success !== null && after.success !== before?.success)
    verbs.push(after.success as 'passed' | 'failed')
  if (after.has_ended && before?.has_ended === false) verbs.push('terminated')
  return verbs
}

/** A statement of xAPI about a run of an item. */
export function statementOf(told: Told, verb: Verb, run: RunRow, now: Date): object {
  const { origin, actor, course, activity, item } = told
  const result = resultOf(verb, run)
  return {
    actor: {
      ...{ objectType: 'Agent', name: actor.name },
      account: accountOf(origin, actor.username),
    },
    verb: { id: VERBS[verb], display: { en: verb } },
    object: activityOf(itemIdOf(origin, activity.id, item.identifier), item.title, 'lesson'),
    ...(result && { result }),
    context: {
      registration: told.registration,
      contextActivities: {
        parent: [activityOf(activityIdOf(origin, activity.id), activity.title, 'module')],
        grouping: [activityOf(`${origin}/learn/courses/${course.id}`, course.title, 'course')],
        category: [CATEGORY],
      },
    },
    timestamp: now.toISOString(),
  }
}

const activityOf = (id: string, title: string, type: string) => ({
  ...{ objectType: 'Activity', id },
  definition: { type: `${TYPES}/${type}`, name: { und: title } },
})

function resultOf(verb: Verb, { score_pct, session_seconds, completion }: RunRow) {
  const score =
    score_pct === null ? {} : { score: { scaled: Math.round(score_pct * 100) / 10_000 } }
  switch (verb) {
    case 'completed':
      return { ...score, completion: true }
    case 'passed':
    case 'failed':
      return { ...score, success: verb === 'passed' }
    case 'terminated':
      return {
        ...score,
        completion: completion === 'completed',
        duration: durationOf(session_seconds),
      }
    default:
      return undefined
  }
}
