import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import type { Reviewing } from '../attempts/presentation.rules.ts'
import type { Paper } from '../attempts/papers.store.ts'

/** So many of the newest attempts are shown. */
const MOST_SHOWN = 20

/** An attempt as its learner sees it. */
export interface ShownAttempt {
  readonly id: number
  readonly number: number
  readonly status: string
  readonly score_pct: number | null
  readonly passed: boolean | null
  readonly started_at: string
  readonly due_at: string | null
  readonly submitted_at: string | null
  /** Why it was returned, until it is submitted again. */
  readonly return_reason: string | null
}

/** A quiz with the reader's attempts. */
export interface QuizRow extends Reviewing {
  readonly time_limit_seconds: number | null
  readonly pass_mark_pct: number | null
  readonly scoring_method: string
  readonly question_count: number
  readonly attempt_count: number
  /** The newest first. */
  readonly attempts: readonly ShownAttempt[]
  /** The attempt in progress, otherwise the one that is asked for, otherwise the newest; with its paper. */
  readonly chosen: (ShownAttempt & { readonly paper: Paper | null }) | null
}

interface Asked {
  readonly activityId: number
  readonly enrollmentId: number
  readonly attemptId?: number | undefined
}

/** A quiz of a course with the attempts of an enrollment: one query. */
export async function findQuiz(
  { tx, tenantId }: Partition,
  { activityId, enrollmentId, attemptId = 0 }: Asked,
): Promise<QuizRow | undefined> {
  const { rows } = await sql<QuizRow>`
    with own as (
      select id, number, status, score_pct, passed, started_at, due_at, submitted_at, return_reason
      from learn_attempts
      where tenant_id = ${tenantId} and enrollment_id = ${enrollmentId} and activity_id = ${activityId})
    select a.max_attempts, a.time_limit_seconds, a.pass_mark_pct, a.scoring_method, a.feedback_timing,
      a.review_rule,
      (select count(*) from learn_questions q
        where q.tenant_id = ${tenantId} and q.activity_id = a.id) as question_count,
      (select count(*) from own) as attempt_count,
      (select coalesce(json_agg(o order by o.number desc), '[]') from (
        select * from own order by number desc limit ${MOST_SHOWN}) o) as attempts,
      (select row_to_json(o) from (
        select own.*, (select json_build_object('items', p.items, 'answers', p.answers, 'grades', p.grades)
          from learn_attempt_papers p where p.tenant_id = ${tenantId} and p.attempt_id = own.id) as paper
        from own order by (status = 'in_progress') desc, (id = ${attemptId}) desc, number desc limit 1) o) as chosen
    from learn_activities a
    where a.tenant_id = ${tenantId} and a.id = ${activityId} and a.deleted_at is null`.execute(tx)
  return rows[0]
}
