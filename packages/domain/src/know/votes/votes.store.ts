import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition, Writing } from '../../kit/context.ts'

export type VoteRow = Omit<Selectable<Tables['know_votes']>, 'tenant_id'>

export const findVote = (
  { tx, tenantId }: Partition,
  pageId: number,
  userId: number,
): Promise<VoteRow | undefined> =>
  tx
    .selectFrom('know_votes')
    .select(['page_id', 'user_id', 'is_helpful', 'is_counted', 'voted_at'])
    .where('tenant_id', '=', tenantId)
    .where('page_id', '=', pageId)
    .where('user_id', '=', userId)
    .executeTakeFirst()

export const upsertVote = ({ tx, tenantId }: Partition, vote: VoteRow) =>
  tx
    .insertInto('know_votes')
    .values({ ...vote, tenant_id: tenantId })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'page_id', 'user_id']).doUpdateSet({
        is_helpful: vote.is_helpful,
        is_counted: vote.is_counted,
        voted_at: vote.voted_at,
      }),
    )
    .execute()

export const deleteVote = ({ tx, tenantId }: Partition, pageId: number, userId: number) =>
  tx
    .deleteFrom('know_votes')
    .where('tenant_id', '=', tenantId)
    .where('page_id', '=', pageId)
    .where('user_id', '=', userId)
    .execute()

/** How many members say that a page was helpful, and how many that it was not. */
export interface VoteCounts {
  readonly helpful_count: number
  readonly unhelpful_count: number
}

/**
 * The page of a vote, locked until the transaction ends: votes on a page are counted one after the other. Answers its
 * counts.
 */
export const lockCounts = ({ tx, tenantId }: Partition, pageId: number): Promise<VoteCounts> =>
  tx
    .selectFrom('know_pages')
    .select(['helpful_count', 'unhelpful_count'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', pageId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()

export const setCounts = ({ tx, tenantId }: Partition, pageId: number, counts: VoteCounts) =>
  tx
    .updateTable('know_pages')
    .set(counts)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', pageId)

/** Removes votes on a page that is purged, at most so many; answers how many. */
export async function deleteVotes(
  { tx, tenantId }: Writing,
  pageId: number,
  limit: number,
): Promise<number> {
  const { rows } = await sql`
    delete from know_votes where tenant_id = ${tenantId} and page_id = ${pageId} and user_id = any(array(
      select user_id from know_votes where tenant_id = ${tenantId} and page_id = ${pageId} limit ${limit}))
    returning 1`.execute(tx)
  return rows.length
}
