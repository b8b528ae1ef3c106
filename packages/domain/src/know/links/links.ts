import type { components } from '@mobieus/contract'
import type { Handler, Writing } from '../../kit/context.ts'
import { count } from '../../kit/count.ts'
import { closePage, openPage } from '../../kit/page.ts'
import { notFound } from '../../kit/problem.ts'
import { findPage } from '../pages/pages.store.ts'
import * as store from './links.store.ts'
import { targetsOf } from './targets.rules.ts'

export const listBrokenKnowLinks: Handler<'listBrokenKnowLinks'> = async (ctx, { query }) => {
  const page = openPage(ctx, query)
  return closePage(page, await store.listBroken(ctx, {}, page), presentLink)
}

export const listKnowBacklinks: Handler<'listKnowBacklinks'> = async (ctx, { path, query }) => {
  // The cursor of one page is none of another's.
  const page = openPage(ctx, { ...query, ...path })
  const row = await findPage(ctx, path.slug)
  if (!row) throw notFound()
  const found = await store.listBacklinks(ctx, { target_page_id: row.id }, page)
  return closePage(page, found, presentLink)
}

/** Keeps the links of a page: those of its text, and no others. */
export async function replaceLinks(
  ctx: Writing,
  { id, content_markdown }: { readonly id: number; readonly content_markdown: string },
): Promise<void> {
  const targets = targetsOf(content_markdown)
  const gone = await store.deleteLinks(ctx, id, targets)
  const come = targets.length > 0 ? await store.insertLinks(ctx, id, targets) : []
  for (const { target_page_id } of gone) countLink(ctx, target_page_id, -1)
  for (const { target_page_id } of come) countLink(ctx, target_page_id, 1)
}

/** Counts a link that has come or gone, by where it leads. */
export function countLink(ctx: Writing, target_page_id: number | null, n: number): void {
  if (target_page_id === null) count(ctx, store.brokenLinkList, n)
  else count(ctx, store.backlinkList, n, { target_page_id })
}

const presentLink = (row: store.LinkRow): components['schemas']['KnowLink'] => ({
  id: row.id,
  page: { id: row.page_id, slug: row.slug, title: row.title },
  target_slug: row.target_slug,
})
