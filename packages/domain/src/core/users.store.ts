import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { compileOnce, type Tables } from '@mobieus/db'
import { announceMember } from '../kit/announce.ts'
import { among } from '../kit/among.ts'
import type { Partition, Writing } from '../kit/context.ts'
import { defer } from '../kit/defer.ts'
import { counterName, counterValue } from '../kit/count.ts'
import { listOf } from '../kit/list.ts'
import { pagesOf } from '../kit/list-pages.ts'
import { postList } from './posts.store.ts'
import { SUPER_ADMIN } from '../platform/rank.rules.ts'

const columns = [
  'id',
  'username',
  'display_name',
  'role',
  'avatar_url',
  'joined_at',
  'last_active_at',
  'deletion_scheduled_at',
  'suspended_until',
] as const

/** A user, as far as the API shows it. */
export type UserRow = Pick<Selectable<Tables['users']>, (typeof columns)[number]> & {
  post_count: number
}

/** The number of a member's posts is the total of their list, so that a post leaves its author's row alone. */
const postCount = (tenantId: number) =>
  counterValue(tenantId, sql`${counterName(postList, { author_id: '' })} || users.id`).as(
    'post_count',
  )

/** The members who are not leaving. */
export const userList = listOf('users', {
  from: 'users',
  shown: sql`deletion_scheduled_at is null`,
})

const selectUsers = ({ tx, tenantId }: Partition, from = userList.from) =>
  tx.selectFrom(from).select(columns).select(postCount(tenantId)).where('tenant_id', '=', tenantId)

export const listUsers = pagesOf(userList, selectUsers)

/** A user whose grace is not over. */
export const findUser = (ctx: Partition, id: number): Promise<UserRow | undefined> =>
  selectUsers(ctx).where('id', '=', id).where('anonymised_at', 'is', null).executeTakeFirst()

/** The same with its rank, locked until the transaction ends. */
export const lockUser = (ctx: Partition, id: number) =>
  selectUsers(ctx)
    .select('role_before_ban')
    .where('id', '=', id)
    .where('anonymised_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()

const member = [
  'id',
  'username',
  'role',
  'deletion_scheduled_at',
  'suspended_until',
  'shadow_banned_at',
  'role_before_ban',
  'last_active_at',
] as const

/** A member, as far as it decides what may be done by and to them. */
export type MemberRow = Pick<Selectable<Tables['users']>, (typeof member)[number]>

/** The columns that acting for a member needs. */
export async function findMember({ tx, tenantId }: Partition, id: number) {
  const { rows } = await tx.executeQuery(selectMember(tx, { tenantId, id }))
  return rows[0]
}

/** The members with these addresses, whatever their letter case. */
export const findMembersByAddress = async (
  { tx, tenantId }: Partition,
  emailKeys: readonly string[],
): Promise<(MemberRow & { email_key: string })[]> => {
  const rows = await tx
    .selectFrom('users')
    .select([...member, 'email_key'])
    .where('tenant_id', '=', tenantId)
    .where('email_key', '=', sql<string>`any(${emailKeys}::text[])`)
    .where('anonymised_at', 'is', null)
    .orderBy('id')
    .execute()
  return rows as (MemberRow & { email_key: string })[]
}

/** Two members at once, in the order of their ids as given; what is not there is `undefined`. */
export async function findMembers(
  { tx, tenantId }: Partition,
  id: number,
  otherId: number,
): Promise<readonly [MemberRow | undefined, MemberRow | undefined]> {
  const { rows } = await tx.executeQuery(selectMember(tx, { tenantId, id, otherId }))
  return [rows.find((row) => row.id === id), rows.find((row) => row.id === otherId)]
}

const selectMember = compileOnce(
  (tx, { tenantId, id, otherId }: { tenantId: number; id: number; otherId?: number }) =>
    tx
      .selectFrom('users')
      .select(member)
      .where('tenant_id', '=', tenantId)
      .where('id', 'in', otherId === undefined ? [id] : [id, otherId])
      .where('anonymised_at', 'is', null),
)

/** Whether what the member makes is hidden from everybody else. */
export const isShadowBanned = async (ctx: Partition, id: number): Promise<boolean> =>
  Boolean((await findMember(ctx, id))?.shadow_banned_at)

/**
 * A member, locked until the transaction ends, and yet not against rows that only refer to the member.
 * So two moderators who act on members that report each other do not wait in a circle.
 */
export const lockMember = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .selectFrom('users')
    .select(member)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('anonymised_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()

/** The same, found by name. */
export const lockMemberByName = ({ tx, tenantId }: Partition, username: string) =>
  tx
    .selectFrom('users')
    .select(member)
    .where('tenant_id', '=', tenantId)
    .where('username_key', '=', username.toLowerCase())
    .where('anonymised_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()

export const insertUser = (
  { tx, tenantId }: Partition,
  user: Omit<Insertable<Tables['users']>, 'tenant_id'>,
): Promise<UserRow> =>
  tx
    .insertInto('users')
    .values({ ...user, tenant_id: tenantId })
    .returning(columns)
    .returning(postCount(tenantId))
    .executeTakeFirstOrThrow()

type Change = Updateable<Tables['users']>

/** The columns that decide whether a member, and their keys, may do anything. */
type Standing = Pick<
  Change,
  | 'deletion_reason'
  | 'deletion_scheduled_at'
  | 'role'
  | 'role_before_ban'
  | 'shadow_banned_at'
  | 'suspended_until'
>

const update = ({ tx, tenantId }: Partition, id: number, change: Change): Promise<UserRow> =>
  tx
    .updateTable('users')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning(columns)
    .returning(postCount(tenantId))
    .executeTakeFirstOrThrow()

/** Changes a member's name and the like; another name is told to every process, which keeps it with keys. */
export function updateUser(ctx: Writing, id: number, change: Omit<Change, keyof Standing>) {
  if (change.username !== undefined) announceMember(ctx, id)
  return update(ctx, id, change)
}

/**
 * Changes what a member may do, and tells it to every process: it holds for their keys at once. The rows
 * that other surfaces have of the member follow.
 */
export async function setStanding(ctx: Writing, id: number, standing: Standing): Promise<UserRow> {
  announceMember(ctx, id)
  const { tx, tenantId } = ctx
  // Sent at once: the second sees what the first has written.
  const [row] = await Promise.all([
    update(ctx, id, standing),
    sql`select follow_standing(${tenantId}, ${id})`.execute(tx),
  ])
  return row
}

/**
 * The super-admins who are not leaving, locked until the transaction ends, in one order for all. If two
 * leave at once the second waits, and is then the last.
 */
export const lockSuperAdmins = ({ tx, tenantId }: Partition) =>
  tx
    .selectFrom('users')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('role', '=', sql<number>`${sql.lit(SUPER_ADMIN)}`)
    .where('deletion_scheduled_at', 'is', null)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()

/** The member has just been active. */
export const deferActivity = (ctx: Writing, id: number, at: Date): void =>
  defer(ctx, updateActivity(ctx.tx, { tenantId: ctx.tenantId, id, at }))

const updateActivity = compileOnce(
  (tx, { tenantId, id, at }: { tenantId: number; id: number; at: Date }) =>
    tx
      .updateTable('users')
      .set({ last_active_at: at })
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id),
)

/**
 * Takes from members whose grace ended before `before` all that says who they were, at most `limit`;
 * answers how many. The rows stay, so that posts keep an author. No member can have taken the new name:
 * a colon is in none.
 */
export async function anonymiseDueUsers(
  { tx, tenantId }: Partition,
  before: Date,
  now: Date,
  limit: number,
): Promise<number> {
  const due = tx
    .selectFrom('users')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('deletion_scheduled_at', '<=', before)
    .where('anonymised_at', 'is', null)
    .orderBy('deletion_scheduled_at')
    .limit(limit)
    .forNoKeyUpdate()
    .skipLocked()
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set({
      username: sql`'deleted:' || id`,
      display_name: 'Deleted member',
      email: null,
      email_verified: false,
      avatar_url: null,
      anonymised_at: now,
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', among<number>(due))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** When the first of those who have left has done so for so many days. */
export const nextDueDeletion = ({ tenantId }: Pick<Partition, 'tenantId'>, days: number) =>
  sql`(select min(deletion_scheduled_at) + make_interval(days => ${sql.lit(days)}) from users
    where tenant_id = ${tenantId} and deletion_scheduled_at is not null
      and anonymised_at is null)`
