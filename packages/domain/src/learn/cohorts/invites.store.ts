import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** Invitations have no counter: a cohort has at most 1,000. */
export const inviteList = listOf('learn_cohort_invites', {
  from: 'learn_cohort_invites as i',
  filters: { cohort_id: 'cohort_id' },
})

type Kept = Omit<
  Selectable<Tables['learn_cohort_invites']>,
  'tenant_id' | 'is_asked' | 'renewed_at'
>

export type InviteRow = Kept & {
  username: string | null
}

const selectInvites = ({ tx, tenantId }: Partition, from = inviteList.from) =>
  tx
    .selectFrom(from)
    .leftJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'i.user_id'),
    )
    .where('i.tenant_id', '=', tenantId)
    .select([
      ...(['i.id', 'i.cohort_id', 'i.email', 'i.email_key', 'i.status', 'i.attempts'] as const),
      ...(['i.error', 'i.user_id', 'i.created_at', 'i.sent_at', 'i.redeemed_at'] as const),
      'u.username',
    ])

export const listInvites = pagesOf(inviteList, selectInvites)

export const findInvite = (ctx: Partition, id: number): Promise<InviteRow | undefined> =>
  selectInvites(ctx).where('i.id', '=', id).executeTakeFirst()

/** Inserts invitations of addresses that have none, and notes whether they asked for it; answers their ids. */
export const insertInvites = (
  { tx, tenantId }: Partition,
  cohortId: number,
  { emails, isAsked, now }: { emails: readonly string[]; isAsked: boolean; now: Date },
): Promise<{ id: number }[]> =>
  tx
    .insertInto('learn_cohort_invites')
    .values(
      emails.map((email) => ({
        ...{ tenant_id: tenantId, cohort_id: cohortId, created_at: now },
        ...{ email, email_key: email.toLowerCase(), is_asked: isAsked },
      })),
    )
    .onConflict((conflict) => conflict.columns(['tenant_id', 'cohort_id', 'email_key']).doNothing())
    .returning('id')
    .execute()

/** The addresses that the purchase of a cohort named, in lower case. */
export async function listInvited({ tx, tenantId }: Partition, cohortId: number) {
  const rows = await tx
    .selectFrom('learn_cohort_invites')
    .select('email_key')
    .where('tenant_id', '=', tenantId)
    .where('cohort_id', '=', cohortId)
    .where('is_asked', '=', false)
    .execute()
  return rows.map(({ email_key }) => email_key)
}

/** An invitation whose mail has not been sent, with what the mail says; counts the attempt. */
export async function beginInvite({ tx, tenantId }: Partition, id: number) {
  const { rows } = await sql<{
    readonly id: number
    readonly email: string
    readonly attempts: number
    readonly slug: string
    readonly community: string
    readonly cohort_id: number
    readonly organization_name: string | null
    readonly course_title: string
    readonly expires_at: Date | null
  }>`
    update learn_cohort_invites i set attempts = i.attempts + 1
    from learn_cohorts c, learn_courses k, tenants t
    where i.tenant_id = ${tenantId} and i.id = ${id} and i.status = 'pending' and t.id = ${tenantId}
      and c.tenant_id = ${tenantId} and c.id = i.cohort_id
      and k.tenant_id = ${tenantId} and k.id = c.course_id
    returning i.id, i.email, i.attempts, t.slug, t.name as community, c.id as cohort_id,
      c.organization_name, k.title as course_title, c.expires_at`.execute(tx)
  return rows[0]
}

export const endInvite = (
  { tx, tenantId }: Partition,
  id: number,
  outcome: { status: 'pending' | 'sent' | 'failed'; error: string | null; sent_at?: Date },
) =>
  tx
    .updateTable('learn_cohort_invites')
    .set(outcome)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()

export const noteRedeemed = ({ tx, tenantId }: Partition, id: number, userId: number, at: Date) =>
  tx
    .updateTable('learn_cohort_invites')
    .set({ user_id: userId, redeemed_at: at })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()

/** Lets a mail that left or failed be sent again, where nobody asked for it since a time; answers the invitation. */
export async function renewInvite(
  { tx, tenantId }: Partition,
  cohortId: number,
  emailKey: string,
  { before, now }: { before: Date; now: Date },
): Promise<number | undefined> {
  const row = await tx
    .updateTable('learn_cohort_invites')
    .set({ status: 'pending', attempts: 0, error: null, renewed_at: now })
    .where('tenant_id', '=', tenantId)
    .where('cohort_id', '=', cohortId)
    .where('email_key', '=', emailKey)
    .where('status', '<>', 'pending')
    .where(sql<boolean>`greatest(created_at, sent_at, renewed_at) < ${before}`)
    .where('redeemed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** The member whose address it is. */
export const findMemberOf = ({ tx, tenantId }: Partition, emailKey: string) =>
  tx
    .selectFrom('users')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('email_key', '=', emailKey)
    .executeTakeFirst()

/** Removes invitations of before a time, the oldest first, at most so many; answers how many. */
export async function deleteInvites(
  { tx, tenantId }: Partition,
  before: Date,
  limit: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from learn_cohort_invites where tenant_id = ${tenantId} and id = any(array(
      select id from learn_cohort_invites where tenant_id = ${tenantId} and created_at < ${before}
      order by created_at limit ${limit} for update skip locked))`.execute(tx)
  return Number(numAffectedRows ?? 0n)
}

export const oldestInvite = (tenantId: number) =>
  sql`select min(created_at) from learn_cohort_invites where tenant_id = ${tenantId}`
