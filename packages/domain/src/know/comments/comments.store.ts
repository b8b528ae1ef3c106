import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition, Writing } from '../../kit/context.ts'
import { defer } from '../../kit/defer.ts'
import { listOf } from '../../kit/list.ts'
import { pagesOf } from '../../kit/list-pages.ts'

/** Comments without their replies; those of shadow-banned members are in no list. */
export const commentList = listOf('know_comments', {
  from: 'know_comments as c',
  shown: sql`parent_id is null and not hidden`,
  filters: { page_id: 'page_id', status: 'status' },
  counters: ['page_id', ['page_id', 'status']],
})

/** Replies have no counter: a comment has at most 500. */
export const replyList = listOf('know_replies', {
  from: 'know_comments as c',
  shown: sql`parent_id is not null and not hidden`,
  filters: { parent_id: 'parent_id' },
  order: { by: ['id'], direction: 'asc' },
})

export type CommentRow = Omit<Selectable<Tables['know_comments']>, 'tenant_id'> & {
  page_slug: string
  author_name: string
  resolver_name: string | null
}

const selectComments = ({ tx, tenantId }: Partition, from: 'know_comments as c') =>
  tx
    .selectFrom(from)
    .innerJoin('know_pages as p', (join) =>
      join.on('p.tenant_id', '=', tenantId).onRef('p.id', '=', 'c.page_id'),
    )
    .innerJoin('users as a', (join) =>
      join.on('a.tenant_id', '=', tenantId).onRef('a.id', '=', 'c.author_id'),
    )
    .leftJoin('users as r', (join) =>
      join.on('r.tenant_id', '=', tenantId).onRef('r.id', '=', 'c.resolved_by'),
    )
    .where('c.tenant_id', '=', tenantId)
    .select([
      ...(['c.id', 'c.page_id', 'c.parent_id', 'c.status', 'c.author_id', 'c.body'] as const),
      ...(['c.exact', 'c.prefix', 'c.suffix', 'c.place', 'c.revision_id', 'c.hidden'] as const),
      ...(['c.reply_count', 'c.created_at', 'c.edited_at', 'c.resolved_at'] as const),
      'c.resolved_by',
      'p.slug as page_slug',
      'a.username as author_name',
      'r.username as resolver_name',
    ])

export const listComments = pagesOf(commentList, selectComments)
export const listReplies = pagesOf(replyList, selectComments)

/** A comment on a published page, or a reply. */
export const findComment = (ctx: Partition, id: number): Promise<CommentRow | undefined> =>
  selectComments(ctx, commentList.from)
    .where('c.id', '=', id)
    .where('p.status', '=', 'published')
    .executeTakeFirst()

/** The same, locked until the transaction ends. */
export async function lockComment(ctx: Partition, id: number): Promise<CommentRow | undefined> {
  const { tx, tenantId } = ctx
  await tx
    .selectFrom('know_comments')
    .select('id')
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .forUpdate()
    .execute()
  return findComment(ctx, id)
}

export const insertComment = (
  { tx, tenantId }: Partition,
  comment: Omit<Insertable<Tables['know_comments']>, 'tenant_id'>,
) =>
  tx
    .insertInto('know_comments')
    .values({ ...comment, tenant_id: tenantId })
    .returning('id')
    .executeTakeFirstOrThrow()

export const updateComment = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['know_comments']>,
) =>
  tx
    .updateTable('know_comments')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

/** A comment as the counts of lists and pages know it. */
export type CountedRow = Pick<CommentRow, 'page_id' | 'parent_id' | 'status' | 'hidden'>

/** Removes a comment with its replies; answers what was removed. */
export async function deleteComment(
  { tx, tenantId }: Partition,
  id: number,
): Promise<CountedRow[]> {
  const counted = ['page_id', 'parent_id', 'status', 'hidden'] as const
  const rows = tx.deleteFrom('know_comments').where('tenant_id', '=', tenantId)
  const replies = await rows.where('parent_id', '=', id).returning(counted).execute()
  return [...replies, ...(await rows.where('id', '=', id).returning(counted).execute())]
}

/**
 * Changes how many comments a page has, and how many of them are open, when the transaction ends. A reply to a hidden
 * comment is not among them.
 */
export const deferPageCounts = (
  ctx: Writing,
  { page_id, parent_id }: Pick<CommentRow, 'page_id' | 'parent_id'>,
  change: { readonly all: number; readonly open: number },
): void =>
  defer(
    ctx,
    sql`update know_pages set comment_count = comment_count + ${change.all},
        open_comment_count = open_comment_count + ${change.open}
      where tenant_id = ${ctx.tenantId} and id = ${page_id} and not exists (
        select from know_comments
        where tenant_id = ${ctx.tenantId} and id = ${parent_id}::bigint and hidden)`.compile(
      ctx.tx,
    ),
  )

/** Changes how many replies a comment has, when the transaction ends. */
export const deferReplyCount = (ctx: Writing, id: number, change: number): void =>
  defer(
    ctx,
    sql`update know_comments set reply_count = reply_count + ${change}
      where tenant_id = ${ctx.tenantId} and id = ${id}`.compile(ctx.tx),
  )

/** Removes comments of a page, replies first, at most so many; answers what was removed. */
export async function deleteComments(
  { tx, tenantId }: Partition,
  pageId: number,
  limit: number,
): Promise<CountedRow[]> {
  const { rows } = await sql<CountedRow>`
    delete from know_comments where tenant_id = ${tenantId} and id = any(array(
      select id from know_comments where tenant_id = ${tenantId} and page_id = ${pageId}
      order by id desc limit ${limit}))
    returning page_id, parent_id, status, hidden`.execute(tx)
  return rows
}
