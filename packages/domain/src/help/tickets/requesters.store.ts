import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/**
 * The requester who is this member. A member who asks for the first time becomes one: the one who was known by the
 * member's address before, if there is one.
 */
export const requesterOfMember = (ctx: Partition, userId: number): Promise<number> =>
  findOrInsert(
    () => findRequester(ctx, 'user_id', userId),
    async () =>
      (await adoptRequester(ctx, userId)) ??
      insertRequester(
        ctx,
        sql`select ${ctx.tenantId}, id, null, null from users
          where tenant_id = ${ctx.tenantId} and id = ${userId}`,
      ),
  )

/** The requester with this address: the member who has it, or somebody who is known, or not yet, by it. */
export async function requesterOfEmail(
  ctx: Partition,
  email: string,
  name: string = email,
): Promise<number> {
  const member = await ctx.tx
    .selectFrom('users')
    .select('id')
    .where('tenant_id', '=', ctx.tenantId)
    .where('email_key', '=', sql<string>`lower(${email})`)
    .executeTakeFirst()
  if (member) return requesterOfMember(ctx, member.id)
  return findOrInsert(
    () => findRequester(ctx, 'email_key', sql<string>`lower(${email})`),
    () =>
      insertRequester(
        ctx,
        sql`select ${ctx.tenantId}::bigint, null::bigint, ${email}::text, ${name}::text`,
      ),
  )
}

/** The second of two who come at once inserts nothing, and finds what the first has inserted. */
async function findOrInsert(
  find: () => Promise<number | undefined>,
  insert: () => Promise<number | undefined>,
): Promise<number> {
  const id = (await find()) ?? (await insert()) ?? (await find())
  if (id === undefined) throw new Error('a requester is neither there nor inserted')
  return id
}

/** Makes the requester with a member's address the member, unless the member is a requester already. */
async function adoptRequester(
  { tx, tenantId }: Partition,
  userId: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    update help_requesters r set user_id = u.id, email = null, name = null from users u
    where u.tenant_id = ${tenantId} and u.id = ${userId}
      and r.tenant_id = ${tenantId} and r.email_key = u.email_key
      and not exists (
        select from help_requesters o where o.tenant_id = ${tenantId} and o.user_id = ${userId})
    returning r.id`.execute(tx)
  return rows[0]?.id
}

/** The member who has the address of a requester by now, and whom the requester becomes with this. */
export async function memberOfRequester(
  ctx: Partition,
  requesterId: number,
): Promise<number | undefined> {
  const { tx, tenantId } = ctx
  const member = await tx
    .selectFrom('help_requesters as r')
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.email_key', '=', 'r.email_key'),
    )
    .select('u.id')
    .where('r.tenant_id', '=', tenantId)
    .where('r.id', '=', requesterId)
    .executeTakeFirst()
  if (member) await adoptRequester(ctx, member.id)
  return member?.id
}

async function findRequester(
  { tx, tenantId }: Partition,
  column: 'user_id' | 'email_key',
  value: unknown,
): Promise<number | undefined> {
  const row = await tx
    .selectFrom('help_requesters')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where(column, '=', value as never)
    .executeTakeFirst()
  return row?.id
}

async function insertRequester(
  { tx }: Partition,
  row: ReturnType<typeof sql>,
): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into help_requesters (tenant_id, user_id, email, name) ${row}
    on conflict do nothing returning id`.execute(tx)
  return rows[0]?.id
}
