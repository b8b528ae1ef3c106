import { sql } from 'kysely'
import type { Partition } from '../../kit/context.ts'

/**
 * Gives a slug to a page that is published. It is free, or leads to a page that was renamed, whose redirect then ends.
 * Answers whether it could be given: another page has it otherwise.
 */
export async function claimSlug(
  { tx, tenantId }: Partition,
  slug: string,
  pageId: number,
): Promise<boolean> {
  const { rows } = await sql`
    insert into know_slugs (tenant_id, slug, page_id, is_current)
    values (${tenantId}, ${slug}, ${pageId}, true)
    on conflict (tenant_id, slug) do update set page_id = excluded.page_id, is_current = true
      where not know_slugs.is_current
    returning 1`.execute(tx)
  return rows.length > 0
}

/** Makes a slug lead to the page that had it. */
export const retireSlug = ({ tx, tenantId }: Partition, slug: string) =>
  tx
    .updateTable('know_slugs')
    .set({ is_current: false })
    .where('tenant_id', '=', tenantId)
    .where('slug', '=', slug)
    .execute()

/** Frees all slugs of a page; answers its former ones. */
export async function freeSlugs({ tx, tenantId }: Partition, pageId: number): Promise<string[]> {
  const rows = await tx
    .deleteFrom('know_slugs')
    .where('tenant_id', '=', tenantId)
    .where('page_id', '=', pageId)
    .returning(['slug', 'is_current'])
    .execute()
  return rows.filter((each) => !each.is_current).map(({ slug }) => slug)
}

/** Makes those of former slugs lead to the page again that are still free; answers how many. */
export async function claimFormerSlugs(
  { tx, tenantId }: Partition,
  slugs: readonly string[],
  pageId: number,
): Promise<number> {
  if (slugs.length === 0) return 0
  const { rows } = await sql`insert into know_slugs (tenant_id, slug, page_id, is_current)
    select ${tenantId}, slug, ${pageId}, false from unnest(${slugs}::text[]) slug
    on conflict do nothing returning 1`.execute(tx)
  return rows.length
}
