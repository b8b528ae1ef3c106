import type { PackageItem, Standard } from '../manifest/package-manifest.ts'
import { durationOf, timespanOf } from './durations.rules.ts'
import { completionThresholdOf, passingScoreOf, type Cmi } from './outcomes.rules.ts'

/** The member who learns. */
export interface Learner {
  readonly id: number
  readonly name: string
}

/** A run of an item as it was left. */
export interface LeftRun {
  readonly cmi: Cmi
  readonly total_seconds: number
  /** Those of the attempts before this one. */
  readonly earlier_seconds: number
  /** Whether the run-time was ended by the content; otherwise its window was closed, or is open still. */
  readonly has_ended: boolean
}

/** Whether the next run goes on with what was left: SCORM 2004 begins anew after an end that is no suspension. */
export function isResumed(standard: Standard, left: LeftRun | undefined): boolean {
  if (!left) return false
  if (standard === 'scorm_1_2' || !left.has_ended) return true
  return left.cmi['cmi.exit'] === 'suspend'
}

/** The values of the last run that the next one begins with. */
export const keptOf = (standard: Standard, left: LeftRun | undefined): Cmi =>
  left && isResumed(standard, left)
    ? Object.fromEntries(Object.entries(left.cmi).filter(([element]) => !PASSING.test(element)))
    : {}

/** Elements of one session alone. */
const PASSING = /^cmi\.(?:core\.)?(?:session_time|exit|entry)$/

/** The values that a run begins with, for the run-time in the browser. */
export function beginningOf(
  standard: Standard,
  item: PackageItem,
  learner: Learner,
  left: LeftRun | undefined,
): Cmi {
  const kept = keptOf(standard, left)
  const seconds = left?.total_seconds ?? 0
  return standard === 'scorm_1_2'
    ? { ...kept, ...beginning12(item, learner, left, seconds) }
    : { ...kept, ...beginning2004(item, learner, isResumed(standard, left), left) }
}

function beginning12(
  item: PackageItem,
  learner: Learner,
  left: LeftRun | undefined,
  seconds: number,
): Cmi {
  const wasSuspended =
    left !== undefined && (!left.has_ended || left.cmi['cmi.core.exit'] === 'suspend')
  return {
    'cmi.core.student_id': String(learner.id),
    'cmi.core.student_name': learner.name,
    'cmi.core.credit': 'credit',
    'cmi.core.lesson_mode': 'normal',
    'cmi.core.entry': left ? (wasSuspended ? 'resume' : '') : 'ab-initio',
    'cmi.core.total_time': timespanOf(seconds),
    ...given('cmi.launch_data', item.launch_data),
    ...given('cmi.student_data.mastery_score', item.mastery_score),
    ...given('cmi.student_data.max_time_allowed', item.max_time_allowed),
    ...given('cmi.student_data.time_limit_action', item.time_limit_action),
  }
}

function beginning2004(
  item: PackageItem,
  learner: Learner,
  isResumed: boolean,
  left: LeftRun | undefined,
): Cmi {
  return {
    'cmi.learner_id': String(learner.id),
    'cmi.learner_name': learner.name,
    'cmi.credit': 'credit',
    'cmi.mode': 'normal',
    'cmi.entry': isResumed ? 'resume' : 'ab-initio',
    'cmi.total_time': durationOf(isResumed && left ? left.total_seconds - left.earlier_seconds : 0),
    ...given('cmi.launch_data', item.launch_data),
    ...given('cmi.scaled_passing_score', passingScoreOf(item) ?? null),
    ...given('cmi.completion_threshold', completionThresholdOf(item) ?? null),
    ...given('cmi.time_limit_action', item.time_limit_action),
    ...(isResumed ? {} : objectivesOf(item)),
  }
}

const given = (element: string, value: string | number | null): Cmi =>
  value === null ? {} : { [element]: String(value) }

/** The objectives of an item that its content finds there (RTE 4.2.17). */
function objectivesOf({ sequencing }: PackageItem): Cmi {
  const all = sequencing?.objectives as Record<string, unknown> | undefined
  const found = [all?.primaryObjective, ...((all?.objective as unknown[] | undefined) ?? [])]
  const ids = found.flatMap((each) => {
    const id = (each as Record<string, unknown> | undefined)?.objectiveID
    return id === undefined || id === '' ? [] : [String(id)]
  })
  return Object.fromEntries(ids.map((id, n) => [`cmi.objectives.${n}.id`, id]))
}
