import { sql, type Insertable, type RawBuilder, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../context.ts'
import type { PageRequest } from '../page.ts'
import { counted, totalOf } from '../total.ts'

export interface ListingFilter {
  readonly status?: string
  readonly seller_id?: number
  readonly category_id?: number
}

const columns = [
  'id',
  'slug',
  'title',
  'description',
  'price_cents',
  'quantity',
  'quantity_remaining',
  'condition_rating',
  'country',
  'region',
  'city',
  'status',
  'category_id',
  'seller_id',
  'created_at',
  'expires_at',
  'hidden',
  'removed_at',
] as const

/** A listing with what its presentation needs of category and seller. */
export type ListingRow = Pick<Selectable<Tables['listings']>, (typeof columns)[number]> & {
  category_name: string
  username: string
}

/** What an edit may change. */
export type ListingChange = Omit<
  Pick<Selectable<Tables['listings']>, (typeof columns)[number]>,
  'id' | 'slug' | 'status' | 'seller_id' | 'created_at' | 'hidden' | 'removed_at'
>

const selectListings = ({ tx, tenantId }: Partition) =>
  tx
    .selectFrom('listings as l')
    .innerJoin('listing_categories as c', (join) =>
      join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'l.category_id'),
    )
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'l.seller_id'),
    )
    .where('l.tenant_id', '=', tenantId)
    .select(columns.map((column) => `l.${column}` as const))
    .select(['c.name as category_name', 'u.username'])

/** A page of listings that are not hidden, as they stand at `now`, and how many the filter finds. */
export async function listListings(
  ctx: Partition,
  filter: ListingFilter,
  page: PageRequest,
  now: Date,
) {
  const total = () => totalListings(ctx, filter, now)
  const ids = sql<number>`(${sql.join(
    conditions(filter, now).map((condition) => idsOfPage(ctx, filter, condition, page)),
    sql` union all `,
  )})`
  const rows = await selectListings(ctx)
    .select(total().as('total_count'))
    .where('l.id', 'in', ids)
    .orderBy('l.id', 'desc')
    .limit(page.limit + 1)
    .execute()
  return { rows, total: await totalOf(ctx, rows, total) }
}

/**
 * What the status asked for means for the rows, as alternatives that each have an index: expired
 * are those that are marked as such, and those whose time ended since the job was last here.
 */
function conditions({ status }: ListingFilter, now: Date): RawBuilder<unknown>[] {
  const overdue = sql`and status = 'active' and expires_at <= ${now}`
  if (status === undefined) return [sql``]
  if (status === 'active') return [sql`and status = 'active' and expires_at > ${now}`]
  return status === 'expired'
    ? [sql`and status = 'expired'`, overdue]
    : [sql`and status = ${status}`]
}

const others = ({ seller_id, category_id }: ListingFilter) => {
  const seller = seller_id === undefined ? sql`` : sql`and seller_id = ${seller_id}`
  const category = category_id === undefined ? sql`` : sql`and category_id = ${category_id}`
  return sql`${seller} ${category}`
}

function idsOfPage(
  { tenantId }: Partition,
  filter: ListingFilter,
  condition: RawBuilder<unknown>,
  { after, limit }: PageRequest,
) {
  const rest = after === undefined ? sql`` : sql`and id < ${after}`
  return sql`(
    select id from listings
    where tenant_id = ${tenantId} and not hidden ${condition} ${others(filter)} ${rest}
    order by id desc limit ${limit + 1})`
}

/**
 * One filter, or none, has a counter, which follows the status as it is written: for the live and
 * the expired the few that the job has not seen yet are taken off or added. Several filters together
 * are counted on the narrowest index.
 */
function totalListings({ tenantId }: Partition, filter: ListingFilter, now: Date) {
  const { status, seller_id, category_id } = filter
  const given = Object.entries({ status, seller_id, category_id }).filter(
    (pair): pair is [string, string | number] => pair[1] !== undefined,
  )
  const countRows = (condition: RawBuilder<unknown>) => sql<number>`(
    select count(*) from listings
    where tenant_id = ${tenantId} and not hidden ${condition} ${others(filter)})`
  if (given.length > 1)
    return sql<number>`(${sql.join(conditions(filter, now).map(countRows), sql` + `)})`
  const [by, value] = given[0] ?? []
  const counter = counted(tenantId, 'listings', by, value)
  const overdue = countRows(sql`and status = 'active' and expires_at <= ${now}`)
  if (status === 'active') return sql<number>`(${counter} - ${overdue})`
  return status === 'expired' ? sql<number>`(${counter} + ${overdue})` : counter
}

export const findListing = (ctx: Partition, id: number): Promise<ListingRow | undefined> =>
  selectListings(ctx).where('l.id', '=', id).executeTakeFirst()

/** The listing, locked until the transaction ends. */
export const lockListing = (ctx: Partition, id: number): Promise<ListingRow | undefined> =>
  selectListings(ctx).where('l.id', '=', id).forNoKeyUpdate('l').executeTakeFirst()

export const findCategory = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .selectFrom('listing_categories')
    .select(['id', 'name'])
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirst()

/** Inserts categories; answers their ids in the same order. */
export const insertCategories = (
  { tx, tenantId }: Partition,
  categories: readonly { slug: string; name: string }[],
) =>
  tx
    .insertInto('listing_categories')
    .values(categories.map((category) => ({ ...category, tenant_id: tenantId })))
    .returning(['id', 'slug', 'name'])
    .execute()

/**
 * Inserts a listing under `base` or, where that is taken, the first free of `base-2`, `base-3` … Of
 * two that want the same slug at once the second waits for the first and takes the next.
 */
export async function insertListing(
  ctx: Partition,
  base: string,
  listing: Omit<Insertable<Tables['listings']>, 'tenant_id' | 'slug'>,
) {
  for (;;) {
    const slug = await findFreeSlug(ctx, base)
    const row = await ctx.tx
      .insertInto('listings')
      .values({ ...listing, slug, tenant_id: ctx.tenantId })
      .onConflict((conflict) => conflict.columns(['tenant_id', 'slug']).doNothing())
      .returning(columns)
      .executeTakeFirst()
    if (row) return row
  }
}

// Recursion stops at the first row that is asked for; a series would be made in full.
async function findFreeSlug({ tx, tenantId }: Partition, base: string): Promise<string> {
  const { rows } = await sql<{ slug: string }>`
    with recursive candidates (n, slug) as (
      select 1, ${base}::text
      union all select n + 1, ${`${base}-`} || (n + 1) from candidates
    )
    select slug from candidates c
    where not exists (select from listings l where l.tenant_id = ${tenantId} and l.slug = c.slug)
    limit 1`.execute(tx)
  return (rows[0] as { slug: string }).slug
}

type Change = Partial<Omit<Insertable<Tables['listings']>, 'tenant_id' | 'id'>>

export const updateListing = ({ tx, tenantId }: Partition, id: number, change: Change) =>
  tx
    .updateTable('listings')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/**
 * Marks listings whose time is over as expired, at most `limit`; answers how many, and how many of
 * them the counters know.
 */
export async function expireDueListings(
  { tx, tenantId }: Partition,
  now: Date,
  limit: number,
): Promise<{ expired: number; shown: number }> {
  const due = tx
    .selectFrom('listings')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('status', '=', 'active')
    .where('expires_at', '<=', now)
    .orderBy('expires_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
  const rows = await tx
    .updateTable('listings')
    .set({ status: 'expired' })
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', due)
    .returning('hidden')
    .execute()
  return { expired: rows.length, shown: rows.filter(({ hidden }) => !hidden).length }
}
