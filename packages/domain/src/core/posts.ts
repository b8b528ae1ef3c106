import type { components } from '@mobieus/contract'
import { audit } from '../platform/audit.ts'
import type { AnyContext, Emitting, Handler } from '../kit/context.ts'
import { count } from '../kit/count.ts'
import { emit } from '../kit/emit.ts'
import { closePage, openPage } from '../kit/page.ts'
import { nullableTimestamp, timestamp } from '../kit/present.ts'
import { conflict, invalidField, noSuch, notFound } from '../kit/problem.ts'
import { together } from '../kit/together.ts'
import { actingMember, requireOwnerOrModerator, type Acting } from './acting-user.ts'
import { requireOpen } from './places.ts'
import * as store from './posts.store.ts'
import { noteRestored, requireRestorable } from './restoring.ts'
import { activityIsNew } from './users.rules.ts'
import { deferActivity } from './users.store.ts'

export const listPosts: Handler<'listPosts'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listPosts(ctx, query, page), presentPost)
}

export const createPost: Handler<'createPost'> = async (ctx, { body }) => {
  const [{ user: author, shadowBanned, lastActiveAt }, where, id] = await together([
    actingMember(ctx, 'author_id', body.author_id),
    body.thread_id === undefined ? forumOf(ctx, body) : join(ctx, body, body.thread_id),
    store.takePostId(ctx),
  ])
  const { title, forum_slug, ...place } =
    'thread_id' in where ? where : await open(ctx, author.id, where, body)
  const row = {
    ...place,
    id,
    parent_post_id: body.parent_post_id ?? null,
    author_id: author.id,
    body: body.body,
    created_at: ctx.now,
    hidden: shadowBanned,
  }
  store.deferPost(ctx, row)
  if (activityIsNew(lastActiveAt, ctx.now)) deferActivity(ctx, author.id, ctx.now)
  const names = { title, forum_slug, username: author.username }
  const post = presentPost({ ...row, ...names, edited_at: null, deleted_at: null })
  if (!shadowBanned) announce(ctx, post)
  return { data: post }
}

export const getPost: Handler<'getPost'> = async (ctx, { path }) => {
  const row = await store.findPost(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentPost(row) }
}

export const updatePost: Handler<'updatePost'> = async (ctx, { path, body }) => {
  const actor = await actingMember(ctx, 'actor_id', body.actor_id)
  const row = await store.lockPost(ctx, path.id)
  if (!row) throw notFound()
  await requireOwnerOrModerator(ctx, 'actor_id', actor, row.author_id)
  if (row.deleted_at) throw conflict('The post is deleted.')
  if (body.title !== undefined && !row.is_opener)
    throw invalidField('title', 'not_allowed', 'belongs to the opener of a thread, this is a reply')
  const title = body.title ?? row.title
  const text = body.body ?? row.body
  if (title === row.title && text === row.body) return { data: presentPost(row) }
  if (title !== row.title) await store.updateThread(ctx, row.thread_id, { title })
  const hidden = row.hidden || actor.shadowBanned
  await store.updatePost(ctx, row.id, { body: text, edited_at: ctx.now, hidden })
  if (hidden && !row.hidden) relist(ctx, row, -1)
  if (!hidden)
    emit(ctx, 'post.edited', { post_id: row.id, thread_id: row.thread_id, editor: actor.user })
  return { data: presentPost({ ...row, title, body: text, edited_at: ctx.now }) }
}

export const deletePost: Handler<'deletePost'> = async (ctx, { path, body }) => {
  const actor = await actingMember(ctx, 'actor_id', body?.actor_id)
  const by = actor.user
  const row = await store.lockPost(ctx, path.id)
  if (!row) throw notFound()
  await requireOwnerOrModerator(ctx, 'actor_id', actor, row.author_id)
  if (row.deleted_at) return { data: { id: row.id, deleted: true } }
  const reason = body?.reason ?? null
  await removePost(ctx, row, by, reason)
  const target = { kind: 'post', id: row.id }
  if (by.id !== row.author_id) audit(ctx, 'post.deleted', target, { after: { reason }, actor: by })
  return { data: { id: row.id, deleted: true } }
}

export const restorePost: Handler<'restorePost'> = async (ctx, { path, body }) => {
  const actor = await actingMember(ctx, 'actor_id', body?.actor_id)
  const row = await store.lockPost(ctx, path.id)
  if (!row) throw notFound()
  const { id, author_id: ownerId, deleted_at: removedAt, deleted_by: removedBy } = row
  if (!removedAt) throw conflict('The post is not deleted.')
  const removed = { kind: 'post', id, ownerId, removedAt, removedBy } as const
  await requireRestorable(ctx, actor, removed)
  const restored = { deleted_at: null, deleted_by: null, delete_reason: null }
  await store.updatePost(ctx, id, restored)
  if (row.is_opener) await store.reopenThread(ctx, row.thread_id, removedAt)
  await noteRestored(ctx, actor, removed, body?.reason)
  if (!row.hidden) relist(ctx, row, 1)
  return { data: presentPost({ ...row, ...restored }) }
}

/** Deletes a post that is locked and not deleted yet; of a hidden one nobody hears. */
export async function removePost(
  ctx: AnyContext & Emitting<'post.deleted'>,
  row: store.PostRow,
  by: Acting['user'],
  reason: string | null,
): Promise<void> {
  const deletion = { deleted_at: ctx.now, deleted_by: by.id, delete_reason: reason }
  await store.updatePost(ctx, row.id, deletion)
  if (row.is_opener) await store.closeThread(ctx, row.thread_id, ctx.now)
  if (row.hidden) return
  relist(ctx, row, -1)
  emit(ctx, 'post.deleted', { post_id: row.id, thread_id: row.thread_id, by, reason })
}

/** Lists and counts do not know the post any more, or know it again. */
function relist(ctx: AnyContext, row: store.PostRow, change: 1 | -1): void {
  count(ctx, store.postList, change, row)
}

/** A new post as the log tells it to everybody. */
function announce(ctx: Emitting<'post.created'>, post: components['schemas']['Post']): void {
  count(ctx, store.postList, 1, { ...post, author_id: post.author.id })
  emit(ctx, 'post.created', {
    post_id: post.id,
    thread_id: post.thread_id,
    forum_slug: post.forum_slug,
    ...(post.title !== null && { title: post.title }),
    parent_post_id: post.parent_post_id,
    author: post.author,
  })
}

type PostCreate = components['schemas']['PostCreate']

type Forum = NonNullable<Awaited<ReturnType<typeof store.findForum>>>

/** The forum of a new thread. The contract has made sure of `forum_slug` and `title`. */
async function forumOf(ctx: AnyContext, body: PostCreate): Promise<Forum> {
  const forum = await store.findForum(ctx, body.forum_slug as string)
  if (!forum) throw noSuch('forum_slug')
  requireOpen('forum_slug', forum)
  return forum
}

async function open(ctx: AnyContext, authorId: number, forum: Forum, body: PostCreate) {
  const thread = await store.insertThread(ctx, {
    forum_id: forum.id,
    author_id: authorId,
    title: body.title as string,
    created_at: ctx.now,
  })
  const place = { thread_id: thread.id, forum_id: forum.id, forum_slug: forum.slug }
  return { ...place, title: thread.title, is_opener: true }
}

/** An existing thread, and the post of it that is answered. */
async function join(ctx: AnyContext, body: PostCreate, threadId: number) {
  const thread = await store.lockThread(ctx, threadId)
  if (!thread) throw noSuch('thread_id')
  if (thread.closed_at) throw conflict('The thread is closed.', 'thread_id')
  if (thread.archived_at)
    throw invalidField('thread_id', 'archived', 'is in a forum that is archived')
  if (body.parent_post_id !== undefined) {
    const parent = await store.findPost(ctx, body.parent_post_id)
    if (parent?.thread_id !== thread.id || parent.deleted_at) throw noSuch('parent_post_id')
  }
  const place = { thread_id: thread.id, forum_id: thread.forum_id, forum_slug: thread.forum_slug }
  return { ...place, title: thread.title, is_opener: false }
}

/** A post as the API shows it; a deleted one without its text. */
export const presentPost = (row: Omit<store.PostRow, 'hidden'>): components['schemas']['Post'] => ({
  id: row.id,
  thread_id: row.thread_id,
  forum_slug: row.forum_slug,
  title: row.is_opener && !row.deleted_at ? row.title : null,
  parent_post_id: row.parent_post_id,
  body: row.deleted_at ? null : row.body,
  author: { id: row.author_id, username: row.username },
  created_at: timestamp(row.created_at),
  edited_at: nullableTimestamp(row.edited_at),
  deleted_at: nullableTimestamp(row.deleted_at),
})
