import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'
import { KINDS, refOf } from '../xapi/statements/refs.rules.ts'

/** A deletion with the name of the member who asked for it. */
export type DeletionRow = Omit<Selectable<Tables['learn_actor_deletions']>, 'tenant_id'> & {
  readonly username: string
}

export const deletionList = listOf('learn_actor_deletions', { from: 'learn_actor_deletions as d' })

const selectDeletions = ({ tx, tenantId }: Partition, from = deletionList.from) =>
  tx
    .selectFrom(from)
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'd.user_id'),
    )
    .where('d.tenant_id', '=', tenantId)
    .selectAll('d')
    .select('u.username')
    .$castTo<DeletionRow>()

export const listDeletions = pagesOf(deletionList, selectDeletions)

export const findDeletion = (ctx: Partition, id: number): Promise<DeletionRow | undefined> =>
  selectDeletions(ctx).where('d.id', '=', id).executeTakeFirst()

/** Writes a deletion down; answers its id. */
export async function insertDeletion(
  { tx, tenantId }: Partition,
  asked: { readonly user_id: number; readonly agent: string; readonly created_at: Date },
  identifiers: readonly string[],
): Promise<number> {
  const { id } = await tx
    .insertInto('learn_actor_deletions')
    .values({ ...asked, tenant_id: tenantId, refs: identifiers.map(refOf) })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The refs by which a statement names an agent itself; those that were handed on go with their origin. */
const own = ({ tenantId }: Partition, refs: readonly string[] | ReturnType<typeof sql>) => sql`
  d.tenant_id = ${tenantId} and d.kind = ${KINDS.agent} and d.ref = any(${refs}::uuid[])
  and d.statement = d.origin`

/** Notes how many statements there are. */
export const countRemaining = (ctx: Partition, id: number) =>
  sql`update learn_actor_deletions x set remaining = (
        select count(distinct d.statement) from learn_xapi_refs d where ${own(ctx, sql`x.refs`)})
      where x.tenant_id = ${ctx.tenantId} and x.id = ${id} and x.finished_at is null`.execute(
    ctx.tx,
  )

/**
 * Deletes statements that say something of an agent, at most so many, and what others were found by through them.
 * Attachments go that no statement has any more. Answers how many statements.
 */
export async function deleteStatements(
  ctx: Partition,
  refs: readonly string[],
  most: number,
): Promise<number> {
  const { rows: gone } = await sql<Gone>`
    delete from learn_xapi_statements
    where tenant_id = ${ctx.tenantId} and id = any(array(
      select distinct d.statement from learn_xapi_refs d where ${own(ctx, refs)} limit ${most}))
    returning id, statement_id`.execute(ctx.tx)
  if (gone.length === 0) return 0
  await deleteRefs(ctx, gone)
  await deleteAttachments(ctx, gone)
  return gone.length
}

interface Gone {
  readonly id: number
  readonly statement_id: string
}

/**
 * Deletes what statements were found by, and what was handed on to those that refer to them. Each hands on all that it
 * has, so that a chain of them has no end that is known.
 */
async function deleteRefs(ctx: Partition, gone: readonly Gone[]): Promise<void> {
  const { tx, tenantId } = ctx
  const { rows } = await sql<{ origin: number }>`delete from learn_xapi_refs
    where tenant_id = ${tenantId} and statement = any(${gone.map(({ id }) => id)}::bigint[])
    returning origin`.execute(tx)
  const origins = [...new Set(rows.map(({ origin }) => origin))]
  for (let found = gone; found.length > 0;) {
    const referring = await listReferring(ctx, found)
    const { rows: lost } = await sql<{ statement: number }>`delete from learn_xapi_refs
      where tenant_id = ${tenantId} and statement = any(${referring.map(({ id }) => id)}::bigint[])
        and origin = any(${origins}::bigint[]) and origin <> statement
      returning statement`.execute(tx)
    const losing = new Set(lost.map(({ statement }) => statement))
    found = referring.filter(({ id }) => losing.has(id))
  }
}

async function listReferring(
  { tx, tenantId }: Partition,
  targets: readonly Gone[],
): Promise<Gone[]> {
  return tx
    .selectFrom('learn_xapi_statements')
    .select(['id', 'statement_id'])
    .where('tenant_id', '=', tenantId)
    .where('target', '=', sql<string>`any(${targets.map((each) => each.statement_id)}::uuid[])`)
    .execute()
}

async function deleteAttachments({ tx, tenantId }: Partition, gone: readonly Gone[]) {
  const { rows } = await sql<{ sha2: string }>`
    delete from learn_xapi_attachment_uses
    where tenant_id = ${tenantId} and statement = any(${gone.map(({ id }) => id)}::bigint[])
    returning sha2`.execute(tx)
  if (rows.length === 0) return
  await sql`
    delete from learn_xapi_attachments a
    where a.tenant_id = ${tenantId} and a.sha2 = any(${rows.map(({ sha2 }) => sha2)}::text[])
      and not exists (
        select from learn_xapi_attachment_uses u where u.tenant_id = ${tenantId} and u.sha2 = a.sha2)`.execute(
    tx,
  )
}

/** Deletes states and profiles of an agent, at most so many; answers how many. */
export async function deleteDocuments(
  { tx, tenantId }: Partition,
  refs: readonly string[],
  most: number,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from learn_xapi_documents where tenant_id = ${tenantId} and ctid = any(array(
      select ctid from learn_xapi_documents
      where tenant_id = ${tenantId} and agent_ref = any(${refs}::uuid[]) limit ${most} for update))`.execute(
    tx,
  )
  return Number(numAffectedRows ?? 0)
}

/** Deletes the names that statements have given an agent. */
export const deleteNames = ({ tx, tenantId }: Partition, refs: readonly string[]) =>
  tx
    .deleteFrom('learn_xapi_agents')
    .where('tenant_id', '=', tenantId)
    .where('ref', '=', sql<string>`any(${refs}::uuid[])`)
    .execute()

/** Notes what is deleted, and the end, with which everything goes that names the agent. */
export const addDone = (
  { tx, tenantId }: Partition,
  id: number,
  { statements, documents }: { readonly statements: number; readonly documents: number },
  finishedAt: Date | undefined,
) =>
  tx
    .updateTable('learn_actor_deletions')
    .set({
      statements: sql`statements + ${statements}`,
      documents: sql`documents + ${documents}`,
      remaining: sql`greatest(remaining - ${statements}, 0)`,
      ...(finishedAt && { finished_at: finishedAt, agent: null, refs: [], remaining: 0 }),
    })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .execute()
