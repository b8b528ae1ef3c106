import type { ListedPage } from '@mobieus/domain/know'
import { escaped } from '@mobieus/domain/kit'
import { dayOf } from '../html.ts'
import { tagList } from './article.ts'
import { framed } from './frame.ts'
import type { Visit } from '../visit.ts'

const rowOf = ({ slug, title, tags, updated_at: at }: ListedPage): string =>
  `<li><a href="/know/${slug}">${escaped(title)}</a><p>Updated ${dayOf(at)}</p>${tagList(tags)}</li>`

const listOf = (pages: readonly ListedPage[]): string =>
  pages.length === 0
    ? '<p>There are no pages yet.</p>'
    : `<ul class="list">${pages.map(rowOf).join('\n')}</ul>`

/** The first page of the wiki: the pages that have changed last. */
export const homePage = (visit: Visit, pages: readonly ListedPage[]): string =>
  framed(visit, {
    title: 'Knowledge base',
    path: '/know',
    description: `The knowledge base of ${visit.name}.`,
    content: `<h1>Knowledge base</h1>
<h2>Updated last</h2>
${listOf(pages)}
<p class="more"><a href="/know/index">All pages</a></p>`,
  })

/** The index: all pages by their last change, or those of a tag; `next` is the query of what follows. */
export function indexPage(
  visit: Visit,
  { pages, tag, next }: { pages: readonly ListedPage[]; tag?: string; next?: string },
): string {
  const title = tag === undefined ? 'All pages' : `Pages about ${tag}`
  const more = next
    ? `<p class="more"><a href="/know/index?${escaped(next)}">Older pages</a></p>`
    : ''
  const content = `<h1>${escaped(title)}</h1>\n${listOf(pages)}\n${more}`
  const isIndexed = tag === undefined && next === undefined
  return framed(visit, { title, content, path: '/know/index', isIndexed })
}

/** A hit as the search tells it: its excerpt is HTML already. */
export interface ShownHit {
  readonly slug: string
  readonly title: string
  readonly excerpt: string
  readonly updated_at: Date
}

/** The hits of a search. */
export function searchPage(visit: Visit, asked: string, hits: readonly ShownHit[]): string {
  const rows = hits.map(
    ({ slug, title, excerpt, updated_at: at }) =>
      `<li><a href="/know/${slug}">${escaped(title)}</a><p>${excerpt}</p><p>Updated ${dayOf(at)}</p></li>`,
  )
  const found =
    asked === ''
      ? '<p>Type what you look for into the field above.</p>'
      : hits.length === 0
        ? `<p>No page has “${escaped(asked)}”.</p>`
        : `<p>Pages that have “${escaped(asked)}”, the best first.</p>\n<ul class="list">${rows.join('\n')}</ul>`
  const content = `<h1>Search</h1>\n${found}`
  return framed(visit, { title: 'Search', content, path: '/know/search', asked, isIndexed: false })
}
