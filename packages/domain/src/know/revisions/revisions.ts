import type { Handler } from '../../kit/context.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { conflict, noSuch, notFound } from '../../kit/problem.ts'
import { reply } from '../../kit/reply.ts'
import { changePage, editorOf, isHeard } from '../pages/changes.ts'
import { requireUnchanged } from '../pages/edits.ts'
import { findPage, lockPage } from '../pages/pages.store.ts'
import { addRevision } from './adding.ts'
import { presentListedRevision, presentRevision } from './presentation.ts'
import { lockReviewed, settleApproval, settleRejection } from './reviewing.ts'
import * as store from './revisions.store.ts'

export const listKnowRevisions: Handler<'listKnowRevisions'> = async (ctx, { path, query }) => {
  // The cursor of one page is none of another's.
  const page = openPage(ctx, { ...query, ...path })
  const row = await findPage(ctx, path.slug)
  if (!row) throw notFound()
  const filter = { page_id: row.id, ...(query.status && { status: query.status }) }
  return closePage(page, await store.listRevisions(ctx, filter, page), presentListedRevision)
}

export const proposeKnowRevision: Handler<'proposeKnowRevision'> = async (ctx, { path, body }) => {
  const by = await editorOf(ctx, 'author_id', body.author_id)
  const row = await lockPage(ctx, path.slug)
  if (!row) throw notFound()
  const baseId = body.base_revision_id
  const base = baseId === undefined ? undefined : await store.findRevision(ctx, baseId)
  if (baseId !== undefined && (base?.page_id !== row.id || base.status !== 'approved'))
    throw noSuch('base_revision_id')
  const { content_markdown: text, summary } = body
  const { id } = await addRevision(ctx, row, { text, by, summary, baseId })
  return reply(ctx, 201, { data: presentRevision(await loadRevision(ctx, id)) })
}

export const getKnowRevision: Handler<'getKnowRevision'> = async (ctx, { path }) => ({
  data: presentRevision(await loadRevision(ctx, path.id)),
})

export const approveKnowRevision: Handler<'approveKnowRevision'> = async (ctx, { path, body }) => {
  const by = await editorOf(ctx, 'actor_id', body?.actor_id)
  const [page, revision] = await lockReviewed(ctx, path.id)
  if (await settleApproval(ctx, page, revision, by, body?.override === true))
    await changePage(ctx, page, { revision }, by.user)
  return { data: presentRevision(await loadRevision(ctx, revision.id)) }
}

export const rejectKnowRevision: Handler<'rejectKnowRevision'> = async (ctx, { path, body }) => {
  const by = await editorOf(ctx, 'actor_id', body.actor_id)
  const [page, revision] = await lockReviewed(ctx, path.id)
  await settleRejection(ctx, page, revision, by, body.reason)
  return { data: presentRevision(await loadRevision(ctx, revision.id)) }
}

export const restoreKnowRevision: Handler<'restoreKnowRevision'> = async (ctx, { path, body }) => {
  const by = await editorOf(ctx, 'actor_id', body?.actor_id)
  const [page, revision] = await lockReviewed(ctx, path.id)
  await requireUnchanged(ctx, page, undefined)
  if (revision.status === 'pending') throw conflict('The revision is pending.')
  const text = revision.content_markdown
  if (text === page.content_markdown)
    return { data: presentRevision(await loadRevision(ctx, page.current_revision_id)) }
  const summary = `Back to revision ${revision.id}`
  const isApproved = isHeard(by, page)
  const added = await addRevision(ctx, page, { text, by, summary, isApproved })
  if (isApproved) await changePage(ctx, page, { revision: added, added: 1 }, by.user)
  return { data: presentRevision(await loadRevision(ctx, added.id)) }
}

async function loadRevision(ctx: Parameters<typeof store.findRevision>[0], id: number) {
  const row = await store.findRevision(ctx, id)
  if (!row) throw notFound()
  return row
}
