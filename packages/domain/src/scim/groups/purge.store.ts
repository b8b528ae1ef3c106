import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/** Removes members of deleted groups, at most `limit`, and groups that have none any more; answers how many rows. */
export async function removeDeleted(
  { tx, tenantId }: Partition,
  before: Date,
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with dead as materialized (
      select id from learn_cohorts
      where tenant_id = ${tenantId} and deleted_at <= ${before} order by deleted_at, id limit ${limit}
    ), members as materialized (
      select m.cohort_id, m.user_id from dead
      join learn_cohort_members m on m.tenant_id = ${tenantId} and m.cohort_id = dead.id
      limit ${limit}
    ), left_over as (
      delete from learn_cohort_members m using members
      where m.tenant_id = ${tenantId} and m.cohort_id = members.cohort_id
        and m.user_id = members.user_id
      returning 1
    )
    select count(*) as n from left_over`.execute(tx)
  const removed = Number(rows[0]?.n)
  if (removed > 0) return removed
  const { numDeletedRows } = await tx
    .deleteFrom('learn_cohorts')
    .where('tenant_id', '=', tenantId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('learn_cohorts')
        .select('id')
        .where('tenant_id', '=', tenantId)
        .where('deleted_at', '<=', before)
        .orderBy('deleted_at')
        .orderBy('id')
        .limit(limit),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** The time at which the first group was deleted that is not removed yet. */
export const firstDeleted = (tenantId: number) =>
  sql`select min(deleted_at) from learn_cohorts where tenant_id = ${tenantId}`
