import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { conflict, notFound } from '../../kit/problem.ts'
import { reply } from '../../kit/reply.ts'
import { audit } from '../../platform/audit.ts'
import { noteChore } from '../../platform/work.ts'
import { editorOf, isHeard, enlistPage, tellChange } from '../pages/changes.ts'
import { authorOf } from '../pages/pages.rules.ts'
import {
  findPage,
  findPageThatIs,
  lockRow,
  updatePage,
  type PageRow,
} from '../pages/pages.store.ts'
import { pageReply } from '../pages/presentation.ts'
import { claimFormerSlugs, claimSlug } from '../pages/slugs.store.ts'
import { pauseReview } from '../reviews/reviewing.ts'
import { knowPurge } from './purging.ts'
import * as store from './trash.store.ts'

export const listKnowTrash: Handler<'listKnowTrash'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listTrash(ctx, {}, page), presentTrashed)
}

export const purgeKnowPage: Handler<'purgeKnowPage'> = async (ctx, { path, body }) => {
  const by = await editorOf(ctx, 'actor_id', body?.actor_id)
  const row = await lockTrashed(ctx, path.id)
  if (!isHeard(by, row)) return { data: { id: row.id, deleted: true } }
  await updatePage(ctx, row.id, { status: 'purged', purge_at: ctx.now })
  count(ctx, store.trashList, -1)
  noteChore(ctx, knowPurge, ctx.now)
  const told = { before: { slug: row.slug, title: row.title }, actor: by.user }
  audit(ctx, 'know_page.purged', { kind: 'know_page', id: row.id }, told)
  return { data: { id: row.id, deleted: true } }
}

export const restoreKnowPage: Handler<'restoreKnowPage'> = async (ctx, { path, body }) => {
  const by = await editorOf(ctx, 'actor_id', body?.actor_id)
  const row = await lockTrashed(ctx, path.id)
  if (!isHeard(by, row)) return reply(ctx, 200, ...pageReply(await unheard(ctx, row)))
  if (!(await claimSlug(ctx, row.slug, row.id))) throw slugGone()
  await claimFormerSlugs(ctx, row.former_slugs, row.id)
  const before = await findPageThatIs(ctx, row.id)
  const after = restored(before)
  await updatePage(ctx, row.id, changeOf(before))
  await enlistPage(ctx, after)
  await pauseReview(ctx, row.id, after.hidden)
  count(ctx, store.trashList, -1)
  tellChange(ctx, before, after, by.user)
  return reply(ctx, 200, ...pageReply(after))
}

const changeOf = ({ version }: PageRow) => ({
  ...{ deleted_at: null, deleted_by: null, former_slugs: [], purge_at: null },
  ...{ status: 'published', version: version + 1 },
})
const restored = (row: PageRow): PageRow => ({ ...row, ...changeOf(row) })

const slugGone = () => conflict('Another page has its slug by now.', 'slug')

/** The page as a member sees it restored who is not heard. */
async function unheard(ctx: AnyContext, { id, slug }: Pick<PageRow, 'id' | 'slug'>) {
  if ((await findPage(ctx, slug))?.slug === slug) throw slugGone()
  return restored(await findPageThatIs(ctx, id))
}

async function lockTrashed(ctx: AnyContext, id: number) {
  const row = await lockRow(ctx, id)
  if (row?.status !== 'deleted') throw notFound()
  return row
}

const presentTrashed = (row: store.TrashedRow): components['schemas']['TrashedKnowPage'] => ({
  id: row.id,
  slug: row.slug,
  title: row.title,
  deleted_at: timestamp(row.deleted_at as Date),
  deleted_by: authorOf(row.deleted_by, row.deleter_name),
  purged_at: timestamp(row.purge_at as Date),
})
