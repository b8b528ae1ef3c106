import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition, Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { defer } from '../../kit/defer.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'
import type { ReadPage } from './reading.rules.ts'

export type ResultRow = Omit<
  Selectable<Tables['know_import_results']>,
  'tenant_id' | 'attempts' | 'page'
>

/** The outcome of a file. */
export type FileOutcome = 'created' | 'updated' | 'proposed' | 'unchanged' | 'skipped' | 'failed'

export const resultList = listOf('know_import_results', {
  from: 'know_import_results as r',
  filters: { import_id: 'import_id', outcome: 'outcome' },
  counters: ['import_id', ['import_id', 'outcome']],
  order: { by: ['n'], direction: 'asc' },
})

export const listResults = pagesOf(resultList, ({ tx, tenantId }, from = resultList.from) =>
  tx
    .selectFrom(from)
    .where('r.tenant_id', '=', tenantId)
    .select(['r.import_id', 'r.n', 'r.path', 'r.outcome', 'r.slug', 'r.page_id'])
    .select(['r.code', 'r.field', 'r.message', 'r.broken_links'])
    .$castTo<ResultRow>(),
)

/** A file that was read, or why it is no page. */
export interface NewResult {
  readonly n: number
  readonly path: string
  readonly outcome: 'pending' | 'skipped' | 'failed'
  readonly slug: string | null
  readonly page: ReadPage | null
  readonly code: string | null
  readonly field: string | null
  readonly message: string | null
}

/** Adds files of an import, and counts those that were not there. */
export async function addResults(
  ctx: Writing,
  importId: number,
  results: readonly NewResult[],
): Promise<void> {
  const { tx, tenantId } = ctx
  const { rows } = await sql<{ outcome: string }>`
    insert into know_import_results
      (tenant_id, import_id, n, path, outcome, slug, page, code, field, message)
    select ${tenantId}, ${importId}, e.n, e.path, e.outcome, e.slug, e.page, e.code, e.field, e.message
    from json_to_recordset(${JSON.stringify(results)}::json) as e
      (n integer, path text, outcome text, slug text, page json, code text, field text, message text)
    on conflict do nothing returning outcome`.execute(tx)
  for (const { outcome } of rows) count(ctx, resultList, 1, { import_id: importId, outcome })
}

/** How many files of an import have each outcome. */
export async function countOutcomes(
  { tx, tenantId }: Partition,
  importId: number,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ outcome: string; n: number }>`
    select outcome, count(*)::integer as n from know_import_results
    where tenant_id = ${tenantId} and import_id = ${importId} group by outcome`.execute(tx)
  return new Map(rows.map(({ outcome, n }) => [outcome, n]))
}

/** A file that is to become a page. */
export interface Taken {
  readonly n: number
  readonly path: string
  readonly slug: string
  readonly page: ReadPage
}

/** The next file that has not had its turn, locked; one that another worker has in hand is left to it. */
export const takeFile = (
  { tx, tenantId }: Partition,
  importId: number,
): Promise<Taken | undefined> =>
  tx
    .selectFrom('know_import_results')
    .select(['n', 'path', 'slug', 'page'])
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .where('outcome', '=', 'pending')
    .orderBy('n')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .$castTo<Taken>()
    .executeTakeFirst()

/** Whether a file has not had its turn, locked. */
export async function lockPending({ tx, tenantId }: Partition, importId: number, n: number) {
  const row = await tx
    .selectFrom('know_import_results')
    .select('n')
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .where('n', '=', n)
    .where('outcome', '=', 'pending')
    .forUpdate()
    .executeTakeFirst()
  return row !== undefined
}

/** Whether files of an import have not had their turn. */
export async function arePending({ tx, tenantId }: Partition, importId: number): Promise<boolean> {
  const row = await tx
    .selectFrom('know_import_results')
    .select('n')
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .where('outcome', '=', 'pending')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The slugs of the pages that files become, by their paths. */
export async function findSlugs(
  { tx, tenantId }: Partition,
  importId: number,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (paths.length === 0) return new Map()
  const rows = await tx
    .selectFrom('know_import_results')
    .select(['path', 'slug'])
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .where('path', '=', sql<string>`any(${paths}::text[])`)
    .where('slug', 'is not', null)
    .execute()
  return new Map(rows.map(({ path, slug }) => [path, slug as string]))
}

/** The outcome of a file that is locked. */
export interface Settled {
  readonly outcome: FileOutcome
  readonly page_id?: number | null
  readonly code?: string | null
  readonly field?: string | null
  readonly message?: string | null
  readonly broken_links?: readonly string[]
}

/** Leaves the outcome of a file, which is locked, for the end of the transaction, and counts it. */
export function deferOutcome(
  ctx: Writing,
  importId: number,
  n: number,
  {
    outcome,
    page_id = null,
    code = null,
    field = null,
    message = null,
    broken_links = [],
  }: Settled,
): void {
  const { tx, tenantId } = ctx
  const of = sql`tenant_id = ${tenantId}`
  defer(
    ctx,
    sql`update know_import_results set outcome = ${outcome}, page = null, page_id = ${page_id}::bigint,
        code = ${code}::text, field = ${field}::text, message = ${message}::text,
        broken_links = ${broken_links}::text[]
      where ${of} and import_id = ${importId} and n = ${n}`.compile(tx),
  )
  defer(
    ctx,
    sql`update know_imports set ${sql.ref(outcome)} = ${sql.ref(outcome)} + 1
      where ${of} and id = ${importId}`.compile(tx),
  )
  count(ctx, resultList, -1, { import_id: importId, outcome: 'pending' })
  count(ctx, resultList, 1, { import_id: importId, outcome })
}

/** Lets files fail that have not had their turn, at most so many; answers how many. */
export async function failPending(
  ctx: Writing,
  importId: number,
  { code, message }: { readonly code: string; readonly message: string },
  limit: number,
): Promise<number> {
  const { tx, tenantId } = ctx
  const { rows } = await sql`
    update know_import_results set outcome = 'failed', page = null, code = ${code}, message = ${message}
    where tenant_id = ${tenantId} and import_id = ${importId} and n = any(array(
      select n from know_import_results
      where tenant_id = ${tenantId} and import_id = ${importId} and outcome = 'pending'
      order by n limit ${limit} for update))
    returning n`.execute(tx)
  count(ctx, resultList, -rows.length, { import_id: importId, outcome: 'pending' })
  count(ctx, resultList, rows.length, { import_id: importId, outcome: 'failed' })
  return rows.length
}

/** Counts that a file could not become a page for no reason of its own; answers how often by now. */
export async function countAttempt(
  { tx, tenantId }: Partition,
  importId: number,
  n: number,
): Promise<number> {
  const row = await tx
    .updateTable('know_import_results')
    .set({ attempts: sql`attempts + 1` })
    .where('tenant_id', '=', tenantId)
    .where('import_id', '=', importId)
    .where('n', '=', n)
    .returning('attempts')
    .executeTakeFirst()
  return row?.attempts ?? 0
}

/** Removes files of an import, at most so many; answers their outcomes. */
export async function deleteResults(
  { tx, tenantId }: Partition,
  importId: number,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ outcome: string }>`
    delete from know_import_results where tenant_id = ${tenantId} and import_id = ${importId}
      and n = any(array(select n from know_import_results
        where tenant_id = ${tenantId} and import_id = ${importId} order by n limit ${limit}))
    returning outcome`.execute(tx)
  return rows.map(({ outcome }) => outcome)
}
