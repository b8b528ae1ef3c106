import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

export const enrollmentList = listOf('learn_enrollments', {
  from: 'learn_enrollments as e',
  filters: { course_id: 'course_id', user_id: 'user_id', status: 'status' },
  counters: [
    ...(['course_id', 'user_id', 'status'] as const),
    ...([
      ['course_id', 'status'],
      ['user_id', 'status'],
    ] as const),
  ],
})

/** An enrollment with the member's name. */
export type EnrollmentRow = Selectable<Tables['learn_enrollments']> & { username: string }

const selectEnrollments = ({ tx, tenantId }: Partition, from = enrollmentList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'e.user_id'),
    )
    .where('e.tenant_id', '=', tenantId)
    .selectAll('e')
    .select('u.username')

export const listEnrollments = pagesOf(enrollmentList, selectEnrollments)

export const findEnrollment = (ctx: Partition, id: number): Promise<EnrollmentRow | undefined> =>
  selectEnrollments(ctx).where('e.id', '=', id).executeTakeFirst()

/** The enrollment, locked until the transaction ends: whatever changes its progress locks it first. */
export const lockEnrollment = (ctx: Partition, id: number): Promise<EnrollmentRow | undefined> =>
  selectEnrollments(ctx).where('e.id', '=', id).forNoKeyUpdate('e').executeTakeFirst()

/** The active enrollments of members in a course whose time is over, locked. */
export const lockOver = (
  ctx: Partition,
  { userIds, courseId, now }: { userIds: number[]; courseId: number; now: Date },
): Promise<EnrollmentRow[]> =>
  selectEnrollments(ctx)
    .where('e.user_id', '=', sql<number>`any(${userIds}::bigint[])`)
    .where('e.course_id', '=', courseId)
    .where('e.status', '=', 'active')
    .where('e.expires_at', '<=', now)
    .orderBy('e.id')
    .forNoKeyUpdate('e')
    .execute()

/** Active enrollments whose time is over, the oldest first, locked; without those that others change at the moment. */
export const lockDue = (ctx: Partition, now: Date, limit: number): Promise<EnrollmentRow[]> =>
  selectEnrollments(ctx)
    .where('e.status', '=', 'active')
    .where('e.expires_at', '<=', now)
    .orderBy('e.expires_at')
    .limit(limit)
    .forNoKeyUpdate('e')
    .skipLocked()
    .execute()

/** Enrollments by seats of a cohort that have expired, each the member's last one in its course, locked. */
export const lockExpired = (
  ctx: Partition,
  cohortId: number,
  limit: number,
): Promise<EnrollmentRow[]> =>
  selectEnrollments(ctx)
    .where('e.cohort_id', '=', cohortId)
    .where('e.status', '=', 'expired')
    .where(({ exists, not, selectFrom }) => {
      const seat = selectFrom('learn_cohort_members as m')
        .select('m.user_id')
        .where('m.tenant_id', '=', ctx.tenantId)
        .where('m.cohort_id', '=', cohortId)
        .whereRef('m.user_id', '=', 'e.user_id')
        .whereRef('m.enrollment_id', '=', 'e.id')
        .where('m.revoked_at', 'is', null)
      const later = selectFrom('learn_enrollments as l')
        .select('l.id')
        .where('l.tenant_id', '=', ctx.tenantId)
        .whereRef('l.user_id', '=', 'e.user_id')
        .whereRef('l.course_id', '=', 'e.course_id')
        .whereRef('l.id', '>', 'e.id')
      return exists(seat).and(not(exists(later)))
    })
    .orderBy('e.id')
    .limit(limit)
    .forNoKeyUpdate('e')
    .execute()

/** When the next enrollment's time is over, as a query. */
export const nextDue = ({ tenantId }: Pick<Partition, 'tenantId'>) =>
  sql`(select min(expires_at) from learn_enrollments
    where tenant_id = ${tenantId} and status = 'active' and expires_at is not null)`

/** The active enrollment of a member in a course. */
export const findActive = ({ tx, tenantId }: Partition, userId: number, courseId: number) =>
  tx
    .selectFrom('learn_enrollments')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('course_id', '=', courseId)
    .where('status', '=', 'active')
    .executeTakeFirst()

/** The ids of active enrollments in a course, from one of them on. */
export async function listActive(
  { tx, tenantId }: Partition,
  { courseId, after, limit }: { courseId: number; after: number; limit: number },
): Promise<number[]> {
  const rows = await tx
    .selectFrom('learn_enrollments')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('course_id', '=', courseId)
    .where('status', '=', 'active')
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

type NewEnrollment = Omit<Insertable<Tables['learn_enrollments']>, 'tenant_id'>

/** Inserts active enrollments; answers those of members who have none in the course already. */
export const insertEnrollments = (
  { tx, tenantId }: Partition,
  enrollments: readonly NewEnrollment[],
) =>
  tx
    .insertInto('learn_enrollments')
    .values(enrollments.map((each) => ({ ...each, tenant_id: tenantId })))
    .onConflict((conflict) =>
      conflict
        .columns(['tenant_id', 'user_id', 'course_id'])
        .where(sql<boolean>`status = 'active'`)
        .doNothing(),
    )
    .returningAll()
    .execute()

export const updateEnrollment = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['learn_enrollments']>,
) =>
  tx
    .updateTable('learn_enrollments')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
