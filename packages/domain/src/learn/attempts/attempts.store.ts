import type { Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf, type Pages } from '../../kit/list-pages.ts'

/** Attempts. Those of an enrollment, and of a member at one activity, are few: they are counted on their index. */
export const attemptList = listOf('learn_attempts', {
  from: 'learn_attempts as t',
  filters: {
    ...{ activity_id: 'activity_id', user_id: 'user_id' },
    ...{ enrollment_id: 'enrollment_id', status: 'status' },
  },
  counters: [
    ...(['activity_id', 'user_id', 'status'] as const),
    ...([
      ['activity_id', 'status'],
      ['user_id', 'status'],
    ] as const),
  ],
})

export type AttemptRow = Selectable<Tables['learn_attempts']>

const selectAttempts = ({ tx, tenantId }: Partition, from = attemptList.from) =>
  tx.selectFrom(from).where('t.tenant_id', '=', tenantId).selectAll('t')

export const listAttempts: Pages<typeof attemptList, AttemptRow> = pagesOf(
  attemptList,
  selectAttempts,
)

export const findAttempt = (ctx: Partition, id: number): Promise<AttemptRow | undefined> =>
  selectAttempts(ctx).where('t.id', '=', id).executeTakeFirst()
