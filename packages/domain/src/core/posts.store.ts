import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Tables } from '@mobieus/db'
import type { Partition } from '../context.ts'
import type { PageRequest } from '../page.ts'
import { counted, totalOf } from '../total.ts'

export interface PostFilter {
  readonly author_id?: number
  readonly forum_slug?: string
  readonly thread_id?: number
}

/** A post with what its presentation needs of thread, forum and author. */
export type PostRow = Pick<
  Selectable<Tables['posts']>,
  | 'id'
  | 'thread_id'
  | 'parent_post_id'
  | 'author_id'
  | 'is_opener'
  | 'body'
  | 'created_at'
  | 'edited_at'
  | 'deleted_at'
> & { title: string; forum_slug: string; username: string }

const selectPosts = ({ tx, tenantId }: Partition) =>
  tx
    .selectFrom('posts as p')
    .innerJoin('threads as t', (join) =>
      join.on('t.tenant_id', '=', tenantId).onRef('t.id', '=', 'p.thread_id'),
    )
    .innerJoin('forums as f', (join) =>
      join.on('f.tenant_id', '=', tenantId).onRef('f.id', '=', 'p.forum_id'),
    )
    .innerJoin('users as u', (join) =>
      join.on('u.tenant_id', '=', tenantId).onRef('u.id', '=', 'p.author_id'),
    )
    .where('p.tenant_id', '=', tenantId)
    .select([
      'p.id',
      'p.thread_id',
      'p.parent_post_id',
      'p.author_id',
      'p.is_opener',
      'p.body',
      'p.created_at',
      'p.edited_at',
      'p.deleted_at',
      't.title',
      'f.slug as forum_slug',
      'u.username',
    ])

/** A page of posts that are not deleted, and how many the filter finds. */
export async function listPosts(ctx: Partition, filter: PostFilter, page: PageRequest) {
  const total = totalPosts(ctx, filter)
  let query = selectPosts(ctx)
    .select(total.as('total_count'))
    .where('p.deleted_at', 'is', null)
    .orderBy('p.id', 'desc')
    .limit(page.limit + 1)
  const { author_id, forum_slug, thread_id } = filter
  if (author_id !== undefined) query = query.where('p.author_id', '=', author_id)
  if (thread_id !== undefined) query = query.where('p.thread_id', '=', thread_id)
  if (forum_slug !== undefined) query = query.where('p.forum_id', '=', forumId(ctx, forum_slug))
  if (page.after !== undefined) query = query.where('p.id', '<', page.after)
  const rows = await query.execute()
  return { rows, total: await totalOf(ctx, rows, total) }
}

const forumId = ({ tenantId }: Partition, slug: string) =>
  sql<number>`(select id from forums where tenant_id = ${tenantId} and slug = ${slug})`

/** One filter, or none, has a counter; several together are counted on the narrowest index. */
function totalPosts(ctx: Partition, filter: PostFilter) {
  const given = Object.entries(filter).filter(
    ([name, value]) => isFilter(name) && value !== undefined,
  )
  if (given.length === 0) return counted(ctx.tenantId, 'posts')
  if (given.length === 1) return counted(ctx.tenantId, 'posts', ...(given[0] as [string, string]))
  const { author_id, forum_slug, thread_id } = filter
  const author = author_id === undefined ? sql`` : sql`and author_id = ${author_id}`
  const thread = thread_id === undefined ? sql`` : sql`and thread_id = ${thread_id}`
  const forum = forum_slug === undefined ? sql`` : sql`and forum_id = ${forumId(ctx, forum_slug)}`
  return sql<number>`(
    select count(*) from posts
    where tenant_id = ${ctx.tenantId} and deleted_at is null ${author} ${thread} ${forum})`
}

const isFilter = (name: string) => ['author_id', 'forum_slug', 'thread_id'].includes(name)

export const findPost = (ctx: Partition, id: number): Promise<PostRow | undefined> =>
  selectPosts(ctx).where('p.id', '=', id).executeTakeFirst()

/** The post, locked until the transaction ends. */
export const lockPost = (ctx: Partition, id: number): Promise<PostRow | undefined> =>
  selectPosts(ctx).where('p.id', '=', id).forUpdate('p').executeTakeFirst()

export const findForum = ({ tx, tenantId }: Partition, slug: string) =>
  tx
    .selectFrom('forums')
    .select(['id', 'slug'])
    .where('tenant_id', '=', tenantId)
    .where('slug', '=', slug)
    .executeTakeFirst()

/** A thread with its forum; locked in share mode, so that it cannot close under a reply. */
export const lockThread = ({ tx, tenantId }: Partition, id: number) =>
  tx
    .selectFrom('threads as t')
    .innerJoin('forums as f', (join) =>
      join.on('f.tenant_id', '=', tenantId).onRef('f.id', '=', 't.forum_id'),
    )
    .select(['t.id', 't.title', 't.forum_id', 't.closed_at', 'f.slug as forum_slug'])
    .where('t.tenant_id', '=', tenantId)
    .where('t.id', '=', id)
    .forShare('t')
    .executeTakeFirst()

export const insertThread = (
  { tx, tenantId }: Partition,
  thread: Omit<Insertable<Tables['threads']>, 'tenant_id'>,
) =>
  tx
    .insertInto('threads')
    .values({ ...thread, tenant_id: tenantId })
    .returning(['id', 'title'])
    .executeTakeFirstOrThrow()

export const insertPost = (
  { tx, tenantId }: Partition,
  post: Omit<Insertable<Tables['posts']>, 'tenant_id'>,
) =>
  tx
    .insertInto('posts')
    .values({ ...post, tenant_id: tenantId })
    .returningAll()
    .executeTakeFirstOrThrow()

export const updatePost = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['posts']>,
) =>
  tx
    .updateTable('posts')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()

export const updateThread = (
  { tx, tenantId }: Partition,
  id: number,
  change: Updateable<Tables['threads']>,
) =>
  tx
    .updateTable('threads')
    .set(change)
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
