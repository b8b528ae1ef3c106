import { sql, type Selectable } from 'kysely'
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
