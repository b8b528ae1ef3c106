import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

type Table = Tables['learn_record_forwarders']

/** A forwarder without its password, and who made it. */
export type ForwarderRow = Omit<Selectable<Table>, 'tenant_id' | 'password'> & {
  readonly by_username: string
}

export const forwarderList = listOf('learn_record_forwarders', {
  from: 'learn_record_forwarders as f',
})

const COLUMNS = [
  ...(['f.id', 'f.label', 'f.url', 'f.username', 'f.user_id', 'f.is_active'] as const),
  ...(['f.after_stored', 'f.after_id', 'f.statements', 'f.refused', 'f.failures'] as const),
  ...(['f.failing_since', 'f.last_error', 'f.retry_at', 'f.created_at', 'f.updated_at'] as const),
]

const selectForwarders = ({ tx, tenantId }: Partition, from = forwarderList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'f.user_id'),
    )
    .where('f.tenant_id', '=', tenantId)
    .select([...COLUMNS, 'u.username as by_username'])
    .$castTo<ForwarderRow>()

export const listForwarders = pagesOf(forwarderList, selectForwarders)

export const findForwarder = (ctx: Partition, id: number): Promise<ForwarderRow | undefined> =>
  selectForwarders(ctx).where('f.id', '=', id).executeTakeFirst()

/** The same, locked until the transaction ends. */
export const lockForwarder = (ctx: Partition, id: number): Promise<ForwarderRow | undefined> =>
  selectForwarders(ctx).where('f.id', '=', id).forUpdate('f').executeTakeFirst()

const own = ({ tenantId }: Partition, id: number) =>
  sql<boolean>`tenant_id = ${tenantId} and id = ${id}`

export async function countForwarders({ tx, tenantId }: Partition): Promise<number> {
  const row = await tx
    .selectFrom('learn_record_forwarders')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('tenant_id', '=', tenantId)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** The place behind the last statement. */
export async function lastPlace({
  tx,
  tenantId,
}: Partition): Promise<{ readonly after_stored: Date; readonly after_id: number }> {
  const row = await tx
    .selectFrom('learn_xapi_statements')
    .select(['stored as after_stored', 'id as after_id'])
    .where('tenant_id', '=', tenantId)
    .orderBy('stored', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? FIRST_PLACE
}

/** The place before the first statement. */
export const FIRST_PLACE = { after_stored: new Date(0), after_id: 0 }

/** Taken beforehand, because a password is sealed for its place. */
export async function nextForwarderId({ tx }: Partition): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    select nextval('learn_record_forwarders_id_seq')::int8 as id`.execute(tx)
  return Number(rows[0]?.id)
}

export const insertForwarder = (
  { tx, tenantId }: Partition,
  forwarder: Omit<Insertable<Table>, 'tenant_id'>,
) =>
  tx
    .insertInto('learn_record_forwarders')
    .values({ ...forwarder, tenant_id: tenantId })
    .execute()

export const updateForwarder = (
  ctx: Partition,
  id: number,
  change: Omit<Updateable<Table>, 'tenant_id' | 'id'>,
) => ctx.tx.updateTable('learn_record_forwarders').set(change).where(own(ctx, id)).execute()

export const deleteForwarder = (ctx: Partition, id: number) =>
  ctx.tx.deleteFrom('learn_record_forwarders').where(own(ctx, id)).execute()

/** The sealed password of a forwarder. */
export async function findPassword(ctx: Partition, id: number): Promise<string | undefined> {
  const query = ctx.tx.selectFrom('learn_record_forwarders').select('password').where(own(ctx, id))
  return (await query.executeTakeFirst())?.password
}

/** Passwords that are sealed under an older secret than this one. */
export const listSealedElsewhere = ({ tx, tenantId }: Partition, keyId: string) =>
  tx
    .selectFrom('learn_record_forwarders')
    .select(['id', 'password as was'])
    .where('tenant_id', '=', tenantId)
    .where('password', 'not like', `${keyId}.%`)
    .orderBy('id')
    .execute()

export async function replacePassword(
  ctx: Partition,
  { id, was, password }: { readonly id: number; readonly was: string; readonly password: string },
): Promise<boolean> {
  const row = await ctx.tx
    .updateTable('learn_record_forwarders')
    .set({ password })
    .where(own(ctx, id))
    .where('password', '=', was)
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
