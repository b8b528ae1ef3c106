import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'
import { takenAs } from '../../kit/taken.ts'

export const categoryList = listOf('learn_categories', {
  from: 'learn_categories as g',
  order: { by: ['name', 'id'], direction: 'asc' },
})

export type CategoryRow = Selectable<Tables['learn_categories']>

const selectCategories = ({ tx, tenantId }: Partition, from = categoryList.from) =>
  tx.selectFrom(from).where('g.tenant_id', '=', tenantId).selectAll('g')

export const listCategories = pagesOf(categoryList, selectCategories)

export const findCategory = (ctx: Partition, id: number): Promise<CategoryRow | undefined> =>
  selectCategories(ctx).where('g.id', '=', id).executeTakeFirst()

/** The category, which is not deleted until the transaction ends. */
export const holdCategory = (ctx: Partition, id: number): Promise<CategoryRow | undefined> =>
  selectCategories(ctx).where('g.id', '=', id).forKeyShare().executeTakeFirst()

/** The category, locked until the transaction ends, so that no course comes into it. */
export const lockCategory = (ctx: Partition, id: number): Promise<CategoryRow | undefined> =>
  selectCategories(ctx).where('g.id', '=', id).forUpdate().executeTakeFirst()

/** Waits for others who change categories of the tenant, until they have ended. */
export const lockCategories = ({ tx, tenantId }: Partition) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`learn categories ${tenantId}`}, 0))`.execute(
    tx,
  )

/** How many categories there are, and how many are within this one. */
export async function countCategories({ tx, tenantId }: Partition, id: number) {
  const { rows } = await sql<{ total: number; within: number }>`
    select count(*) as total, count(*) filter (where parent_id = ${id}) as within
    from learn_categories where tenant_id = ${tenantId}`.execute(tx)
  return rows[0] as { total: number; within: number }
}

export const hasCourses = async ({ tx, tenantId }: Partition, id: number): Promise<boolean> =>
  (await tx
    .selectFrom('learn_courses')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('category_id', '=', id)
    .limit(1)
    .executeTakeFirst()) !== undefined

const taken = takenAs({ learn_categories_slug: 'slug' })

export const insertCategory = (
  { tx, tenantId }: Partition,
  category: Omit<Insertable<Tables['learn_categories']>, 'tenant_id'>,
) =>
  tx
    .insertInto('learn_categories')
    .values({ ...category, tenant_id: tenantId })
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch(taken)

export const updateCategory = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['learn_categories']>,
) =>
  tx
    .updateTable('learn_categories')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()
    .catch(taken)

export const deleteCategory = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .deleteFrom('learn_categories')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
