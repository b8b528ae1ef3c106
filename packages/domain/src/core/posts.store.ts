import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import { compileOnce, type Tables } from '@mobieus/db'
import type { Partition, Writing } from '../kit/context.ts'
import { defer } from '../kit/defer.ts'
import { listOf } from '../kit/list.ts'
import { pagesOf } from '../kit/list-pages.ts'

/** Posts that are neither deleted nor hidden. */
export const postList = listOf('posts', {
  from: 'posts as p',
  shown: sql`deleted_at is null and not hidden`,
  filters: {
    author_id: 'author_id',
    forum_slug: { column: 'forum_id', slugOf: 'forums' },
    thread_id: 'thread_id',
  },
  counters: ['author_id', 'forum_slug', 'thread_id', ['author_id', 'forum_slug']],
})

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
  | 'hidden'
> & { title: string; forum_slug: string; username: string }

const selectPosts = ({ tx, tenantId }: Partition, from = postList.from) =>
  tx
    .selectFrom(from)
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
      'p.hidden',
      't.title',
      'f.slug as forum_slug',
      'u.username',
    ])

export const listPosts = pagesOf(postList, selectPosts)

export const findPost = (ctx: Partition, id: number): Promise<PostRow | undefined> =>
  selectPosts(ctx).where('p.id', '=', id).executeTakeFirst()

/** The post, locked until the transaction ends, and yet not against replies that refer to it. */
export const lockPost = (ctx: Partition, id: number) =>
  selectPosts(ctx)
    .select('p.deleted_by')
    .where('p.id', '=', id)
    .forNoKeyUpdate('p')
    .executeTakeFirst()

export const findForum = ({ tx, tenantId }: Partition, slug: string) =>
  tx
    .selectFrom('forums')
    .select(['id', 'slug', 'archived_at'])
    .where('tenant_id', '=', tenantId)
    .where('slug', '=', slug)
    .executeTakeFirst()

/** A thread with its forum; locked in share mode, so that it cannot close under a reply. */
export async function lockThread({ tx, tenantId }: Partition, id: number) {
  const { rows } = await tx.executeQuery(selectThread(tx, { tenantId, id }))
  return rows[0]
}

const selectThread = compileOnce((tx, { tenantId, id }: { tenantId: number; id: number }) =>
  tx
    .selectFrom('threads as t')
    .innerJoin('forums as f', (join) =>
      join.on('f.tenant_id', '=', tenantId).onRef('f.id', '=', 't.forum_id'),
    )
    .select([
      't.id',
      't.title',
      't.forum_id',
      't.closed_at',
      'f.slug as forum_slug',
      'f.archived_at',
    ])
    .where('t.tenant_id', '=', tenantId)
    .where('t.id', '=', id)
    .forShare('t'),
)

export const insertThread = (
  { tx, tenantId }: Partition,
  thread: Omit<Insertable<Tables['threads']>, 'tenant_id'>,
) =>
  tx
    .insertInto('threads')
    .values({ ...thread, tenant_id: tenantId })
    .returning(['id', 'title'])
    .executeTakeFirstOrThrow()

/** The id of the next post: taken beforehand, its row can travel with the end of the transaction. */
export async function takePostId({ tx }: Partition): Promise<number> {
  const { rows } = await tx.executeQuery(selectPostId(tx, {}))
  return (rows[0] as { id: number }).id
}

const selectPostId = compileOnce((tx) =>
  tx.selectNoFrom(sql<number>`nextval('posts_id_seq')`.as('id')),
)

type NewPost = Omit<Insertable<Tables['posts']>, 'tenant_id'> & { id: number }

export const deferPost = (ctx: Writing, post: NewPost): void =>
  defer(ctx, insertIntoPosts(ctx.tx, { ...post, tenant_id: ctx.tenantId }))

const insertIntoPosts = compileOnce((tx, post: Insertable<Tables['posts']>) =>
  tx.insertInto('posts').values(post),
)

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

/** Closes a thread that is open. */
export const closeThread = (ctx: Partition, id: number, now: Date) =>
  updateOpenThread(ctx, id, null, now)

/** Opens a thread again if it was closed at `closedAt`, and so by what happened then. */
export const reopenThread = (ctx: Partition, id: number, closedAt: Date) =>
  updateOpenThread(ctx, id, closedAt, null)

const updateOpenThread = (
  { tx, tenantId }: Partition,
  id: number,
  from: Date | null,
  to: Date | null,
) =>
  tx
    .updateTable('threads')
    .set({ closed_at: to })
    .where('tenant_id', '=', tenantId)
    .where('id', '=', id)
    .where('closed_at', 'is not distinct from', from)
    .execute()
