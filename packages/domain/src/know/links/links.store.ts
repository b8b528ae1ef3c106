import { sql, type Selectable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** Links that lead to a page. */
export const backlinkList = listOf('know_backlinks', {
  from: 'know_links as l',
  shown: sql`target_page_id is not null`,
  filters: { target_page_id: 'target_page_id' },
  counters: ['target_page_id'],
})

/** Links that lead to none. */
export const brokenLinkList = listOf('know_broken_links', {
  from: 'know_links as l',
  shown: sql`target_page_id is null`,
})

export type LinkRow = Pick<Selectable<Tables['know_links']>, 'id' | 'page_id' | 'target_slug'> & {
  slug: string
  title: string
}

const selectLinks = ({ tx, tenantId }: Partition, from: 'know_links as l') =>
  tx
    .selectFrom(from)
    .innerJoin('know_pages as p', (join) =>
      join.on('p.tenant_id', '=', tenantId).onRef('p.id', '=', 'l.page_id'),
    )
    .where('l.tenant_id', '=', tenantId)
    .select(['l.id', 'l.page_id', 'l.target_slug', 'p.slug', 'p.title'])

export const listBacklinks = pagesOf(backlinkList, selectLinks)
export const listBroken = pagesOf(brokenLinkList, selectLinks)

/** A link that has gone, come or led elsewhere: the pages that it led and leads to. */
export interface Moved {
  readonly was: number | null
  readonly is: number | null
}

/** Removes links of a page to others than these slugs. */
export const deleteLinks = (
  { tx, tenantId }: Partition,
  pageId: number,
  except: readonly string[],
): Promise<{ target_page_id: number | null }[]> =>
  tx
    .deleteFrom('know_links')
    .where('tenant_id', '=', tenantId)
    .where('page_id', '=', pageId)
    .where(sql<boolean>`target_slug <> all(${except}::text[])`)
    .returning('target_page_id')
    .execute()

/** Adds links of a page to slugs that it does not link to yet. */
export async function insertLinks(
  { tx, tenantId }: Partition,
  pageId: number,
  slugs: readonly string[],
): Promise<{ target_page_id: number | null }[]> {
  const { rows } = await sql<{ target_page_id: number | null }>`
    insert into know_links (tenant_id, page_id, target_slug, target_page_id)
    select ${tenantId}, ${pageId}, each.slug, s.page_id
    from unnest(${slugs}::text[]) with ordinality each (slug, at)
    left join know_slugs s on s.tenant_id = ${tenantId} and s.slug = each.slug
    order by each.at
    on conflict on constraint know_links_once do nothing
    returning target_page_id`.execute(tx)
  return rows
}

/**
 * Leads links to where their slugs lead now, at most so many: those to slugs that a page has, had or has lost. Answers
 * where each led and leads.
 */
export async function relink(
  { tx, tenantId }: Partition,
  pageId: number,
  limit: number,
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    with slugs as materialized (
        select slug from know_pages where tenant_id = ${tenantId} and id = ${pageId}
        union select unnest(former_slugs) from know_pages
          where tenant_id = ${tenantId} and id = ${pageId}
        union select slug from know_slugs where tenant_id = ${tenantId} and page_id = ${pageId}),
      stale as materialized (
        select l.id, l.target_page_id as was, s.page_id as is
        from slugs each
        join know_links l on l.tenant_id = ${tenantId} and l.target_slug = each.slug
        left join know_slugs s on s.tenant_id = ${tenantId} and s.slug = each.slug
        where l.target_page_id is distinct from s.page_id
        limit ${limit} for no key update of l)
    update know_links l set target_page_id = stale.is from stale
    where l.tenant_id = ${tenantId} and l.id = stale.id
    returning stale.was, stale.is`.execute(tx)
  return rows
}

/** Leads links to a page, at most so many, to where their slugs lead now. Answers where each led and leads. */
export async function leadAway(
  { tx, tenantId }: Partition,
  pageId: number,
  limit: number,
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    with late as materialized (
      select l.id, s.page_id as is
      from know_links l
      left join know_slugs s on s.tenant_id = ${tenantId} and s.slug = l.target_slug
      where l.tenant_id = ${tenantId} and l.target_page_id = ${pageId}
      limit ${limit} for no key update of l)
    update know_links l set target_page_id = late.is from late
    where l.tenant_id = ${tenantId} and l.id = late.id
    returning ${pageId}::bigint as was, late.is`.execute(tx)
  return rows
}
