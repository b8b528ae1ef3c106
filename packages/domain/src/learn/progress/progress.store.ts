import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'
import type { Tally } from './progress.rules.ts'

export type ProgressRow = Omit<Selectable<Tables['learn_progress']>, 'tenant_id'>

/** The activities of a course, without their texts; their total is counted on the index, for a course has few. */
const courseActivities = listOf('learn_activities', {
  from: 'learn_activities as a',
  shown: sql`deleted_at is null`,
  filters: { course_id: 'course_id' },
  order: { by: ['id'], direction: 'asc' },
})

export const listCourseActivities = pagesOf(
  courseActivities,
  ({ tx, tenantId }, from = courseActivities.from) =>
    tx
      .selectFrom(from)
      .where('a.tenant_id', '=', tenantId)
      .select(['a.id', 'a.lesson_id', 'a.kind', 'a.title', 'a.is_required', 'a.release_rule_kind'])
      .select(['a.release_after_at', 'a.release_activity_id', 'a.release_min_score_pct']),
)

/** How far an enrollment has come with each of these activities, as far as it was begun. */
export async function findProgress(
  { tx, tenantId }: Partition,
  enrollmentId: number,
  activityIds: readonly number[],
): Promise<ReadonlyMap<number, ProgressRow>> {
  const rows = await tx
    .selectFrom('learn_progress')
    .select(['enrollment_id', 'activity_id', 'state', 'score_pct', 'seconds'])
    .select(['started_at', 'updated_at', 'completed_at'])
    .where('tenant_id', '=', tenantId)
    .where('enrollment_id', '=', enrollmentId)
    .where('activity_id', '=', sql<number>`any(${activityIds}::bigint[])`)
    .execute()
  return new Map(rows.map((row) => [row.activity_id, row]))
}

/** Writes how far an enrollment, which is locked, has come with an activity. */
export const upsertProgress = ({ tx, tenantId }: Partition, row: ProgressRow) =>
  tx
    .insertInto('learn_progress')
    .values({ ...row, tenant_id: tenantId })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'enrollment_id', 'activity_id']).doUpdateSet({
        ...{ state: row.state, score_pct: row.score_pct, seconds: row.seconds },
        ...{ updated_at: row.updated_at, completed_at: row.completed_at },
      }),
    )
    .execute()

/** Writes how far an enrollment has come with an activity, unless that is known. */
export const insertProgress = ({ tx, tenantId }: Partition, row: ProgressRow) =>
  tx
    .insertInto('learn_progress')
    .values({ ...row, tenant_id: tenantId })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'enrollment_id', 'activity_id']).doNothing(),
    )
    .execute()

/** Counts the activities of a course against the progress of an enrollment: a course has a few hundred at most. */
export async function tallyOf(
  { tx, tenantId }: Partition,
  enrollmentId: number,
  courseId: number,
): Promise<Tally> {
  const { rows } = await sql<Tally>`
    select count(*) as "all", count(*) filter (where a.is_required) as required,
      count(p.completed_at) as all_done,
      count(p.completed_at) filter (where a.is_required) as required_done,
      avg(p.score_pct) as score_pct
    from learn_activities a left join learn_progress p
      on p.tenant_id = ${tenantId} and p.enrollment_id = ${enrollmentId} and p.activity_id = a.id
    where a.tenant_id = ${tenantId} and a.course_id = ${courseId} and a.deleted_at is null`.execute(
    tx,
  )
  return rows[0] as Tally
}

/**
 * The enrollment by which a member takes a course, locked until the transaction ends. It is the active one, otherwise
 * the newest that is completed: its activities can be gone through again.
 */
export const lockHeld = ({ tx, tenantId }: Partition, userId: number, courseId: number) =>
  tx
    .selectFrom('learn_enrollments as e')
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'e.user_id'),
    )
    .where('e.tenant_id', '=', tenantId)
    .where('e.user_id', '=', userId)
    .where('e.course_id', '=', courseId)
    .where('e.status', 'in', ['active', 'completed'])
    .selectAll('e')
    .select('u.username')
    .orderBy('e.status', 'asc')
    .orderBy('e.id', 'desc')
    .limit(1)
    .forNoKeyUpdate('e')
    .executeTakeFirst()
