import { sql, type Insertable, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import type { PageRequest } from '../kit/page.ts'
import { counted, totalOf } from '../kit/total.ts'

export interface ActionFilter {
  readonly action?: string
  readonly target_user_id?: number
}

/** An entry of the log of moderation, with its actor's name. */
export type ActionRow = Omit<Selectable<Tables['moderation_actions']>, 'tenant_id'> & {
  username: string
}

/** A page of the log, and how many entries the filter finds. */
export async function listActions(ctx: Partition, filter: ActionFilter, page: PageRequest) {
  const { tx, tenantId } = ctx
  const { action, target_user_id } = filter
  const total = totalActions(tenantId, filter)
  let query = tx
    .selectFrom('moderation_actions as m')
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'm.actor_id'),
    )
    .selectAll('m')
    .select(['u.username', total.as('total_count')])
    .where('m.tenant_id', '=', tenantId)
    .orderBy('m.id', 'desc')
    .limit(page.limit + 1)
  if (action !== undefined) query = query.where('m.action', '=', action)
  if (target_user_id !== undefined) query = query.where('m.target_user_id', '=', target_user_id)
  if (page.after !== undefined) query = query.where('m.id', '<', page.after)
  const rows = await query.execute()
  return { rows, total: await totalOf(ctx, rows, () => total) }
}

/** One filter, or none, has a counter; both together are counted on the index of the member's. */
function totalActions(tenantId: number, { action, target_user_id }: ActionFilter) {
  if (target_user_id === undefined)
    return action === undefined
      ? counted(tenantId, 'moderation_actions')
      : counted(tenantId, 'moderation_actions', 'action', action)
  if (action === undefined)
    return counted(tenantId, 'moderation_actions', 'target_user_id', target_user_id)
  return sql<number>`(
    select count(*) from moderation_actions
    where tenant_id = ${tenantId} and target_user_id = ${target_user_id} and action = ${action})`
}

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
