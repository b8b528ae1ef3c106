import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf, type Value } from '../../kit/list.ts'
import { pagesOf, type Pages } from '../../kit/list-pages.ts'

/** Identity providers make cohorts as well, which count in no counter of ours: totals are counted on the indexes. */
export const cohortList = listOf('learn_cohorts', {
  from: 'learn_cohorts as c',
  filters: {
    is_deleted: { where: (value: Value) => sql`(deleted_at is not null) = ${value}` },
    course_id: 'course_id',
    source: 'source',
    buyer_user_id: 'buyer_user_id',
  },
})

/** A cohort with the name of its buyer. */
export type CohortRow = Omit<Selectable<Tables['learn_cohorts']>, 'tenant_id' | 'name_key'> & {
  buyer_name: string | null
}

const selectCohorts = ({ tx, tenantId }: Partition, from = cohortList.from) =>
  tx
    .selectFrom(from)
    .leftJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'c.buyer_user_id'),
    )
    .where('c.tenant_id', '=', tenantId)
    .select([
      ...(['c.id', 'c.source', 'c.name', 'c.external_id', 'c.version', 'c.course_id'] as const),
      ...(['c.buyer_user_id', 'c.organization_name', 'c.seat_count', 'c.seats_used'] as const),
      ...(['c.source_reference', 'c.starts_at', 'c.expires_at', 'c.metadata'] as const),
      ...(['c.created_at', 'c.updated_at', 'c.deleted_at'] as const),
      'u.username as buyer_name',
    ])

export const listCohorts: Pages<typeof cohortList, CohortRow> = pagesOf(cohortList, selectCohorts)

export const findCohort = (ctx: Partition, id: number): Promise<CohortRow | undefined> =>
  selectCohorts(ctx).where('c.id', '=', id).where('c.deleted_at', 'is', null).executeTakeFirst()

/** The same, locked until the transaction ends: meanwhile no seat is taken. */
export async function lockCohort(ctx: Partition, id: number): Promise<CohortRow | undefined> {
  await ctx.tx
    .selectFrom('learn_cohorts')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .execute()
  return findCohort(ctx, id)
}

export const findGrant = (ctx: Partition, reference: string): Promise<CohortRow | undefined> =>
  selectCohorts(ctx).where('c.source_reference', '=', reference).executeTakeFirst()

/** Inserts a grant; answers its id, and `undefined` where its reference is granted, which it waits for. */
export async function insertGrant(
  { tx, tenantId }: Partition,
  grant: Omit<Insertable<Tables['learn_cohorts']>, 'tenant_id'>,
): Promise<number | undefined> {
  const row = await tx
    .insertInto('learn_cohorts')
    .values({ ...grant, tenant_id: tenantId })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'source_reference']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export const updateCohort = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['learn_cohorts']>,
) =>
  tx
    .updateTable('learn_cohorts')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()

/**
 * Takes one of the seats that are left; answers how many are taken then, and when
 * the cohort ends; `undefined` where none was left.
 */
export async function takeSeat(
  { tx, tenantId }: Partition,
  id: number,
): Promise<{ seats_used: number; expires_at: Date | null } | undefined> {
  return tx
    .updateTable('learn_cohorts')
    .set({ seats_used: sql`seats_used + 1` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .whereRef('seats_used', '<', 'seat_count')
    .returning(['seats_used', 'expires_at'])
    .executeTakeFirst()
}

/** Gives a seat back; under the lock of the cohort. */
export const giveSeatBack = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .updateTable('learn_cohorts')
    .set({ seats_used: sql`seats_used - 1` })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
