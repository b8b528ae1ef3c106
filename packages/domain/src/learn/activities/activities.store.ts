import { sql, type Insertable, type RawBuilder, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** The activities of a lesson; their total is counted on the index, for a lesson has few. */
export const activityList = listOf('learn_activities', {
  from: 'learn_activities as a',
  shown: sql`deleted_at is null`,
  filters: { lesson_id: 'lesson_id' },
  order: { by: ['position', 'id'], direction: 'asc' },
})

export type ActivityRow = Selectable<Tables['learn_activities']>

const selectActivities = ({ tx, tenantId }: Partition, from = activityList.from) =>
  tx.selectFrom(from).where('a.tenant_id', '=', tenantId).selectAll('a')

export const listActivities = pagesOf(activityList, selectActivities)

export const findActivity = (ctx: Partition, id: number): Promise<ActivityRow | undefined> =>
  selectActivities(ctx).where('a.id', '=', id).where('a.deleted_at', 'is', null).executeTakeFirst()

/** An activity that may be deleted. */
export const findAnyActivity = (ctx: Partition, id: number): Promise<ActivityRow | undefined> =>
  selectActivities(ctx).where('a.id', '=', id).executeTakeFirst()

/** The rules by which activities of a course wait for others. */
export const listReleases = ({ tx, tenantId }: Partition, courseId: number) =>
  tx
    .selectFrom('learn_activities')
    .select(['id', 'title', 'release_activity_id'])
    .where('tenant_id', '=', tenantId)
    .where('course_id', '=', courseId)
    .where('deleted_at', 'is', null)
    .execute()

/** An activity that waits for one of those which have this value in a column, and is none of them. */
export async function findWaiting(
  { tx, tenantId }: Partition,
  column: 'id' | 'lesson_id',
  values: readonly number[],
): Promise<{ id: number; title: string } | undefined> {
  const { rows } = await sql<{ id: number; title: string }>`
    select w.id, w.title from learn_activities a
    join learn_activities w on w.tenant_id = ${tenantId} and w.release_activity_id = a.id
    where a.tenant_id = ${tenantId} and a.${sql.ref(column)} = any(${values}::bigint[])
      and a.deleted_at is null and w.deleted_at is null
      and not w.${sql.ref(column)} = any(${values}::bigint[])
    limit 1`.execute(tx)
  return rows[0]
}

export const insertActivity = (
  { tx, tenantId }: Partition,
  activity: Omit<Insertable<Tables['learn_activities']>, 'tenant_id' | 'position'> & {
    position: RawBuilder<number>
  },
) =>
  tx
    .insertInto('learn_activities')
    .values({ ...activity, tenant_id: tenantId })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updateActivity = (
  { tx, tenantId }: Partition,
  id: number,
  change: Omit<Updateable<Tables['learn_activities']>, 'position'> & {
    position?: number | RawBuilder<number>
  },
) =>
  tx
    .updateTable('learn_activities')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
