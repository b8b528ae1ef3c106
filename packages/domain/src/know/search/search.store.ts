import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'
import { readTotal } from '../../kit/list-pages.ts'
import { malformedCursor, type Found, type Key, type PageRequest } from '../../kit/page.ts'
import { listPagesFrom, type ListedRow } from '../pages/pages.store.ts'
import { askedGramsOf } from './folding.rules.ts'

/** A search: its text is folded, and filters that are left out find all. */
export interface Search {
  readonly asked: string
  readonly tag?: string | undefined
  readonly author_id?: number | undefined
}

/** A page that was found, with a part of its text that has the hit. */
export interface HitRow {
  readonly page_id: number
  readonly rank: number
  readonly slug: string
  readonly title: string
  readonly tags: string[]
  readonly updated_at: Date
  readonly excerpt: string
  readonly begins: boolean
  readonly ends: boolean
  readonly total: number
  readonly seen: string
}

/** So many pages are ranked. */
const MOST = 1000
/** Letters before a hit and in all. */
const [BEFORE, SHOWN] = [80, 240] as const
/** A longer list of transactions has no place in a cursor. */
const LONGEST_SNAPSHOT = 400

/** A page of what a search finds, the best first. A cursor carries what the first page has seen. */
export async function searchPages(
  ctx: Partition,
  { asked, tag, author_id }: Search,
  { after, limit }: Pick<PageRequest, 'after' | 'limit'>,
): Promise<Found<HitRow>> {
  const { tx, tenantId } = ctx
  const [rank, id, seen] = placeOf(after)
  const grams = askedGramsOf(tenantId, asked)
  const hits = sql`select h.page_id, h.rank from search_know(${tenantId}, ${asked},
    ${grams}::integer[], ${sql.lit(MOST)}, ${tag ?? null}::text, ${author_id ?? null}::bigint,
    ${seen ?? null}::text::pg_snapshot) h`
  const behind =
    after && sql` where (rank, page_id) < (${rank as number}::integer, ${id as number}::bigint)`
  const { rows } = await sql<HitRow>`
    with hits as materialized (${hits}),
      page as materialized (
        select * from hits${behind ?? sql``} order by rank desc, page_id desc limit ${limit + 1})
    select page.page_id, page.rank, p.slug, p.title, p.tags, p.updated_at,
      (select count(*) from hits) as total, pg_current_snapshot()::text as seen,
      substr(b.body, greatest(1, b.at - ${sql.lit(BEFORE)}), ${sql.lit(SHOWN)}) as excerpt,
      b.at <= ${sql.lit(BEFORE + 1)} as begins,
      length(b.body) < greatest(1, b.at - ${sql.lit(BEFORE)}) + ${sql.lit(SHOWN)} as ends
    from page
    join know_pages p on p.tenant_id = ${tenantId} and p.id = page.page_id
      and p.status = 'published'
    join know_texts t on t.tenant_id = ${tenantId} and t.page_id = p.id and t.to_xid is null
    join know_revisions r on r.tenant_id = ${tenantId} and r.id = p.current_revision_id,
    lateral (select normalize(r.content_markdown, nfc) as body,
      greatest(1, strpos(t.body_key, ${asked})) as at) b
    order by page.rank desc, page.page_id desc`.execute(tx)
  const total =
    rows[0]?.total ?? (after ? await readTotal(ctx, sql`(select count(*) from (${hits}) h)`) : 0)
  const keyOf = (row: HitRow): Key => [row.rank, row.page_id, seen ?? shortened(row.seen)]
  return { rows, total, keyOf }
}

function placeOf(after: Key | undefined): readonly [number?, number?, string?] {
  if (!after) return []
  if (after.length !== 3) throw malformedCursor()
  return after as unknown as [number, number, string]
}

/** A snapshot that fits into a cursor. With very many transactions at once, it takes those in hand for done. */
const shortened = (snapshot: string): string =>
  snapshot.length <= LONGEST_SNAPSHOT ? snapshot : snapshot.replace(/[^:]*$/, '')

/** A page of the pages whose title or slug has what is asked, newest first. */
export async function listTitled(
  ctx: Partition,
  { asked, tag, author_id }: Search,
  { after, limit }: PageRequest,
): Promise<Found<ListedRow>> {
  if (after && after.length !== 1) throw malformedCursor()
  const { tenantId } = ctx
  const hits = sql`select page_id from find_know_titles(${tenantId}, ${asked},
    ${askedGramsOf(tenantId, asked)}::integer[], ${sql.lit(MOST)}, ${tag ?? null}::text,
    ${author_id ?? null}::bigint)`
  const behind = after && sql` and k.id < ${after[0]}`
  const part = sql`(
    select k.* from know_pages k
    where k.tenant_id = ${tenantId} and k.id = any(array(${hits})) and k.status = 'published'${behind ?? sql``}
    order by k.id desc limit ${limit + 1})`.as('p')
  const rows = await listPagesFrom(ctx, part)
  const total = await readTotal(ctx, sql`(select count(*) from (${hits}) h)`)
  return { rows, total, keyOf: ({ id }) => [id] }
}
