import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf, type Value } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** The status follows from the time, so its filters are ranges of times, as the handler finds them. */
export const sessionList = listOf('learn_live_sessions', {
  from: 'learn_live_sessions as s',
  filters: {
    course_id: 'course_id',
    is_cancelled: { where: (value: Value) => sql`(cancelled_at is not null) = ${value}` },
    starts_after: { where: (value: Value) => sql`starts_at > ${value}` },
    starts_by: { where: (value: Value) => sql`starts_at <= ${value}` },
    ends_after: { where: (value: Value) => sql`ends_at > ${value}` },
    ends_by: { where: (value: Value) => sql`ends_at <= ${value}` },
    from: { where: (value: Value) => sql`ends_at > ${value}` },
    to: { where: (value: Value) => sql`starts_at < ${value}` },
  },
  counters: ['course_id'],
  order: { by: [{ time: 'starts_at' }, 'id'], direction: 'desc' },
})

/** A session with the names that it is shown with, and the author of its course. */
export type SessionRow = Omit<Selectable<Tables['learn_live_sessions']>, 'tenant_id'> & {
  host_name: string
  course_title: string
  course_author_id: number
}

const selectSessions = ({ tx, tenantId }: Partition, from = sessionList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('learn_courses as c', (join) =>
      join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 's.course_id'),
    )
    .innerJoin('users as h', (join) =>
      join.on('h.tenant_id', '=', tenantId).onRef('h.id', '=', 's.host_user_id'),
    )
    .where('s.tenant_id', '=', tenantId)
    .select([
      ...([
        's.id',
        's.course_id',
        's.activity_id',
        's.title',
        's.description',
        's.starts_at',
      ] as const),
      ...(['s.ends_at', 's.timezone', 's.local_time', 's.join_url', 's.host_user_id'] as const),
      ...(['s.capacity', 's.present_count', 's.attendee_count', 's.sequence'] as const),
      ...(['s.recording_url', 's.recording_seconds', 's.recorded_at'] as const),
      ...(['s.cancel_reason', 's.cancelled_at', 's.created_at', 's.updated_at'] as const),
      'h.username as host_name',
      'c.title as course_title',
      'c.author_id as course_author_id',
    ])

export const listSessions = pagesOf(sessionList, selectSessions)

export const findSession = (ctx: Partition, id: number): Promise<SessionRow | undefined> =>
  selectSessions(ctx).where('s.id', '=', id).executeTakeFirst()

/** The same, locked until the transaction ends. */
export async function lockSession(ctx: Partition, id: number): Promise<SessionRow | undefined> {
  const { tx, tenantId } = ctx
  await tx
    .selectFrom('learn_live_sessions')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return findSession(ctx, id)
}

export const insertSession = (
  { tx, tenantId }: Partition,
  session: Omit<Insertable<Tables['learn_live_sessions']>, 'tenant_id'>,
) =>
  tx
    .insertInto('learn_live_sessions')
    .values({ ...session, tenant_id: tenantId })
    .returning('id')
    .executeTakeFirstOrThrow()

export const updateSession = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['learn_live_sessions']>,
) =>
  tx
    .updateTable('learn_live_sessions')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()

/**
 * The sessions of a member's calendar that start after a time, at most so many. They are of the courses in which the
 * member's enrollment is active or completed, and those that the member hosts.
 */
export const listSessionsOf = (
  ctx: Partition,
  userId: number,
  after: Date,
  most: number,
): Promise<SessionRow[]> =>
  selectSessions(ctx)
    .where(
      sql<boolean>`s.id in (
        (select x.id from learn_live_sessions x
          where x.tenant_id = ${ctx.tenantId} and x.starts_at > ${after} and x.course_id in (
            select e.course_id from learn_enrollments e
            where e.tenant_id = ${ctx.tenantId} and e.user_id = ${userId}
              and e.status in ('active', 'completed'))
          order by x.starts_at, x.id limit ${most})
        union
        (select y.id from learn_live_sessions y
          where y.tenant_id = ${ctx.tenantId} and y.host_user_id = ${userId} and y.starts_at > ${after}
          order by y.starts_at, y.id limit ${most}))`,
    )
    .orderBy('s.starts_at')
    .orderBy('s.id')
    .limit(most)
    .execute()
