import type { Insertable, Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import { listOf } from '../kit/list.ts'
import { pagesOf } from '../kit/list-pages.ts'

/** The log of moderation. */
export const actionList = listOf('moderation_actions', {
  from: 'moderation_actions as m',
  filters: { action: 'action', target_user_id: 'target_user_id' },
  counters: ['action', 'target_user_id', ['action', 'target_user_id']],
})

/** An entry of the log of moderation, with its actor's name. */
export type ActionRow = Omit<Selectable<Tables['moderation_actions']>, 'tenant_id'> & {
  username: string
}

const selectActions = ({ tx, tenantId }: Partition, from = actionList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'm.actor_id'),
    )
    .selectAll('m')
    .select('u.username')
    .where('m.tenant_id', '=', tenantId)

export const listActions = pagesOf(actionList, selectActions)

/** Adds an entry to the log. */
export const insertAction = (
  { tx, tenantId }: Partition,
  action: Omit<Insertable<Tables['moderation_actions']>, 'tenant_id'>,
): Promise<Omit<ActionRow, 'username'>> =>
  tx
    .insertInto('moderation_actions')
    .values({ ...action, tenant_id: tenantId })
    .returningAll()
    .executeTakeFirstOrThrow()
