import type { Insertable, Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'

export type LaunchRow = Omit<Selectable<Tables['learn_launches']>, 'tenant_id'>

const columns = [
  ...(['id', 'enrollment_id', 'activity_id', 'package_id', 'user_id'] as const),
  ...(['created_at', 'expires_at', 'superseded_at', 'origin'] as const),
]

export const findLaunch = (
  { tx, tenantId }: Partition,
  id: number,
): Promise<LaunchRow | undefined> =>
  tx
    .selectFrom('learn_launches')
    .select(columns)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()

type NewLaunch = Omit<Insertable<Tables['learn_launches']>, 'tenant_id'>

/** Adds a launch of an enrollment that is locked; those before it may write no more. */
export async function insertLaunch(
  { tx, tenantId }: Partition,
  launch: NewLaunch,
): Promise<LaunchRow> {
  await tx
    .updateTable('learn_launches')
    .set({ superseded_at: launch.created_at })
    .where('tenant_id', '=', tenantId)
    .where('enrollment_id', '=', launch.enrollment_id)
    .where('activity_id', '=', launch.activity_id)
    .where('superseded_at', 'is', null)
    .execute()
  return tx
    .insertInto('learn_launches')
    .values({ ...launch, tenant_id: tenantId })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

/** The name by which content knows a member. */
export const findLearner = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .selectFrom('users')
    .select(['id', 'username', 'display_name'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The names of an activity and of its course. */
export const findTaught = ({ tx, tenantId }: Partition, activityId: number) =>
  tx
    .selectFrom('learn_activities as a')
    .innerJoin('learn_courses as c', (join) =>
      join.onRef('c.tenant_id', '=', 'a.tenant_id').onRef('c.id', '=', 'a.course_id'),
    )
    .select(['a.title', 'c.title as course_title'])
    .where('a.tenant_id', '=', tenantId)
    .where('a.id', '=', activityId)
    .executeTakeFirst()

/** Removes launches whose time was over before, at most so many; answers how many. */
export async function deleteExpired(
  { tx, tenantId }: Partition,
  before: Date,
  limit: number,
): Promise<number> {
  const expired = await tx
    .selectFrom('learn_launches')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('expires_at', '<=', before)
    .orderBy('expires_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  if (expired.length === 0) return 0
  const ids = expired.map(({ id }) => id)
  await tx
    .deleteFrom('learn_launches')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', ids)
    .execute()
  return ids.length
}
