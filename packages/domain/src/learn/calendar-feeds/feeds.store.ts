import type { Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

export const feedList = listOf('learn_calendar_feeds', {
  from: 'learn_calendar_feeds as f',
  filters: { user_id: 'user_id' },
  counters: ['user_id'],
})

/** A feed with the name of its member, without its token. */
export type FeedRow = Omit<
  Selectable<Tables['learn_calendar_feeds']>,
  'tenant_id' | 'token_hash'
> & { username: string }

const selectFeeds = ({ tx, tenantId }: Partition, from = feedList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'f.user_id'),
    )
    .where('f.tenant_id', '=', tenantId)
    .select([
      ...(['f.id', 'f.user_id', 'f.label', 'f.created_at', 'f.revoked_at'] as const),
      'u.username',
    ])

export const listFeeds = pagesOf(feedList, selectFeeds)

export const findFeed = (ctx: Partition, id: number): Promise<FeedRow | undefined> =>
  selectFeeds(ctx).where('f.id', '=', id).executeTakeFirst()

/** The same, locked until the transaction ends. */
export const lockFeed = (ctx: Partition, id: number): Promise<FeedRow | undefined> =>
  selectFeeds(ctx).where('f.id', '=', id).forUpdate('f').executeTakeFirst()

/** How many feeds of a member work. */
export async function countWorking({ tx, tenantId }: Partition, userId: number): Promise<number> {
  const row = await tx
    .selectFrom('learn_calendar_feeds')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('tenant_id', '=', tenantId)
    .where('user_id', '=', userId)
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

export const insertFeed = (
  { tx, tenantId }: Partition,
  feed: { user_id: number; label: string; token_hash: Buffer; created_at: Date },
) =>
  tx
    .insertInto('learn_calendar_feeds')
    .values({ ...feed, tenant_id: tenantId })
    .returning('id')
    .executeTakeFirstOrThrow()

export const revokeFeed = ({ tx, tenantId }: Partition, id: number, at: Date) =>
  tx
    .updateTable('learn_calendar_feeds')
    .set({ revoked_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()

/** The member whose feed has a token, where it is not revoked and the member may sign in. */
export const findFeedOf = ({ tx, tenantId }: Partition, tokenHash: Buffer) =>
  tx
    .selectFrom('learn_calendar_feeds as f')
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'f.user_id'),
    )
    .innerJoin('tenants as t', (join) => join.on('t.id', '=', tenantId))
    .select(['f.user_id', 't.name as community'])
    .where('f.tenant_id', '=', tenantId)
    .where('f.token_hash', '=', tokenHash)
    .where('f.revoked_at', 'is', null)
    .where('u.role', '>', 1)
    .where('u.deletion_scheduled_at', 'is', null)
    .executeTakeFirst()
