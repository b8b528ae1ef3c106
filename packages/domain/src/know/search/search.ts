import type { components } from '@mobieus/contract'
import type { AnyContext, Handler } from '../../kit/context.ts'
import { closePage, openPage, type Found, type PageRequest } from '../../kit/page.ts'
import { timestamp } from '../../kit/present.ts'
import { tagKeyOf } from '../pages/pages.rules.ts'
import type { ListedRow } from '../pages/pages.store.ts'
import { excerptOfHit } from './excerpt.rules.ts'
import { foldedOf } from './folding.rules.ts'
import * as store from './search.store.ts'

export const searchKnow: Handler<'searchKnow'> = async (ctx, { query }) => {
  const asked = askedOf(query.q)
  const page = openPage(ctx, query)
  const tag = query.tag === undefined ? undefined : tagKeyOf(query.tag)
  const found = await store.searchPages(ctx, { asked, tag, author_id: query.author_id }, page)
  return closePage(page, found, (row) => presentHit(row, asked))
}

/** A page of the pages whose title or slug has a text, newest first. */
export const searchTitles = (
  ctx: AnyContext,
  q: string,
  filter: { readonly tag?: string; readonly author_id?: number },
  page: PageRequest,
): Promise<Found<ListedRow>> => store.listTitled(ctx, { asked: askedOf(q), ...filter }, page)

/** The text to look for, without case and accents, and without white space around it. */
const askedOf = (q: string): string => foldedOf(q.trim())

const presentHit = (row: store.HitRow, asked: string): components['schemas']['KnowHit'] => ({
  slug: row.slug,
  title: row.title,
  excerpt: excerptOfHit(row, asked),
  tags: row.tags,
  updated_at: timestamp(row.updated_at),
})
