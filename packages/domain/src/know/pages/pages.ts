import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { notFound } from '../../kit/problem.ts'
import { reply } from '../../kit/reply.ts'
import { pauseReview } from '../reviews/reviewing.ts'
import { addRevision } from '../revisions/adding.ts'
import { searchTitles } from '../search/search.ts'
import { noteDeletion } from '../trash/purging.ts'
import { trashList } from '../trash/trash.store.ts'
import { changePage, editorOf, delistPage, isHeard, tellChange } from './changes.ts'
import { editOf, requireUnchanged } from './edits.ts'
import { tagKeyOf } from './pages.rules.ts'
import * as store from './pages.store.ts'
import { presentListed, pageReply } from './presentation.ts'
import { publishPage, slugTaken } from './publishing.ts'
import { claimSlug, freeSlugs, retireSlug } from './slugs.store.ts'
import { listTagged } from './tags.store.ts'

export const listKnowPages: Handler<'listKnowPages'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  const { q, author_id } = query
  const tag = query.tag === undefined ? undefined : tagKeyOf(query.tag)
  const filter = author_id === undefined ? {} : { author_id }
  const tagged = tag === undefined ? filter : { ...filter, tag }
  if (q !== undefined)
    return closePage(page, await searchTitles(ctx, q, tagged, page), presentListed)
  if (tag !== undefined) return closePage(page, await listTagged(ctx, tagged, page), presentListed)
  return closePage(page, await store.listPages(ctx, filter, page), presentListed)
}

export const createKnowPage: Handler<'createKnowPage'> = async (ctx, { body }) => {
  const { author_id, ...page } = body
  const by = await editorOf(ctx, 'author_id', author_id)
  return reply(ctx, 201, ...pageReply(await publishPage(ctx, page, by)))
}

export const getKnowPage: Handler<'getKnowPage'> = async (ctx, { path }) => {
  const row = await store.findPage(ctx, path.slug)
  if (!row) throw notFound()
  if (row.slug === path.slug) return reply(ctx, 200, ...pageReply(row))
  return reply(ctx, 301, undefined, { headers: { Location: `/api/v1/know/pages/${row.slug}` } })
}

export const updateKnowPage: Handler<'updateKnowPage'> = async (ctx, { path, body }) => {
  const by = await editorOf(ctx, 'author_id', body.author_id)
  const row = await store.lockPage(ctx, path.slug)
  if (!row) throw notFound()
  await requireUnchanged(ctx, row, body.content_markdown)
  const edit = editOf(row, body)
  if (!edit) return reply(ctx, 200, ...pageReply(row))
  const { content_markdown: text, ...fields } = edit
  if (!isHeard(by, row)) {
    if (text !== undefined) await addRevision(ctx, row, { text, by, summary: body.summary })
    return reply(ctx, 200, ...pageReply(await store.findPageThatIs(ctx, row.id)))
  }
  if (fields.slug !== undefined) {
    await retireSlug(ctx, row.slug)
    if (!(await claimSlug(ctx, fields.slug, row.id))) throw slugTaken()
  }
  const revision =
    text === undefined
      ? undefined
      : await addRevision(ctx, row, { text, by, summary: body.summary, isApproved: true })
  const change = revision ? { ...fields, revision, added: 1 } : fields
  return reply(ctx, 200, ...pageReply(await changePage(ctx, row, change, by.user)))
}

export const deleteKnowPage: Handler<'deleteKnowPage'> = async (ctx, { path, body }) => {
  const by = await editorOf(ctx, 'actor_id', body?.actor_id)
  const row = await store.lockPage(ctx, path.slug)
  if (!row) throw notFound()
  if (!isHeard(by, row)) return { data: { id: row.id, deleted: true } }
  const purge_at = noteDeletion(ctx)
  const trashed = { status: 'deleted', deleted_at: ctx.now, deleted_by: by.user.id, purge_at }
  const former_slugs = await freeSlugs(ctx, row.id)
  const change = { ...trashed, former_slugs, version: row.version + 1 }
  await store.updatePage(ctx, row.id, change)
  await delistPage(ctx, row)
  await pauseReview(ctx, row.id, true)
  count(ctx, trashList, 1)
  tellChange(ctx, row, { ...row, ...change }, by.user)
  return { data: { id: row.id, deleted: true } }
}
