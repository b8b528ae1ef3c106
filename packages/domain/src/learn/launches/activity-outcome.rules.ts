import type { Progressed } from '../progress/progress.rules.ts'
import {
  launchableOf,
  type PackageItem,
  type PackageManifest,
} from '../scorm/manifest/package-manifest.ts'
import { disabledIn } from '../scorm/play/preconditions.rules.ts'
import { isOpenBy } from '../scorm/play/prerequisites.rules.ts'

/** How an item was left. */
export interface LeftItem {
  readonly item: string
  readonly completion: string | null
  readonly success: string | null
  /** The best score of all its visits. */
  readonly best_score_pct: number | null
  readonly total_seconds: number
  readonly session_seconds: number
}

type State = 'passed' | 'completed' | 'failed' | 'incomplete' | 'not attempted'

/** How far an item has come, and whether it can be opened. */
export interface ShownState {
  readonly state: State
  readonly is_open: boolean
}

function stateOf({ kind, others }: PackageItem, left: LeftItem | undefined): State {
  if (kind === 'au') return stateOfUnit(others.move_on, left)
  if (!left) return 'not attempted'
  if (left.success === 'passed' || left.success === 'failed') return left.success
  return left.completion === 'completed' ? 'completed' : 'incomplete'
}

/** A unit of cmi5 is through once its learner may move on from it: at once, where it asks for nothing. */
function stateOfUnit(moveOn: unknown, left: LeftItem | undefined): State {
  const isThrough = moveOn === 'NotApplicable' || left?.completion === 'completed'
  if (isThrough) return left?.success === 'passed' ? 'passed' : 'completed'
  if (!left) return 'not attempted'
  return left.success === 'failed' ? 'failed' : 'incomplete'
}

/** The states of all items that can be launched, and are not disabled for good, by their identifiers. */
export function shownStates(
  manifest: PackageManifest,
  runs: readonly LeftItem[],
): Readonly<Record<string, ShownState>> {
  const left = new Map(runs.map((run) => [run.item, run]))
  const disabled = disabledIn(manifest.items)
  const launchable = launchableOf(manifest).filter(({ identifier }) => !disabled.has(identifier))
  const states = new Map(
    launchable.map((item) => [item.identifier, stateOf(item, left.get(item.identifier))]),
  )
  return Object.fromEntries(
    launchable.map(({ identifier, prerequisites }) => [
      identifier,
      {
        state: states.get(identifier) ?? 'not attempted',
        is_open: isOpenBy(prerequisites, states),
      },
    ]),
  )
}

/**
 * The outcome of an activity with its items. It is through when all of them are, and failed when all are done and one is
 * failed. Its score is the mean of the best ones of those that have a score.
 */
export function activityOutcomeOf(
  shown: Readonly<Record<string, ShownState>>,
  runs: readonly LeftItem[],
): Progressed {
  const states = Object.values(shown).map(({ state }) => state)
  const isThrough = states.every((state) => state === 'passed' || state === 'completed')
  const hasFailed = states.includes('failed') && states.every((state) => !OPEN.includes(state))
  const scores = runs.flatMap(({ best_score_pct: best }) => (best === null ? [] : [best]))
  return {
    state: isThrough
      ? states.includes('passed')
        ? 'passed'
        : 'completed'
      : hasFailed
        ? 'failed'
        : 'started',
    score_pct:
      scores.length === 0
        ? null
        : Math.round((100 * scores.reduce((sum, pct) => sum + pct, 0)) / scores.length) / 100,
    seconds: runs.reduce((sum, run) => sum + run.total_seconds + run.session_seconds, 0),
    isWhole: true,
  }
}

const OPEN: readonly State[] = ['not attempted', 'incomplete']
