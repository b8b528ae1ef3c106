import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../../kit/context.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** Published pages; those of shadow-banned members are in no list. */
export const pageList = listOf('know_pages', {
  from: 'know_pages as p',
  shown: sql`status = 'published' and not hidden`,
  filters: { author_id: 'author_id' },
  counters: ['author_id'],
})

/** A page as lists show it. */
export type ListedRow = Selectable<Tables['know_pages']> & { username: string | null }

/** A page with the text of its current revision. */
export type PageRow = ListedRow & { content_markdown: string }

const selectListed = ({ tx, tenantId }: Partition, from = pageList.from) =>
  tx
    .selectFrom(from)
    .leftJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'p.author_id'),
    )
    .where('p.tenant_id', '=', tenantId)
    .selectAll('p')
    .select('u.username')

const selectPages = (ctx: Partition) =>
  selectListed(ctx)
    .innerJoin('know_revisions as r', (join) =>
      join.on('r.tenant_id', '=', ctx.tenantId).onRef('r.id', '=', 'p.current_revision_id'),
    )
    .select('r.content_markdown')

export const listPages = pagesOf(pageList, selectListed)

/** The rows of a part of a query, which is called `p`, newest first. */
export const listPagesFrom = (ctx: Partition, part: unknown): Promise<ListedRow[]> =>
  selectListed(ctx, part as typeof pageList.from)
    .orderBy('p.id', 'desc')
    .execute()

/** The published page that has or had the slug. */
export const findPage = (ctx: Partition, slug: string): Promise<PageRow | undefined> =>
  selectPages(ctx)
    .innerJoin('know_slugs as s', (join) =>
      join.on('s.tenant_id', '=', ctx.tenantId).onRef('s.page_id', '=', 'p.id'),
    )
    .where('s.slug', '=', slug)
    .where('p.status', '=', 'published')
    .executeTakeFirst()

/** The published page with the id. */
export const findPublished = (ctx: Partition, id: number): Promise<PageRow | undefined> =>
  selectPages(ctx).where('p.id', '=', id).where('p.status', '=', 'published').executeTakeFirst()

/** A page that the transaction has written or locked. */
export const findPageThatIs = (ctx: Partition, id: number): Promise<PageRow> =>
  selectPages(ctx).where('p.id', '=', id).executeTakeFirstOrThrow()

/**
 * The published page that has or had the slug, locked until the transaction ends. The look-up comes after the lock:
 * it shows what another edit has written meanwhile.
 */
export async function lockPage(ctx: Partition, slug: string): Promise<PageRow | undefined> {
  const { tx, tenantId } = ctx
  const named = await tx
    .selectFrom('know_pages as p')
    .innerJoin('know_slugs as s', (join) =>
      join.on('s.tenant_id', '=', tenantId).onRef('s.page_id', '=', 'p.id'),
    )
    .select('p.id')
    .where('p.tenant_id', '=', tenantId)
    .where('s.slug', '=', slug)
    .forNoKeyUpdate('p')
    .executeTakeFirst()
  return named && findPublished(ctx, named.id)
}

/** The published page with the id, locked in the same way. */
export async function lockPublished(ctx: Partition, id: number): Promise<PageRow | undefined> {
  await lockRow(ctx, id)
  return findPublished(ctx, id)
}

/** Locks the row of a page, whatever its status is. */
export const lockRow = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .selectFrom('know_pages')
    .selectAll()
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()

type NewPage = Omit<Insertable<Tables['know_pages']>, 'tenant_id' | 'current_revision_id'>

/** Inserts a page; its first revision, which is to be written, has got its id. */
export const insertPage = ({ tx, tenantId }: Partition, page: NewPage) =>
  tx
    .insertInto('know_pages')
    .values({
      ...page,
      tenant_id: tenantId,
      current_revision_id: sql<number>`nextval('know_revisions_id_seq')`,
    })
    .returning(['id', 'current_revision_id'])
    .executeTakeFirstOrThrow()

export const updatePage = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['know_pages']>,
) =>
  tx
    .updateTable('know_pages')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()

/** Notes that a member has written a revision that the page shows. */
export const noteContributor = (
  { tx, tenantId }: Partition,
  pageId: number,
  userId: number,
  now: Date,
) =>
  tx
    .insertInto('know_contributors')
    .values({ tenant_id: tenantId, page_id: pageId, user_id: userId, last_at: now })
    .onConflict((conflict) =>
      conflict.columns(['tenant_id', 'page_id', 'user_id']).doUpdateSet({
        revisions: sql`know_contributors.revisions + 1`,
        last_at: now,
      }),
    )
