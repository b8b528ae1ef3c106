import { sql, type RawBuilder } from 'kysely'
import type { Partition } from '../../../kit/context.ts'
import type { KeptRow } from './kept.rules.ts'
import type { Ref } from './refs.rules.ts'

export interface StatementRow extends KeptRow {
  readonly id: number
  readonly is_voided?: boolean
}

/** A page of statements that is asked for. */
export interface Asked {
  /** Everything that a statement has to be found by; the first narrows most. */
  readonly refs: readonly Ref[]
  readonly since: Date | undefined
  readonly until: Date | undefined
  readonly ascending: boolean
  /** The last statement of the page before. */
  readonly after: { readonly stored: Date; readonly id: number } | undefined
  readonly most: number
}

const columns = sql`s.id, s.body, s.added, s.edits, s.is_timed, s.stored`

/**
 * The time up to which every statement can be read: none that is being stored has an earlier one. Asked before the page
 * is read.
 */
export async function findConsistentThrough({ tx }: Partition): Promise<Date> {
  const { rows } = await sql<{ through: Date }>`
    select date_trunc('milliseconds', least(min(xact_start), clock_timestamp()) - interval '1 millisecond') as through
    from pg_stat_get_activity(null)
    where datid = (select oid from pg_database where datname = current_database())`.execute(tx)
  return rows[0]?.through as Date
}

/** The statement with an id, voided or not. */
export async function findStatement(
  { tx, tenantId }: Partition,
  id: string,
  isVoided: boolean,
): Promise<StatementRow | undefined> {
  const { rows } = await sql<StatementRow>`
    select ${columns} from learn_xapi_statements s
    where s.tenant_id = ${tenantId} and s.statement_id = ${id}::uuid and s.is_voided = ${isVoided}`.execute(
    tx,
  )
  return rows[0]
}

/** How often a page is looked for anew behind statements that are voided. */
const MOST_TURNS = 20
const MOST_AT_ONCE = 1000

/** The bytes of texts behind which a page ends. */
const MOST_BYTES = 4_194_304

/** A page, and behind which statement there may be more. */
export interface Page {
  readonly rows: readonly StatementRow[]
  readonly last: Pick<StatementRow, 'stored' | 'id'> | undefined
}

/** A page of statements that are not voided, in the order in which they were stored. Large ones end it early. */
export async function listStatements(partition: Partition, asked: Asked): Promise<Page> {
  const found: StatementRow[] = []
  let last = asked.after
  let most = asked.most + 1
  for (let turn = 0; turn < MOST_TURNS; turn++) {
    const rows = await findNext(partition, { ...asked, after: last, most })
    found.push(...rows.filter(({ is_voided }) => !is_voided))
    if (found.length > asked.most) {
      const page = found.slice(0, asked.most)
      return { rows: page, last: page.at(-1) }
    }
    const isCut = rows.length < (rows[0]?.count ?? 0)
    if (!isCut && rows.length < most) return { rows: found, last: undefined }
    last = rows.at(-1)
    if (found.length > 0 && (isCut || sizeOf(found) >= MOST_BYTES)) break
    most = Math.min(2 * most, MOST_AT_ONCE)
  }
  return { rows: found, last }
}

const sizeOf = (rows: readonly StatementRow[]): number =>
  rows.reduce((sum, { body }) => sum + Buffer.byteLength(body), 0)

interface NextRow extends StatementRow {
  /** How many there are, whatever their size. */
  readonly count: number
}

/**
 * The next statements, voided or not, as far as their texts go together. The limit stands beside the order, so that the
 * index is read in it. Further out, it let 200,000 refs be sorted for a page.
 */
async function findNext({ tx, tenantId }: Partition, asked: Asked): Promise<NextRow[]> {
  const direction = asked.ascending ? sql`asc` : sql`desc`
  const [first, ...others] = asked.refs
  const page = first
    ? sql`
      select s.* from (
        select distinct d.stored, d.statement from learn_xapi_refs d
        where d.tenant_id = ${tenantId} and d.kind = ${first.kind} and d.ref = ${first.ref}::uuid
          ${between(asked, sql`d.stored`, sql`d.statement`)}
          ${sql.join(
            others.map((each) => alsoFoundBy(tenantId, each)),
            sql` `,
          )}
        order by d.stored ${direction}, d.statement ${direction} limit ${asked.most}
      ) m
      join learn_xapi_statements s on s.tenant_id = ${tenantId} and s.id = m.statement`
    : sql`
      select s.* from learn_xapi_statements s
      where s.tenant_id = ${tenantId} and not s.is_voided ${between(asked, sql`s.stored`, sql`s.id`)}
      order by s.stored ${direction}, s.id ${direction} limit ${asked.most}`
  // The size of a text is known without reading it.
  const { rows } = await sql<NextRow>`
    select ${columns}, s.is_voided, s.count from (
      select s.*, count(*) over ()::int as count,
        sum(octet_length(s.body)) over (order by s.stored ${direction}, s.id ${direction})
          - octet_length(s.body) as before
      from (${page}) s
    ) s where s.before < ${MOST_BYTES} order by s.stored ${direction}, s.id ${direction}`.execute(
    tx,
  )
  return rows
}

/** The same statement is found by something else as well, by what the same one says. */
const alsoFoundBy = (tenantId: number, { kind, ref }: Ref) => sql`
  and exists (
    select from learn_xapi_refs x
    where x.tenant_id = ${tenantId} and x.kind = ${kind} and x.ref = ${ref}::uuid
      and x.stored = d.stored and x.statement = d.statement and x.origin = d.origin)`

function between(
  { since, until, after, ascending }: Asked,
  stored: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const conditions = [
    since && sql`and ${stored} > ${since}`,
    until && sql`and ${stored} <= ${until}`,
    after &&
      sql`and (${stored}, ${id}) ${ascending ? sql`>` : sql`<`} (${after.stored}::timestamptz, ${after.id}::bigint)`,
  ]
  return sql.join(
    conditions.filter((each) => each !== undefined),
    sql` `,
  )
}

/** The bytes of an attachment. */
export async function findAttachment(
  { tx, tenantId }: Partition,
  sha2: string,
): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom('learn_xapi_attachments')
    .select('content')
    .where('tenant_id', '=', tenantId)
    .where('sha2', '=', sha2)
    .executeTakeFirst()
  return row?.content
}

/** Those of these attachments whose bytes are there. */
export async function findAttached(
  { tx, tenantId }: Partition,
  sha2s: readonly string[],
): Promise<Set<string>> {
  if (sha2s.length === 0) return new Set()
  const rows = await tx
    .selectFrom('learn_xapi_attachments')
    .select('sha2')
    .where('tenant_id', '=', tenantId)
    .where('sha2', '=', sql<string>`any(${sha2s}::text[])`)
    .execute()
  return new Set(rows.map(({ sha2 }) => sha2))
}
