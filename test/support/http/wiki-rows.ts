import { foldedOf, gramsOf, wordsOf } from '../../../packages/domain/src/know/index.ts'
import type { Platform, TestTenant } from './platform.ts'

/** A page as tests write it, with its former slugs and the texts before the current one. */
export interface TestPage {
  readonly slug: string
  readonly title?: string
  readonly text?: string
  readonly tags?: readonly string[]
  readonly summary?: string
  readonly before?: readonly string[]
  readonly former?: readonly string[]
  readonly updatedAt?: Date
  readonly status?: string
  readonly hidden?: boolean
}

/** Writes a page into the tables of a tenant, and answers the ids of its revisions, oldest first. */
export async function writePage(
  platform: Platform,
  page: TestPage,
  tenant: TestTenant = platform.tenant,
): Promise<number[]> {
  const { slug, title = slug, text = 'A text.', tags = [], summary, before = [] } = page
  const at = page.updatedAt ?? platform.clock.now()
  const texts = [...before, text]
  const folded = [foldedOf(title), foldedOf(text)] as const
  const { rows } = await platform.query(
    `with ids as (select array_agg(nextval('know_revisions_id_seq')) as ids
        from unnest($1::text[])),
      p as (insert into know_pages (tenant_id, slug, title, tags, status, hidden, current_revision_id,
          revision_count, word_count, created_at, updated_at)
        select $2, $3, $4, $5, $6, $7, ids[cardinality(ids)], cardinality(ids), $11, $8, $8 from ids
        returning id),
      r as (insert into know_revisions (tenant_id, id, page_id, base_id, status, summary,
          content_markdown, submitted_at, reviewed_at)
        overriding system value
        select $2, ids[t.n], p.id, ids[t.n - 1], 'approved', $9, t.text, $8, $8
        from ids, p, unnest($1::text[]) with ordinality t (text, n) returning id),
      s as (insert into know_slugs (tenant_id, slug, page_id, is_current)
        select $2, s, p.id, s = $3 from p, unnest($10::text[]) s returning slug),
      t as (insert into know_page_tags (tenant_id, tag_key, page_id)
        select $2, lower(replace(t, ' ', '-')), p.id from p, unnest($5::text[]) t returning tag_key),
      x as (insert into know_texts (tenant_id, page_id, title_key, slug, body_key, title_grams, grams)
        select $2, p.id, $12, $3, $13, $14, $15 from p returning id)
    select ids from ids`,
    [
      ...[
        texts,
        tenant.live.tenantId,
        slug,
        title,
        tags,
        page.status ?? 'published',
        page.hidden ?? false,
      ],
      ...[
        at,
        summary,
        [slug, ...(page.former ?? [])],
        wordsOf(text),
        ...folded,
        gramsOf(tenant.live.tenantId, folded[0]),
        gramsOf(tenant.live.tenantId, ...folded),
      ],
    ],
  )
  return (rows[0].ids as unknown[]).map(Number)
}
