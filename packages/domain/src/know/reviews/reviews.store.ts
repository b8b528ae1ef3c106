import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

export const reviewList = listOf('know_reviews', {
  from: 'know_reviews as v',
  shown: sql`not paused`,
  filters: { owner_id: 'owner_id', is_due: 'is_due' },
  counters: ['owner_id', 'is_due', ['owner_id', 'is_due']],
  order: { by: [{ time: 'due_at' }, 'page_id'], direction: 'asc' },
})

/** When a page is reviewed, with the names that it is shown with. */
export type ReviewRow = Omit<Selectable<Tables['know_reviews']>, 'tenant_id'> & {
  slug: string
  title: string
  owner_name: string | null
  reviewer_name: string | null
}

const selectReviews = ({ tx, tenantId }: Partition, from = reviewList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('know_pages as p', (join) =>
      join.on('p.tenant_id', '=', tenantId).onRef('p.id', '=', 'v.page_id'),
    )
    .leftJoin('users as o', (join) =>
      join.on('o.tenant_id', '=', tenantId).onRef('o.id', '=', 'v.owner_id'),
    )
    .leftJoin('users as r', (join) =>
      join.on('r.tenant_id', '=', tenantId).onRef('r.id', '=', 'v.reviewed_by'),
    )
    .where('v.tenant_id', '=', tenantId)
    .select([
      ...(['v.page_id', 'v.owner_id', 'v.interval_days', 'v.due_at', 'v.is_due'] as const),
      ...(['v.paused', 'v.reviewed_at', 'v.reviewed_by', 'p.slug', 'p.title'] as const),
      'o.username as owner_name',
      'r.username as reviewer_name',
    ])

export const listReviews = pagesOf(reviewList, selectReviews)

/** When a page is reviewed. It is read under the lock of the page, or shown. */
export const findReview = (ctx: Partition, pageId: number): Promise<ReviewRow | undefined> =>
  selectReviews(ctx).where('v.page_id', '=', pageId).executeTakeFirst()

/** The same, locked until the transaction ends. */
export async function lockReview(ctx: Partition, pageId: number): Promise<ReviewRow | undefined> {
  const { tx, tenantId } = ctx
  await tx
    .selectFrom('know_reviews')
    .select('page_id')
    .where('tenant_id', '=', tenantId)
    .where('page_id', '=', pageId)
    .forUpdate()
    .execute()
  return findReview(ctx, pageId)
}

export const upsertReview = (
  { tx, tenantId }: Partition,
  review: Omit<Insertable<Tables['know_reviews']>, 'tenant_id'>,
) =>
  tx
    .insertInto('know_reviews')
    .values({ ...review, tenant_id: tenantId })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'page_id']).doUpdateSet(review))
    .execute()

export const updateReview = (
  { tx, tenantId }: Partition,
  pageId: number,
  change: Updateable<Tables['know_reviews']>,
) =>
  tx
    .updateTable('know_reviews')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('page_id', '=', pageId)
    .execute()

export const deleteReview = ({ tx, tenantId }: Partition, pageId: number) =>
  tx
    .deleteFrom('know_reviews')
    .where('tenant_id', '=', tenantId)
    .where('page_id', '=', pageId)
    .execute()

/** Makes the pages due whose time has come, at most so many; answers their ids. */
export async function makeDue(
  { tx, tenantId }: Partition,
  now: Date,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ page_id: number }>`
    update know_reviews set is_due = true
    where tenant_id = ${tenantId} and page_id = any(array(
      select page_id from know_reviews
      where tenant_id = ${tenantId} and not is_due and not paused and due_at <= ${now}
      order by due_at limit ${limit} for update skip locked))
    returning page_id`.execute(tx)
  return rows.map(({ page_id }) => page_id)
}

export const listReviewsOf = (ctx: Partition, pageIds: readonly number[]): Promise<ReviewRow[]> =>
  selectReviews(ctx)
    .where('v.page_id', 'in', [...pageIds])
    .execute()

/** When the first page is due that is not yet. */
export const firstDue = ({ tenantId }: Pick<Partition, 'tenantId'>) =>
  sql`(select min(due_at) from know_reviews
    where tenant_id = ${tenantId} and not is_due and not paused)`
