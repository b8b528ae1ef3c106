import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/** Those who left before a time, the first of them first. */
const leavers = (tenantId: number, before: Date, limit: number) => sql`
  select user_id from scim_users
  where tenant_id = ${tenantId} and left_at <= ${before} order by left_at limit ${limit}`

/** Takes leavers out of the provider's groups, which show them no more since they left; at most `limit` rows. */
export async function removeMemberships(
  { tx, tenantId }: Partition,
  before: Date,
  limit: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    with left_over as materialized (${leavers(tenantId, before, limit)}),
    members as materialized (
      select m.cohort_id, m.user_id from left_over l
      join learn_cohort_members m on m.tenant_id = ${tenantId} and m.user_id = l.user_id
      join learn_cohorts c on c.tenant_id = ${tenantId} and c.id = m.cohort_id and c.source = 'api'
      limit ${limit}
    )
    delete from learn_cohort_members m using members g
    where m.tenant_id = ${tenantId} and m.cohort_id = g.cohort_id and m.user_id = g.user_id`.execute(
    tx,
  )
  return Number(numAffectedRows)
}

/** Removes the rows of leavers, with all that the provider has said of them; answers how many. */
export async function removeLeavers(
  { tx, tenantId }: Partition,
  before: Date,
  limit: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    with left_over as materialized (${leavers(tenantId, before, limit)})
    delete from scim_users s using left_over l
    where s.tenant_id = ${tenantId} and s.user_id = l.user_id`.execute(tx)
  return Number(numAffectedRows)
}

/** The time at which the first member left whose rows are still there. */
export const firstLeft = (tenantId: number) =>
  sql`select min(left_at) from scim_users where tenant_id = ${tenantId} and left_at is not null`
