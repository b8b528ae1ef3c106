import { compileOnce } from '@mobieus/db'
import { sql, type CompiledQuery } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Partition } from '../../kit/context.ts'
import { threadsOf, voteOf } from './discussion.store.ts'

/** The published pages of a tenant that its web pages show. */
const shown = ({ tx, tenantId }: Partition) =>
  tx
    .selectFrom('know_pages as p')
    .where('p.tenant_id', '=', tenantId)
    .where('p.status', '=', 'published')
    .where('p.hidden', '=', false)

const MOST_CONTRIBUTORS = 12

/** The values that a page is asked for with. */
interface Asked {
  readonly tenantId: number
  readonly slug: string
  /** One more comment than is shown, where there are more. */
  readonly threads: number
  /** The member who reads it. */
  readonly userId?: number | undefined
  /** The revision whose text the reader of the row has already. */
  readonly known?: number | undefined
}

/**
 * A page by its slug or a former one, with its text, its newest comments and all that its web page says: one query. Its
 * text is null where it is that of the known revision, because reading a long one takes longer than all the rest.
 */
export async function findShownPage(
  { tx, tenantId }: Partition,
  asked: Omit<Asked, 'tenantId'>,
): Promise<ShownPage | undefined> {
  const { rows } = await tx.executeQuery(selectShownPage(tx, { tenantId, ...asked }))
  return rows[0]
}

const selectShownPage = compileOnce((tx, { tenantId, slug, threads, userId, known }: Asked) =>
  shown({ tx, tenantId })
    .innerJoin('know_slugs as s', (join) =>
      join.onRef('s.page_id', '=', 'p.id').on('s.tenant_id', '=', tenantId),
    )
    .innerJoin('know_revisions as r', (join) =>
      join.onRef('r.id', '=', 'p.current_revision_id').on('r.tenant_id', '=', tenantId),
    )
    .leftJoin('users as e', (join) =>
      join.onRef('e.id', '=', 'r.author_id').on('e.tenant_id', '=', tenantId),
    )
    .where('s.slug', '=', slug)
    .select(['p.id', 'p.slug', 'p.title', 'p.tags', 'p.created_at', 'p.updated_at'])
    .select(['p.revision_count', 'p.word_count', 'p.comment_count'])
    .select(['p.helpful_count', 'p.unhelpful_count'])
    .select(['r.id as revision_id', 'r.summary', 'r.submitted_at', 'e.username as editor'])
    .select(({ selectFrom }) => [
      sql<string | null>`case when r.id = ${known ?? null}::bigint then null
        else r.content_markdown end`.as('content_markdown'),
      jsonArrayFrom(
        selectFrom('know_contributors as c')
          .innerJoin('users as u', (join) =>
            join.onRef('u.id', '=', 'c.user_id').on('u.tenant_id', '=', tenantId),
          )
          .where('c.tenant_id', '=', tenantId)
          .whereRef('c.page_id', '=', 'p.id')
          .select('u.username')
          .orderBy('c.revisions', 'desc')
          .orderBy('c.user_id')
          .limit(MOST_CONTRIBUTORS),
      ).as('contributors'),
      threadsOf(tenantId, { most: threads }).as('threads'),
      voteOf(tenantId, userId).as('is_helpful'),
    ]),
)

export type ShownPage =
  ReturnType<typeof selectShownPage> extends CompiledQuery<infer Row> ? Row : never

/** A page with a part of its comments, from before one of them on: one query. */
export const findShownDiscussion = (
  partition: Partition,
  slug: string,
  part: { readonly most: number; readonly before?: number | undefined },
) =>
  shown(partition)
    .innerJoin('know_slugs as s', (join) =>
      join.onRef('s.page_id', '=', 'p.id').on('s.tenant_id', '=', partition.tenantId),
    )
    .where('s.slug', '=', slug)
    .select(['p.slug', 'p.title', 'p.comment_count'])
    .select(threadsOf(partition.tenantId, part).as('threads'))
    .executeTakeFirst()

export type ShownDiscussion = NonNullable<Awaited<ReturnType<typeof findShownDiscussion>>>

const MOST_REVISIONS = 100

/** A page with its approved revisions, newest first, without their texts: one query. */
export const findShownHistory = (partition: Partition, slug: string) =>
  shown(partition)
    .innerJoin('know_slugs as s', (join) =>
      join.onRef('s.page_id', '=', 'p.id').on('s.tenant_id', '=', partition.tenantId),
    )
    .where('s.slug', '=', slug)
    .select(['p.id', 'p.slug', 'p.title', 'p.current_revision_id'])
    .select(({ selectFrom }) =>
      jsonArrayFrom(
        selectFrom('know_revisions as r')
          .leftJoin('users as u', (join) =>
            join.onRef('u.id', '=', 'r.author_id').on('u.tenant_id', '=', partition.tenantId),
          )
          .where('r.tenant_id', '=', partition.tenantId)
          .whereRef('r.page_id', '=', 'p.id')
          .where('r.status', '=', 'approved')
          .select(['r.id', 'r.summary', 'r.submitted_at', 'u.username'])
          .orderBy('r.id', 'desc')
          .limit(MOST_REVISIONS),
      ).as('revisions'),
    )
    .executeTakeFirst()

export type ShownHistory = NonNullable<Awaited<ReturnType<typeof findShownHistory>>>

/** An approved revision of a page, with the text that it was written from: one query. */
export const findShownRevision = (partition: Partition, slug: string, id: number) =>
  shown(partition)
    .innerJoin('know_slugs as s', (join) =>
      join.onRef('s.page_id', '=', 'p.id').on('s.tenant_id', '=', partition.tenantId),
    )
    .innerJoin('know_revisions as r', (join) =>
      join.onRef('r.page_id', '=', 'p.id').on('r.tenant_id', '=', partition.tenantId),
    )
    .leftJoin('know_revisions as b', (join) =>
      join.onRef('b.id', '=', 'r.base_id').on('b.tenant_id', '=', partition.tenantId),
    )
    .leftJoin('users as a', (join) =>
      join.onRef('a.id', '=', 'r.author_id').on('a.tenant_id', '=', partition.tenantId),
    )
    .where('s.slug', '=', slug)
    .where('r.id', '=', id)
    .where('r.status', '=', 'approved')
    .select(['p.slug', 'p.title', 'p.current_revision_id', 'r.id', 'r.content_markdown'])
    .select(['r.summary', 'r.submitted_at', 'r.reviewed_at', 'a.username as author'])
    .select('b.content_markdown as base_markdown')
    .executeTakeFirst()

export type ShownRevision = NonNullable<Awaited<ReturnType<typeof findShownRevision>>>

/** The place in the index after which a list goes on. */
export interface IndexPlace {
  readonly updatedAt: Date
  readonly id: number
}

/** Pages by their last change, newest first, of one tag where one is asked for. */
export function listShownPages(
  partition: Partition,
  { limit, tag, after }: { limit: number; tag?: string; after?: IndexPlace },
) {
  const query = shown(partition)
    .select(['p.id', 'p.slug', 'p.title', 'p.tags', 'p.updated_at'])
    .orderBy('p.updated_at', 'desc')
    .orderBy('p.id', 'desc')
    .limit(limit)
    .$if(after !== undefined, (listed) =>
      listed.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('p.updated_at', 'p.id'), '<', tuple(after?.updatedAt as Date, after?.id ?? 0)),
      ),
    )
  if (tag === undefined) return query.execute()
  return query
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('know_page_tags as t')
          .where('t.tenant_id', '=', partition.tenantId)
          .whereRef('t.page_id', '=', 'p.id')
          .where('t.tag_key', '=', tag)
          .select('t.page_id'),
      ),
    )
    .execute()
}

export type ListedPage = Awaited<ReturnType<typeof listShownPages>>[number]

/** Pages by id from one on, for a part of the site map. */
export const listPlaces = (partition: Partition, from: number, limit: number) =>
  shown(partition)
    .where('p.id', '>=', from)
    .select(['p.slug', 'p.updated_at'])
    .orderBy('p.id')
    .limit(limit)
    .execute()

/** The first id of each part of the site map. */
export async function listParts(partition: Partition, size: number): Promise<number[]> {
  const numbered = shown(partition).select(({ fn }) => [
    'p.id',
    fn
      .agg<number>('row_number')
      .over((over) => over.orderBy('p.id'))
      .as('n'),
  ])
  const rows = await partition.tx
    .selectFrom(numbered.as('l'))
    .where(({ eb }) => eb(eb('l.n', '%', size), '=', 1))
    .select('l.id')
    .orderBy('l.id')
    .execute()
  return rows.map(({ id }) => id)
}
