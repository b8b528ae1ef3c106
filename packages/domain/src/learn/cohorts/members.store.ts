import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** Identity providers add members as well, which count in no counter of ours. */
export const memberList = listOf('learn_cohort_members', {
  from: 'learn_cohort_members as m',
  shown: sql`revoked_at is null`,
  filters: { cohort_id: 'cohort_id' },
  order: { by: ['user_id'], direction: 'asc' },
})

/** A member of a cohort with its name. */
export type MemberRow = Omit<Selectable<Tables['learn_cohort_members']>, 'tenant_id'> & {
  username: string
}

const selectMembers = ({ tx, tenantId }: Partition, from = memberList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'm.user_id'),
    )
    .where('m.tenant_id', '=', tenantId)
    .select([
      ...(['m.cohort_id', 'm.user_id', 'm.enrollment_id', 'm.joined_at'] as const),
      ...(['m.revoked_at', 'u.username'] as const),
    ])

export const listMembers = pagesOf(memberList, selectMembers)

/** The seat of a member, one that is revoked as well. */
export const findSeat = (
  ctx: Partition,
  cohortId: number,
  userId: number,
): Promise<MemberRow | undefined> =>
  selectMembers(ctx)
    .where('m.cohort_id', '=', cohortId)
    .where('m.user_id', '=', userId)
    .executeTakeFirst()

/** Inserts the seat of a member; answers whether it did, which it does not where there is one. */
export async function insertSeat(
  { tx, tenantId }: Partition,
  seat: { cohort_id: number; user_id: number; joined_at: Date },
): Promise<boolean> {
  const row = await tx
    .insertInto('learn_cohort_members')
    .values({ ...seat, tenant_id: tenantId })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'cohort_id', 'user_id']).doNothing())
    .returning('user_id')
    .executeTakeFirst()
  return row !== undefined
}

export const setEnrollment = (
  { tx, tenantId }: Partition,
  { cohort_id, user_id }: { cohort_id: number; user_id: number },
  enrollment_id: number,
) =>
  tx
    .updateTable('learn_cohort_members')
    .set({ enrollment_id })
    .where('tenant_id', '=', tenantId)
    .where('cohort_id', '=', cohort_id)
    .where('user_id', '=', user_id)
    .execute()

export const revokeSeat = (
  { tx, tenantId }: Partition,
  cohortId: number,
  userId: number,
  at: Date,
) =>
  tx
    .updateTable('learn_cohort_members')
    .set({ revoked_at: at })
    .where('tenant_id', '=', tenantId)
    .where('cohort_id', '=', cohortId)
    .where('user_id', '=', userId)
    .execute()

/**
 * Lets active enrollments by seats of a cohort end when the cohort does, at most so many; answers how many it changed.
 * One that was there before the seat keeps its end.
 */
export async function moveEnds(
  { tx, tenantId }: Partition,
  cohortId: number,
  limit: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update learn_enrollments set expires_at = c.expires_at
    from learn_cohorts c
    where learn_enrollments.tenant_id = ${tenantId} and c.tenant_id = ${tenantId} and c.id = ${cohortId}
      and learn_enrollments.id = any(array(
        select e.id from learn_enrollments e
        join learn_cohorts h on h.tenant_id = ${tenantId} and h.id = e.cohort_id
        where e.tenant_id = ${tenantId} and e.cohort_id = ${cohortId} and e.status = 'active'
          and e.expires_at is distinct from h.expires_at
        limit ${limit}))`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

/** Lets an enrollment by a seat of a cohort end when the cohort does. */
export const moveEnd = ({ tx, tenantId }: Partition, cohortId: number, enrollmentId: number) =>
  sql`
    update learn_enrollments e set expires_at = c.expires_at
    from learn_cohorts c
    where e.tenant_id = ${tenantId} and e.id = ${enrollmentId} and e.cohort_id = ${cohortId}
      and c.tenant_id = ${tenantId} and c.id = ${cohortId}`.execute(tx)
