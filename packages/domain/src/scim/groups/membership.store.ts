import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/** The condition of a join: the cohort `c` is the group of the member `m`, and still there. */
export const groupOf = (tenantId: number) => sql<boolean>`
  c.tenant_id = ${tenantId} and c.id = m.cohort_id and c.source = 'api' and c.deleted_at is null`

/**
 * Takes a user out of all groups, which so have another version. The groups are locked before the user leaves the
 * provider, in the order of their ids, as those wait who are adding members to them.
 */
export async function leaveGroups(
  { tx, tenantId }: Partition,
  userId: number,
  now: Date,
): Promise<void> {
  await sql`
    select c.id from learn_cohorts c
    where c.tenant_id = ${tenantId} and c.source = 'api' and c.id in (
      select m.cohort_id from learn_cohort_members m
      where m.tenant_id = ${tenantId} and m.user_id = ${userId})
    order by c.id for no key update`.execute(tx)
  await sql`
    with gone as (
      delete from learn_cohort_members m using learn_cohorts c
      where m.tenant_id = ${tenantId} and m.user_id = ${userId}
        and c.tenant_id = ${tenantId} and c.id = m.cohort_id and c.source = 'api'
      returning m.cohort_id
    )
    update learn_cohorts c set version = c.version + 1, updated_at = ${now} from gone
    where c.tenant_id = ${tenantId} and c.id = gone.cohort_id`.execute(tx)
}
