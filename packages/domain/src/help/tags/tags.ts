import type { components } from '@mobieus/contract'
import type { Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { notFound } from '../../kit/problem.ts'
import { takenAs } from '../../kit/taken.ts'
import { addTask } from '../../platform/tasks.ts'
import { auditCreated, auditDeleted, auditUpdated } from '../audit/audited.ts'
import { tagDetaching } from './detaching.ts'
import * as store from './tags.store.ts'

const GREY = '#667085'

const rejectTaken = takenAs({ help_tags_slug: 'slug' })

export const listHelpTags: Handler<'listHelpTags'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listTags(ctx, query, page), presentTag)
}

export const createHelpTag: Handler<'createHelpTag'> = async (ctx, { body }) => {
  const row = await store.insertTag(ctx, { color: GREY, ...body }).catch(rejectTaken)
  count(ctx, store.tagList, 1)
  auditCreated(ctx, 'help_tag', row)
  return { data: presentTag(row) }
}

export const getHelpTag: Handler<'getHelpTag'> = async (ctx, { path }) => {
  const row = await store.findTag(ctx, path.id)
  if (!row) throw notFound()
  return { data: presentTag(row) }
}

export const updateHelpTag: Handler<'updateHelpTag'> = async (ctx, { path, body }) => {
  const row = await store.lockTag(ctx, path.id)
  if (!row) throw notFound()
  const updated = await store.updateTag(ctx, row.id, body).catch(rejectTaken)
  auditUpdated(ctx, 'help_tag', row, updated)
  return { data: presentTag(updated) }
}

export const deleteHelpTag: Handler<'deleteHelpTag'> = async (ctx, { path }) => {
  const row = await store.lockTagAlone(ctx, path.id)
  if (!row) throw notFound()
  store.deferTagGone(ctx, row.id, ctx.now)
  addTask(ctx, tagDetaching, row.id)
  count(ctx, store.tagList, -1)
  auditDeleted(ctx, 'help_tag', row)
  return { data: { id: row.id, deleted: true } }
}

export const presentTag = ({
  id,
  slug,
  name,
  color,
}: store.TagRow): components['schemas']['HelpTag'] => ({ id, slug, name, color })
