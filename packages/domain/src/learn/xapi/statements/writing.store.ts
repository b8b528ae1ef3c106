import { sql } from 'kysely'
import type { Partition } from '../../../kit/context.ts'
import type { Kept } from './kept.rules.ts'
import type { Ref } from './refs.rules.ts'

/** A statement that is about to be kept. */
export interface NewStatement extends Kept {
  readonly statement_id: string
  readonly target: string | null
  readonly is_voiding: boolean
  readonly refs: readonly Ref[]
}

/** A statement that was not there before. */
export interface Inserted {
  readonly id: number
  readonly statement_id: string
  /** Whether a statement refers to it that came before. */
  readonly is_awaited: boolean
}

/**
 * Makes statements that refer to others wait for those that are being stored, and the other way round. The later of two
 * sees the earlier. Sent before them, in the same trip.
 */
export const lockRecords = ({ tx, tenantId }: Partition, isReferring: boolean) =>
  isReferring
    ? sql`select pg_advisory_xact_lock(hashtextextended('learn_xapi', ${tenantId}))`.execute(tx)
    : sql`select pg_advisory_xact_lock_shared(hashtextextended('learn_xapi', ${tenantId}))`.execute(
        tx,
      )

/**
 * Keeps statements with all that they can be found by, in one statement; those whose id is taken are left out. Each looks
 * for those that refer to it on the index: as `exists` that was a hash of all statements of the tenant.
 */
export async function insertStatements(
  { tx, tenantId }: Partition,
  rows: readonly NewStatement[],
): Promise<Inserted[]> {
  const refs = rows.flatMap(({ statement_id, refs }) =>
    refs.map((each) => ({ ...each, statement_id })),
  )
  const { rows: inserted } = await sql<Inserted>`
    with clock as materialized (select date_trunc('milliseconds', clock_timestamp()) as stored),
    sent as (
      select * from unnest(
        ${rows.map((row) => row.statement_id)}::uuid[], ${rows.map((row) => row.body)}::text[],
        ${rows.map((row) => row.added)}::text[], ${rows.map(({ edits }) => edits && `{${edits.join()}}`)}::text[],
        ${rows.map((row) => row.is_timed)}::boolean[], ${rows.map((row) => row.target)}::uuid[],
        ${rows.map((row) => row.is_voiding)}::boolean[]
      ) with ordinality as s(statement_id, body, added, edits, is_timed, target, is_voiding, place)
    ), inserted as (
      insert into learn_xapi_statements
        (tenant_id, statement_id, stored, body, added, edits, is_timed, target, is_voiding, is_voided)
      select ${tenantId}, s.statement_id, c.stored, s.body, s.added, s.edits::integer[], s.is_timed, s.target,
        s.is_voiding,
        not s.is_voiding and (
          select true from learn_xapi_statements v
          where v.tenant_id = ${tenantId} and v.target = s.statement_id and v.is_voiding limit 1) is not null
      from sent s cross join clock c order by s.place
      on conflict (tenant_id, statement_id) do nothing
      returning id, statement_id, stored
    ), found as (
      insert into learn_xapi_refs (tenant_id, kind, ref, stored, statement, origin)
      select ${tenantId}, r.kind, r.ref, i.stored, i.id, i.id
      from unnest(
        ${refs.map((each) => each.statement_id)}::uuid[], ${refs.map(({ kind }) => kind)}::smallint[],
        ${refs.map(({ ref }) => ref)}::uuid[]
      ) as r(statement_id, kind, ref)
      join inserted i on i.statement_id = r.statement_id
      returning statement
    )
    select i.id, i.statement_id, (
      select true from learn_xapi_statements w
      where w.tenant_id = ${tenantId} and w.target = i.statement_id limit 1
    ) is not null as is_awaited
    from inserted i`.execute(tx)
  return inserted
}

/** Voids those of these statements that are there, but for those that void others. */
export const voidStatements = ({ tx, tenantId }: Partition, targets: readonly string[]) =>
  tx
    .updateTable('learn_xapi_statements')
    .set({ is_voided: true })
    .where('tenant_id', '=', tenantId)
    .where('statement_id', '=', sql<string>`any(${targets}::uuid[])`)
    .where('is_voiding', '=', false)
    .where('is_voided', '=', false)
    .execute()

/**
 * Gives statements what the statements that they refer to can be found by. `referring` are those that refer, `targets`
 * those that are referred to. Answers the ids of those that were given something.
 */
export async function inheritRefs(
  { tx, tenantId }: Partition,
  { referring = [], targets = [] }: { referring?: readonly number[]; targets?: readonly number[] },
  most: number,
): Promise<number[]> {
  const { rows } = await sql<{ statement: number }>`
    with pairs as (
      select s.id, s.stored, t.id as target
      from learn_xapi_statements s
      join learn_xapi_statements t on t.tenant_id = ${tenantId} and t.statement_id = s.target
      where s.tenant_id = ${tenantId} and s.id = any(${referring}::bigint[])
      union
      select s.id, s.stored, t.id
      from learn_xapi_statements t
      join learn_xapi_statements s on s.tenant_id = ${tenantId} and s.target = t.statement_id
      where t.tenant_id = ${tenantId} and t.id = any(${targets}::bigint[])
      order by id limit ${most}
    ), given as (
      insert into learn_xapi_refs (tenant_id, kind, ref, stored, statement, origin)
      select ${tenantId}, r.kind, r.ref, p.stored, p.id, r.origin
      from pairs p join learn_xapi_refs r on r.tenant_id = ${tenantId} and r.statement = p.target
      on conflict do nothing
      returning statement
    )
    select distinct statement from given`.execute(tx)
  return rows.map(({ statement }) => statement)
}

/** The texts of statements with these ids. */
export const findTexts = ({ tx, tenantId }: Partition, ids: readonly string[]) =>
  tx
    .selectFrom('learn_xapi_statements')
    .select(['statement_id', 'body'])
    .where('tenant_id', '=', tenantId)
    .where('statement_id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()

/** Keeps bytes of attachments that are not there yet, and which statements have them. */
export async function insertAttachments(
  { tx, tenantId }: Partition,
  bytes: ReadonlyMap<string, Uint8Array>,
  uses: readonly { readonly statement: number; readonly sha2: string }[],
): Promise<void> {
  const rows = [...bytes].map(([sha2, content]) => ({
    tenant_id: tenantId,
    sha2,
    content: Buffer.from(content),
  }))
  if (rows.length > 0)
    await tx
      .insertInto('learn_xapi_attachments')
      .values(rows)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  if (uses.length > 0)
    await tx
      .insertInto('learn_xapi_attachment_uses')
      .values(uses.map((each) => ({ ...each, tenant_id: tenantId })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}
