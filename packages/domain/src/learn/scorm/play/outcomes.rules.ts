import type { PackageItem, Standard, Warning } from '../manifest/package-manifest.ts'
import { secondsOf } from './durations.rules.ts'

/** The values of a run-time by their elements, such as `cmi.suspend_data`. */
export type Cmi = Readonly<Record<string, string>>

/** The outcome of a run, as far as it has come. */
export interface Outcome {
  readonly completion: 'completed' | 'incomplete' | null
  readonly success: 'passed' | 'failed' | null
  readonly score_pct: number | null
  readonly session_seconds: number
  readonly warnings: readonly Warning[]
}

/** The characters that the standards give `suspend_data`. */
const MOST_SUSPENDED = { scorm_1_2: 4096, scorm_2004: 64_000 } as const

/** Reads the outcome of a run from its values; at its end what was never said follows from the rest. */
export function outcomeOf(
  standard: Standard,
  item: Pick<PackageItem, 'identifier' | 'mastery_score' | 'completion_threshold' | 'sequencing'>,
  cmi: Cmi,
  hasEnded: boolean,
): Outcome {
  const is12 = standard === 'scorm_1_2'
  const { pct, isInconsistent } = scoreOf(cmi, is12 ? 'cmi.core.score' : 'cmi.score')
  const status = is12 ? statusOf12(item, cmi, hasEnded) : statusOf2004(item, cmi, hasEnded)
  const session = cmi[is12 ? 'cmi.core.session_time' : 'cmi.session_time']
  const warnings = [...warningsOf(cmi, is12, item.identifier)]
  if (isInconsistent) warnings.push(inconsistent(item.identifier))
  return { ...status, score_pct: pct, session_seconds: secondsOf(session) ?? 0, warnings }
}

const numberOf = (text: string | undefined): number | undefined =>
  text === undefined || text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text)

/** A score in per cent. Bounds that the raw score lies outside of are not believed. */
export function scoreOf(cmi: Cmi, at: string): { pct: number | null; isInconsistent: boolean } {
  const [scaled, raw, min = 0, max = 100] = ['scaled', 'raw', 'min', 'max'].map((part) =>
    numberOf(cmi[`${at}.${part}`]),
  )
  if (scaled !== undefined) return { pct: rounded(scaled * 100), isInconsistent: false }
  if (raw === undefined) return { pct: null, isInconsistent: false }
  if (raw >= min && raw <= max && max > min)
    return { pct: rounded(((raw - min) / (max - min)) * 100), isInconsistent: false }
  return { pct: rounded(raw), isInconsistent: true }
}

const rounded = (pct: number): number => Math.round(Math.min(100, Math.max(0, pct)) * 100) / 100

type Status = Pick<Outcome, 'completion' | 'success'>

/** SCORM 1.2, RTE 3.4.4: the mastery score decides at the end, and where nothing was said it is completed. */
function statusOf12(
  { mastery_score: mastery }: Pick<PackageItem, 'mastery_score'>,
  cmi: Cmi,
  hasEnded: boolean,
): Status {
  const raw = numberOf(cmi['cmi.core.score.raw'])
  const said = cmi['cmi.core.lesson_status'] ?? 'not attempted'
  const status =
    hasEnded && mastery !== null && raw !== undefined && said !== 'incomplete'
      ? raw >= mastery
        ? 'passed'
        : 'failed'
      : said
  if (status === 'passed' || status === 'failed')
    return { completion: 'completed', success: status }
  if (status === 'completed') return { completion: 'completed', success: null }
  if (status === 'not attempted' && hasEnded) return { completion: 'completed', success: null }
  return { completion: status === 'not attempted' ? null : 'incomplete', success: null }
}

/** SCORM 2004, RTE 4.2.4 and 4.2.22: a threshold decides where its measure was told. */
function statusOf2004(
  item: Pick<PackageItem, 'completion_threshold' | 'sequencing'>,
  cmi: Cmi,
  hasEnded: boolean,
): Status {
  const said = cmi['cmi.completion_status']
  const measure = numberOf(cmi['cmi.progress_measure'])
  const least = completionThresholdOf(item)
  const isSuspended = cmi['cmi.exit'] === 'suspend'
  let completion: Status['completion'] =
    said === 'completed'
      ? 'completed'
      : said === 'incomplete' || said === 'not attempted'
        ? 'incomplete'
        : null
  if (least !== undefined && measure !== undefined)
    completion = measure >= least ? 'completed' : 'incomplete'
  if (completion === null && hasEnded && !isSuspended) completion = 'completed'
  const scaled = numberOf(cmi['cmi.score.scaled'])
  const passing = passingScoreOf(item)
  const success = cmi['cmi.success_status']
  if (passing !== undefined && scaled !== undefined)
    return { completion, success: scaled >= passing ? 'passed' : 'failed' }
  return { completion, success: success === 'passed' || success === 'failed' ? success : null }
}

/** The least progress that completes an item of SCORM 2004. */
export function completionThresholdOf({
  completion_threshold: threshold,
}: Pick<PackageItem, 'completion_threshold'>): number | undefined {
  if (threshold === null || threshold.completedByMeasure === false) return undefined
  return numberOf(String(threshold.minProgressMeasure ?? (threshold.completedByMeasure ? 1 : '')))
}

/** The least scaled score that passes an item of SCORM 2004: that of its primary objective. */
export function passingScoreOf({
  sequencing,
}: Pick<PackageItem, 'sequencing'>): number | undefined {
  const objectives = sequencing?.objectives as Record<string, unknown> | undefined
  const primary = objectives?.primaryObjective as Record<string, unknown> | undefined
  if (primary?.satisfiedByMeasure !== true) return undefined
  return numberOf(String(primary.minNormalizedMeasure ?? 1))
}

function* warningsOf(cmi: Cmi, is12: boolean, subject: string): Generator<Warning> {
  const most = MOST_SUSPENDED[is12 ? 'scorm_1_2' : 'scorm_2004']
  const { length } = cmi['cmi.suspend_data'] ?? ''
  if (length > most) {
    const message = `Its suspend_data is longer than ${most} characters, and was kept whole.`
    yield { code: 'long_suspend_data', subject, message }
  }
}

const inconsistent = (subject: string): Warning => ({
  ...{ code: 'inconsistent_score', subject },
  message: 'Its raw score lies outside of the bounds that it says.',
})
