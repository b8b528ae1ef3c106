import { sql, type Insertable, type RawBuilder, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import { among } from '../kit/among.ts'
import type { Partition } from '../kit/context.ts'
import { counterName, counterValue } from '../kit/count.ts'
import { listOf } from '../kit/list.ts'
import { countRows, matching, readTotal, type Filtered } from '../kit/list-pages.ts'
import type { Found, PageRequest } from '../kit/page.ts'
import { numberedSlugs, randomSlugs } from './listings.rules.ts'

/** Listings that are not hidden. Their counters follow the status that is written. */
export const listingList = listOf('listings', {
  from: 'listings as l',
  shown: sql`not hidden`,
  filters: { status: 'status', seller_id: 'seller_id', category_id: 'category_id' },
  counters: [
    ...(['status', 'seller_id', 'category_id'] as const),
    ...([
      ['status', 'seller_id'],
      ['status', 'category_id'],
    ] as const),
  ],
})

type ListingFilter = Filtered<'status' | 'seller_id' | 'category_id'>

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

/** The columns that an edit may change. */
export type ListingChange = Omit<
  Pick<Selectable<Tables['listings']>, (typeof columns)[number]>,
  'id' | 'slug' | 'status' | 'seller_id' | 'created_at' | 'hidden' | 'removed_at'
>

const selectListings = ({ tx, tenantId }: Partition) =>
  tx
    .selectFrom(listingList.from)
    .innerJoin('listing_categories as c', (join) =>
      join.on('c.tenant_id', '=', tenantId).onRef('c.id', '=', 'l.category_id'),
    )
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'l.seller_id'),
    )
    .where('l.tenant_id', '=', tenantId)
    .select(columns.map((column) => `l.${column}` as const))
    .select(['c.name as category_name', 'u.username'])

/** A page of listings as they stand at `now`, and how many the filter finds. */
export async function listListings(
  ctx: Partition,
  filter: ListingFilter,
  page: PageRequest,
  now: Date,
): Promise<Found<ListingRow>> {
  const conditions = conditionsOf(ctx, filter, now)
  const total = totalOf(ctx, filter, conditions, now)
  const ids = sql<number>`(${sql.join(
    conditions.map((condition) => idsOfPage(condition, page)),
    sql` union all `,
  )})`
  const rows = await selectListings(ctx)
    .select(total.as('total_count'))
    .where('l.id', 'in', ids)
    .orderBy('l.id', 'desc')
    .limit(page.limit + 1)
    .execute()
  return { rows, total: rows[0]?.total_count ?? (await readTotal(ctx, total)), keyOf }
}

const keyOf = ({ id }: ListingRow) => [id]

/**
 * The rows that a filter finds, as alternatives that each have an index. Expired are those that are
 * marked as such, and those whose time ended since the last run of the expiry.
 */
function conditionsOf(ctx: Partition, filter: ListingFilter, now: Date): RawBuilder<unknown>[] {
  const written = matching(listingList, ctx.tenantId, filter)
  if (filter.status === 'active') return [sql`${written} and expires_at > ${now}`]
  return filter.status === 'expired' ? [written, overdue(ctx, filter, now)] : [written]
}

/**
 * The live listings whose time has ended, found by that time alone, and only then by the filters. Left
 * to choose, PostgreSQL looks for these few among all that are live, newest first.
 */
const overdue = ({ tenantId }: Partition, { status: _, ...others }: ListingFilter, now: Date) =>
  sql`${matching(listingList, tenantId, others)} and id = any(array(
    select id from listings
    where tenant_id = ${tenantId} and status = 'active' and expires_at <= ${now}))`

function idsOfPage(condition: RawBuilder<unknown>, { after, limit }: PageRequest) {
  const rest = after === undefined ? sql`` : sql`and id < ${after[0]}`
  return sql`(select id from listings where ${condition} ${rest} order by id desc limit ${limit + 1})`
}

/**
 * Counters follow the status as it is written. For live and expired ones they are corrected by the few that
 * the job has not seen yet. A total without a counter is counted on the narrowest index.
 */
function totalOf(
  ctx: Partition,
  filter: ListingFilter,
  conditions: readonly RawBuilder<unknown>[],
  now: Date,
): RawBuilder<number> {
  const countOf = (condition: RawBuilder<unknown>) => countRows(listingList, condition)
  const name = counterName(listingList, filter)
  if (name === undefined) return sql<number>`(${sql.join(conditions.map(countOf), sql` + `)})`
  const counter = counterValue(ctx.tenantId, name)
  const late = () => countOf(overdue(ctx, filter, now))
  if (filter.status === 'active') return sql<number>`(${counter} - ${late()})`
  return filter.status === 'expired' ? sql<number>`(${counter} + ${late()})` : counter
}

export const findListing = (ctx: Partition, id: number): Promise<ListingRow | undefined> =>
  selectListings(ctx).where('l.id', '=', id).executeTakeFirst()

const removal = [
  'withdrawn_at',
  'withdrawn_by',
  'withdrawn_from',
  'removed_by',
  'removed_from',
  'hidden_before_removal',
] as const

/** A listing with what took it away. */
export type LockedListing = ListingRow &
  Pick<Selectable<Tables['listings']>, (typeof removal)[number]>

/** The listing, locked until the transaction ends. */
export const lockListing = (ctx: Partition, id: number): Promise<LockedListing | undefined> =>
  selectListings(ctx)
    .select(removal.map((column) => `l.${column}` as const))
    .where('l.id', '=', id)
    .forNoKeyUpdate('l')
    .executeTakeFirst()

export const findCategory = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .selectFrom('listing_categories')
    .select(['id', 'name', 'archived_at'])
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

type NewListing = Omit<Insertable<Tables['listings']>, 'tenant_id' | 'slug'>

/**
 * Inserts a listing under `base`, or under the first free one of a few numbered slugs, or under a random
 * one that nobody else draws. So the number of statements does not grow with the listings of one title.
 * No statement searches: each slug is looked up by its index.
 */
export async function insertListing(ctx: Partition, base: string, listing: NewListing) {
  const first = await insertAs(ctx, base, listing)
  if (first) return first
  const numbered = await findFreeNumber(ctx, base)
  for (const slug of [...numbered, ...randomSlugs(base)]) {
    const row = await insertAs(ctx, slug, listing)
    if (row) return row
  }
  throw new Error(`no slug is free for ${base}`)
}

/** Answers nothing where the slug is taken; where it is being taken, after that has come to its end. */
const insertAs = ({ tx, tenantId }: Partition, slug: string, listing: NewListing) =>
  tx
    .insertInto('listings')
    .values({ ...listing, slug, tenant_id: tenantId })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'slug']).doNothing())
    .returning(columns)
    .executeTakeFirst()

/**
 * The first numbered slug that is free, none where all are taken. The lock lasts until the end of the
 * transaction, so that those who want the same slug at once get one number each.
 */
async function findFreeNumber({ tx, tenantId }: Partition, base: string): Promise<string[]> {
  const candidates = numberedSlugs(base)
  const place = `listing slug ${tenantId} ${base}`
  const [, taken] = await Promise.all([
    sql`select pg_advisory_xact_lock(hashtextextended(${place}, 0))`.execute(tx),
    tx
      .selectFrom('listings')
      .select('slug')
      .where('tenant_id', '=', tenantId)
      .where('slug', 'in', candidates)
      .execute(),
  ])
  const isTaken = new Set(taken.map(({ slug }) => slug))
  return candidates.filter((slug) => !isTaken.has(slug)).slice(0, 1)
}

type Change = Partial<Omit<Insertable<Tables['listings']>, 'tenant_id' | 'id'>>

export const updateListing = ({ tx, tenantId }: Partition, id: number, change: Change) =>
  tx
    .updateTable('listings')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** Marks listings whose time is over as expired, at most `limit`; answers them as they are now. */
export async function expireDueListings({ tx, tenantId }: Partition, now: Date, limit: number) {
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
  return tx
    .updateTable('listings')
    .set({ status: 'expired' })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', among<number>(due))
    .returning(['hidden', 'status', 'seller_id', 'category_id'])
    .execute()
}

/** When the time of the first live listing is over. */
export const nextDueListing = ({ tenantId }: Pick<Partition, 'tenantId'>) =>
  sql`(select min(expires_at) from listings where tenant_id = ${tenantId} and status = 'active')`
