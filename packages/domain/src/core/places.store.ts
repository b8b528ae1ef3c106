import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../kit/context.ts'
import { listOf, type Value } from '../kit/list.ts'
import { pagesOf } from '../kit/list-pages.ts'

/** The name that the audit log has for each kind of place, and its table. The tables have the same columns. */
export const tables = {
  file_area: 'file_areas',
  forum: 'forums',
  listing_category: 'listing_categories',
} as const satisfies Record<string, keyof Tables>

export type PlaceKind = keyof typeof tables

const tableOf = (kind: PlaceKind) => tables[kind] as 'forums'

const columns = ['id', 'slug', 'name', 'description', 'archived_at', 'position'] as const

/** A forum, a listing category or a file area; only the last has something of its own. */
export type PlaceRow = Pick<Selectable<Tables['forums']>, (typeof columns)[number]> & {
  readonly programs_allowed?: boolean
}

const columnsOf = (kind: PlaceKind) =>
  (kind === 'file_area' ? [...columns, 'programs_allowed'] : columns) as typeof columns

/** The columns of a place that are written. */
type Written<T> = Omit<T, 'tenant_id'> & { readonly programs_allowed?: boolean }

const selectPlaces = ({ tx, tenantId }: Partition, kind: PlaceKind, from = tableOf(kind)) =>
  tx.selectFrom(from).select(columnsOf(kind)).where('tenant_id', '=', tenantId)

/** The forum that a community starts with. */
export const insertForum = (
  { tx, tenantId }: Partition,
  forum: { slug: string; name: string; description?: string },
) =>
  tx
    .insertInto('forums')
    .values({ ...forum, tenant_id: tenantId })
    .returning(['id', 'slug'])
    .executeTakeFirstOrThrow()

/** Those that are archived, or those that are not; a partition has few enough to count. */
const placeList = (kind: PlaceKind) =>
  listOf(tables[kind], {
    from: tableOf(kind),
    filters: { archived: { where: (value: Value) => sql`(archived_at is not null) = ${value}` } },
    order: { by: ['position'], direction: 'asc' },
  })

const pagesOfPlaces = (kind: PlaceKind) =>
  pagesOf(placeList(kind), (ctx, from) => selectPlaces(ctx, kind, from))

/** The pages of each kind of place. */
export const placePages: Readonly<Record<PlaceKind, ReturnType<typeof pagesOfPlaces>>> = {
  file_area: pagesOfPlaces('file_area'),
  forum: pagesOfPlaces('forum'),
  listing_category: pagesOfPlaces('listing_category'),
}

export const findPlace = (
  ctx: Partition,
  kind: PlaceKind,
  by: 'id' | 'slug',
  value: number | string,
): Promise<PlaceRow | undefined> => selectPlaces(ctx, kind).where(by, '=', value).executeTakeFirst()

/** The place, locked until the transaction ends, and yet not against what is put there. */
export const lockPlace = (
  ctx: Partition,
  kind: PlaceKind,
  id: number,
): Promise<PlaceRow | undefined> =>
  selectPlaces(ctx, kind).where('id', '=', id).forNoKeyUpdate().executeTakeFirst()

/** Every place of a kind in its order, archived ones included, and locked like one. */
export async function lockPlaces(ctx: Partition, kind: PlaceKind): Promise<PlaceRow[]> {
  const rows = await selectPlaces(ctx, kind).orderBy('id').forNoKeyUpdate().execute()
  return rows.sort((a, b) => a.position - b.position)
}

export async function countPlaces({ tx, tenantId }: Partition, kind: PlaceKind): Promise<number> {
  const { total } = await tx
    .selectFrom(tableOf(kind))
    .select(sql<number>`count(*)`.as('total'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow()
  return total
}

/** Inserts a place, the last in the order. */
export const insertPlace = (
  { tx, tenantId }: Partition,
  kind: PlaceKind,
  place: Written<Insertable<Tables['forums']>>,
): Promise<PlaceRow> =>
  tx
    .insertInto(tableOf(kind))
    .values({ ...place, tenant_id: tenantId })
    .returning(columnsOf(kind))
    .executeTakeFirstOrThrow()

export const updatePlace = (
  { tx, tenantId }: Partition,
  kind: PlaceKind,
  id: number,
  change: Written<Updateable<Tables['forums']>>,
): Promise<PlaceRow> =>
  tx
    .updateTable(tableOf(kind))
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(columnsOf(kind))
    .executeTakeFirstOrThrow()

/** Gives places that are locked positions after all others, in the order of these ids. */
export async function setPlaceOrder(
  { tx, tenantId }: Partition,
  kind: PlaceKind,
  ids: readonly number[],
): Promise<void> {
  const sequence = sql.lit(`${tables[kind]}_position_seq`)
  const { rows } = await sql<{ position: number }>`
    select nextval(${sequence}) as position from unnest(${ids}::bigint[])`.execute(tx)
  const positions = rows.map(({ position }) => position).sort((a, b) => a - b)
  await sql`
    update ${sql.table(tables[kind])} p set position = n.position
    from unnest(${ids}::bigint[], ${positions}::bigint[]) as n (id, position)
    where p.tenant_id = ${tenantId} and p.id = n.id`.execute(tx)
}
