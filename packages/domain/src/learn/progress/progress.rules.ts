import type { CourseRow } from '../courses/courses.store.ts'
import type { ActivityRow } from '../activities/activities.store.ts'

/** Whether the time of an enrollment is over, whose course is not completed. */
export const hasExpired = (
  { status, expires_at: end }: { readonly status: string; readonly expires_at: Date | null },
  now: Date,
): boolean => status === 'active' && end !== null && end <= now

/** The outcome of an activity so far. */
export interface Progressed {
  readonly state: 'started' | 'completed' | 'passed' | 'failed'
  readonly score_pct: number | null
  /** The time of all its openings together. */
  readonly seconds: number
  /** Whether the score is that of all attempts together, and not one of which the best counts. */
  readonly isWhole?: boolean
}

/** The progress in one activity. */
export interface Progress {
  readonly state: string
  readonly score_pct: number | null
  readonly seconds: number
  readonly started_at: Date
  readonly updated_at: Date
  readonly completed_at: Date | null
}

/**
 * The progress in an activity after it has come to something. A completion is never taken back, and of scores the best
 * stays.
 */
export function progressed(before: Progress | undefined, next: Progressed, now: Date): Progress {
  const isDone = next.state === 'completed' || next.state === 'passed'
  const keeps = before?.completed_at && next.state !== 'passed'
  return {
    state: keeps ? before.state : next.state,
    score_pct: next.isWhole ? next.score_pct : bestOf(before?.score_pct ?? null, next.score_pct),
    seconds: Math.max(before?.seconds ?? 0, Math.round(next.seconds)),
    started_at: before?.started_at ?? now,
    updated_at: now,
    completed_at: before?.completed_at ?? (isDone ? now : null),
  }
}

/** The better one of two scores, of which one or both may be missing. */
export const bestOf = (a: number | null, b: number | null): number | null =>
  a === null || b === null ? (a ?? b) : Math.max(a, b)

/** The activities of a course, and those that an enrollment is through with. */
export interface Tally {
  readonly all: number
  readonly all_done: number
  readonly required: number
  readonly required_done: number
  /** The mean of the scores that there are. */
  readonly score_pct: number | null
}

type Rule = Pick<CourseRow, 'completion_rule' | 'completion_min_score_pct'>

/**
 * How far an enrollment has come in its course, and whether that completes it. A course that requires no activity asks
 * for all of them; one that has none is never completed by progress.
 */
export function standing({ completion_rule, completion_min_score_pct: least }: Rule, tally: Tally) {
  const [all, done] =
    completion_rule === 'all_activities' || tally.required === 0
      ? [tally.all, tally.all_done]
      : [tally.required, tally.required_done]
  const score_pct = tally.score_pct === null ? null : Math.round(tally.score_pct * 100) / 100
  const scored =
    completion_rule !== 'min_score' || (score_pct !== null && score_pct >= (least ?? 0))
  return {
    progress_pct: all === 0 ? 0 : Math.floor((100 * done) / all),
    score_pct,
    isCompleted: completion_rule !== 'manual' && all > 0 && done === all && scored,
  }
}

type Released = Pick<
  ActivityRow,
  'release_rule_kind' | 'release_after_at' | 'release_activity_id' | 'release_min_score_pct'
>

/** Whether a release rule opens an activity to a learner with this progress in what it asks for. */
export function isReleased(
  rule: Released,
  asked: Pick<Progress, 'completed_at' | 'score_pct'> | undefined,
  now: Date,
): boolean {
  switch (rule.release_rule_kind) {
    case 'date':
      return rule.release_after_at === null || rule.release_after_at <= now
    case 'prerequisite':
      return rule.release_activity_id === null || asked?.completed_at != null
    case 'score':
      if (rule.release_activity_id === null) return true
      return asked?.score_pct != null && asked.score_pct >= (rule.release_min_score_pct ?? 0)
    default:
      return true
  }
}
