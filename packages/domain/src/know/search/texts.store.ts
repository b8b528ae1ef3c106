import { sql } from 'kysely'
import type { Partition, Writing } from '../../kit/context.ts'
import { defer } from '../../kit/defer.ts'
import { foldedOf, gramsOf } from './folding.rules.ts'

interface Readable {
  readonly id: number
  readonly slug: string
  readonly title: string
  readonly content_markdown: string
}

/** Makes a page found by its present title and text, when the transaction ends. It has no such row before. */
export function deferText(ctx: Writing, page: Readable): void {
  const [title, body] = [foldedOf(page.title), foldedOf(page.content_markdown)]
  const titleGrams = gramsOf(ctx.tenantId, title, page.slug)
  const grams = gramsOf(ctx.tenantId, title, body)
  defer(
    ctx,
    sql`insert into know_texts (tenant_id, page_id, title_key, slug, body_key, title_grams, grams)
      values (${ctx.tenantId}, ${page.id}, ${title}, ${page.slug}, ${body},
        ${titleGrams}::integer[], ${grams}::integer[])`.compile(ctx.tx),
  )
}

/** Ends the row by which a page is found; searches that have begun still see it. */
export const endTexts = ({ tx, tenantId, now }: Partition & { now: Date }, pageId: number) =>
  sql`update know_texts set to_xid = pg_current_xact_id(), ended_at = ${now}
    where tenant_id = ${tenantId} and page_id = ${pageId} and to_xid is null`.compile(tx)

/** Removes rows that ended before a time; answers how many. */
export async function deleteEnded(
  { tx, tenantId }: Partition,
  before: Date,
  limit: number,
): Promise<number> {
  const { rows } =
    await sql`delete from know_texts where tenant_id = ${tenantId} and id = any(array(
      select id from know_texts where tenant_id = ${tenantId} and ended_at < ${before}
      order by ended_at limit ${limit}))
    returning 1`.execute(tx)
  return rows.length
}

/** When the first of them ended. */
export const firstEnded = (tenantId: number) =>
  sql`select min(ended_at) from know_texts where tenant_id = ${tenantId} and ended_at is not null`
