import { actingMember, requireOwnerOrModerator } from '../../core/acting-user.ts'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { conflict, invalidField, noSuch, notFound } from '../../kit/problem.ts'
import { reply } from '../../kit/reply.ts'
import { audit } from '../../platform/audit.ts'
import { addTask } from '../../platform/tasks.ts'
import { isHeard } from '../pages/changes.ts'
import { findPage, type PageRow } from '../pages/pages.store.ts'
import { anchoring } from './anchoring.ts'
import { quoted } from './anchors.ts'
import { countComment, countRemoved, settle } from './changes.ts'
import * as store from './comments.store.ts'
import { presentComment } from './presentation.ts'

const [MOST_OF_PAGE, MOST_REPLIES] = [10_000, 500]

export const listKnowComments: Handler<'listKnowComments'> = async (ctx, { path, query }) => {
  // The cursor of one page is none of another's.
  const page = openPage(ctx, { ...query, ...path })
  const { id } = await loadPage(ctx, path.slug)
  const filter = { page_id: id, ...(query.status && { status: query.status }) }
  return closePage(page, await store.listComments(ctx, filter, page), presentComment)
}

export const createKnowComment: Handler<'createKnowComment'> = async (ctx, { path, body }) => {
  const by = await actingMember(ctx, 'author_id', body.author_id)
  const row = await loadPage(ctx, path.slug)
  if (row.comment_count >= MOST_OF_PAGE) throw conflict(`The page has ${MOST_OF_PAGE} comments.`)
  const parent = await parentOf(ctx, row, body.parent_id)
  if (parent && body.anchor) throw invalidField('anchor', 'not_allowed', 'is not for replies')
  const passage = body.anchor && (await quoted(ctx, row, body.anchor))
  const comment = {
    ...{ page_id: row.id, parent_id: parent?.id ?? null, status: parent ? null : 'open' },
    ...{ author_id: by.user.id, body: body.body, hidden: by.shadowBanned, created_at: ctx.now },
  }
  const { id } = await store.insertComment(ctx, { ...comment, ...passage })
  countComment(ctx, comment, 1)
  // An edit may commit meanwhile, which does not know of it.
  if (passage) addTask(ctx, anchoring, row.id)
  return reply(ctx, 201, { data: presentComment(await loadComment(ctx, id)) })
}

export const getKnowComment: Handler<'getKnowComment'> = async (ctx, { path }) => ({
  data: presentComment(await loadComment(ctx, path.id)),
})

export const listKnowReplies: Handler<'listKnowReplies'> = async (ctx, { path, query }) => {
  const page = openPage(ctx, { ...query, ...path })
  const { id } = await loadComment(ctx, path.id)
  return closePage(page, await store.listReplies(ctx, { parent_id: id }, page), presentComment)
}

export const updateKnowComment: Handler<'updateKnowComment'> = async (ctx, { path, body }) => {
  const by = await actingMember(ctx, 'actor_id', body.actor_id)
  const row = await lockComment(ctx, path.id)
  if (by.user.id !== row.author_id)
    throw invalidField('actor_id', 'not_allowed', 'is not the author')
  if (body.body !== row.body) {
    const hidden = row.hidden || by.shadowBanned
    await store.updateComment(ctx, row.id, { body: body.body, edited_at: ctx.now, hidden })
    if (hidden) countComment(ctx, row, -1, row.reply_count)
  }
  return { data: presentComment(await loadComment(ctx, row.id)) }
}

export const deleteKnowComment: Handler<'deleteKnowComment'> = async (ctx, { path, body }) => {
  const by = await actingMember(ctx, 'actor_id', body?.actor_id)
  const row = await lockComment(ctx, path.id)
  await requireOwnerOrModerator(ctx, 'actor_id', by, row.author_id)
  if (by.user.id !== row.author_id && !isHeard(by, row))
    return { data: { id: row.id, deleted: true } }
  countRemoved(ctx, row, await store.deleteComment(ctx, row.id))
  if (by.user.id !== row.author_id) {
    const { page_id, author_id, body: said } = row
    const told = { before: { page_id, author_id, body: said }, actor: by.user }
    audit(ctx, 'know_comment.deleted', { kind: 'know_comment', id: row.id }, told)
  }
  return { data: { id: row.id, deleted: true } }
}

export const resolveKnowComment: Handler<'resolveKnowComment'> = async (ctx, { path, body }) => {
  const by = await actingMember(ctx, 'actor_id', body?.actor_id)
  const row = await lockComment(ctx, path.id)
  return { data: presentComment(await settle(ctx, row, 'resolved', by)) }
}

export const reopenKnowComment: Handler<'reopenKnowComment'> = async (ctx, { path, body }) => {
  const by = await actingMember(ctx, 'actor_id', body?.actor_id)
  const row = await lockComment(ctx, path.id)
  return { data: presentComment(await settle(ctx, row, 'open', by)) }
}

/** The comment that a reply is to, locked, so that it is not deleted meanwhile. */
async function parentOf(ctx: AnyContext, { id: pageId }: PageRow, id: number | undefined) {
  if (id === undefined) return undefined
  const parent = await store.lockComment(ctx, id)
  if (parent?.page_id !== pageId) throw noSuch('parent_id')
  if (parent.parent_id !== null) throw invalidField('parent_id', 'not_allowed', 'is a reply itself')
  if (parent.reply_count >= MOST_REPLIES)
    throw conflict(`The comment has ${MOST_REPLIES} replies.`, 'parent_id')
  return parent
}

async function loadPage(ctx: AnyContext, slug: string): Promise<PageRow> {
  const row = await findPage(ctx, slug)
  if (!row) throw notFound()
  return row
}

const loadComment = (ctx: AnyContext, id: number) => found(store.findComment(ctx, id))
const lockComment = (ctx: AnyContext, id: number) => found(store.lockComment(ctx, id))

async function found(comment: Promise<store.CommentRow | undefined>): Promise<store.CommentRow> {
  const row = await comment
  if (!row) throw notFound()
  return row
}
