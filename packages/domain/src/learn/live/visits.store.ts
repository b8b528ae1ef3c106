import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** Visits have no counter: each list is of one session, and its total is counted on the index. */
export const visitList = listOf('learn_live_visits', {
  from: 'learn_live_visits as v',
  filters: { session_id: 'session_id', user_id: 'user_id' },
})

export type VisitRow = Omit<Selectable<Tables['learn_live_visits']>, 'tenant_id'> & {
  username: string
}

const selectVisits = ({ tx, tenantId }: Partition, from = visitList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'v.user_id'),
    )
    .where('v.tenant_id', '=', tenantId)
    .select([
      ...(['v.id', 'v.session_id', 'v.user_id', 'v.joined_at', 'v.left_at'] as const),
      'u.username',
    ])

export const listVisits = pagesOf(visitList, selectVisits)

export const findVisit = (ctx: Partition, id: number): Promise<VisitRow> =>
  selectVisits(ctx).where('v.id', '=', id).executeTakeFirstOrThrow()

/** The visit of a member who is present; under the lock of the session. */
export const findPresent = (
  ctx: Partition,
  sessionId: number,
  userId: number,
): Promise<VisitRow | undefined> =>
  selectVisits(ctx)
    .where('v.session_id', '=', sessionId)
    .where('v.user_id', '=', userId)
    .where('v.left_at', 'is', null)
    .executeTakeFirst()

/** Whether a member was in a session before. */
export async function hasVisited(
  { tx, tenantId }: Partition,
  sessionId: number,
  userId: number,
): Promise<boolean> {
  const row = await tx
    .selectFrom('learn_live_visits')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('session_id', '=', sessionId)
    .where('user_id', '=', userId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The time that a member has spent in the sessions of an activity, of the visits that have ended. */
export async function secondsAttended(
  { tx, tenantId }: Partition,
  activityId: number,
  userId: number,
): Promise<number> {
  const { seconds } = await tx
    .selectFrom('learn_live_sessions as s')
    .innerJoin('learn_live_visits as v', (join) =>
      join.onRef('v.tenant_id', '=', 's.tenant_id').onRef('v.session_id', '=', 's.id'),
    )
    .where('s.tenant_id', '=', tenantId)
    .where('s.activity_id', '=', activityId)
    .where('v.user_id', '=', userId)
    .select(
      sql<number>`coalesce(extract(epoch from sum(v.left_at - v.joined_at)), 0)::float8`.as(
        'seconds',
      ),
    )
    .executeTakeFirstOrThrow()
  return seconds
}

export const insertVisit = (
  { tx, tenantId }: Partition,
  visit: { session_id: number; user_id: number; joined_at: Date },
) =>
  tx
    .insertInto('learn_live_visits')
    .values({ ...visit, tenant_id: tenantId })
    .returning('id')
    .executeTakeFirstOrThrow()

export const endVisit = ({ tx, tenantId }: Partition, id: number, at: Date) =>
  tx
    .updateTable('learn_live_visits')
    .set({ left_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()

/** Changes how many are in a session, and how many have been; under its lock. */
export const countVisits = (
  { tx, tenantId }: Partition,
  sessionId: number,
  change: { readonly present: number; readonly attendees: number },
) =>
  tx
    .updateTable('learn_live_sessions')
    .set({
      present_count: sql`present_count + ${change.present}`,
      attendee_count: sql`attendee_count + ${change.attendees}`,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', sessionId)
    .execute()

/** Whether a member has an enrollment in a course that is active or completed. */
export async function isEnrolled(
  { tx, tenantId }: Partition,
  courseId: number,
  userId: number,
): Promise<boolean> {
  const row = await tx
    .selectFrom('learn_enrollments')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('course_id', '=', courseId)
    .where('status', 'in', ['active', 'completed'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
