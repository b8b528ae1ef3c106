import {
  findShownDiscussion,
  findShownHistory,
  findShownRevision,
  isSlug,
  listParts,
  listPlaces,
  listShownPages,
  searchShownPages,
  webAudience,
} from '@mobieus/domain/know'
import { Router, type Request } from 'express'
import type { Router as Dispatch } from '../../http/router.ts'
import type { Services } from '../../services.ts'
import { idOf, textOf } from '../query.ts'
import { siteOn, type Shown } from '../site.ts'
import type { Visit } from '../visit.ts'
import { articlePage } from './article.ts'
import { discussionPage, ON_DISCUSSION } from './discussion.ts'
import { feedOf, siteMapIndexOf, siteMapOf } from './feeds.ts'
import { commentAsked, signInPage, unkeptPage, voteAsked } from './forms.ts'
import { framed } from './frame.ts'
import { historyPage, revisionPage } from './history.ts'
import { homePage, indexPage, searchPage } from './lists.ts'
import { nextOf, placeOf, tagOf } from './query.ts'
import { missingPage } from './refusals.ts'
import { STYLE, STYLE_PATH } from './style.ts'
import { createTexts } from './texts.ts'

const [ON_HOME, ON_INDEX, IN_FEED, IN_PART] = [20, 100, 50, 10_000]

/**
 * The web pages of the tenants' wikis, below `/know`. Each asks the database once, and changes nothing; forms call the
 * operations of the contract.
 */
export function knowPages(services: Services, dispatch: Dispatch): Router {
  const router = Router()
  const texts = createTexts(services.clock)

  const { page, form } = siteOn(router, services, dispatch, {
    ...{
      base: '/know',
      audience: webAudience,
      style: { path: STYLE_PATH, text: STYLE },
      formLimit: '64kb',
    },
    frame: framed,
    missing: missingPage,
    signIn: (visit, req) => signInPage(visit, slugOf(req)),
    unkept: (visit, req, answered, text) => unkeptPage(visit, slugOf(req), answered, text),
  })

  page('/know', async (visit) =>
    homePage(visit, await listShownPages(visit.partition, { limit: ON_HOME })),
  )
  page('/know/index', showIndex)
  page('/know/search', async (visit, req) => {
    const asked = textOf(req.query.q)
    return searchPage(visit, asked, asked ? await searchShownPages(visit.partition, asked) : [])
  })
  page(
    '/know/feed.atom',
    async (visit) => feedOf(visit, await listShownPages(visit.partition, { limit: IN_FEED })),
    'application/atom+xml',
  )
  page(
    '/sitemap.xml',
    async (visit) => siteMapIndexOf(visit, await listParts(visit.partition, IN_PART)),
    'xml',
  )
  page(
    '/know/sitemap-:from.xml',
    async (visit, req) => {
      const from = Number(req.params.from)
      if (!Number.isSafeInteger(from)) return undefined
      return siteMapOf(visit, await listPlaces(visit.partition, from, IN_PART))
    },
    'xml',
  )
  page('/know/:slug', async (visit, req) => {
    const found = await texts.page(visit, slugOf(req))
    if (!found || found.page.slug !== req.params.slug) return moved(found?.page, '')
    if (isSeen(req)) services.views.note(visit.partition.tenantId, found.page.id)
    return articlePage(visit, found.page, found.rendered)
  })
  page('/know/:slug/discussion', async (visit, req) => {
    const before = idOf(req.query.before)
    const part = { most: ON_DISCUSSION + 1, before }
    const found = await findShownDiscussion(visit.partition, slugOf(req), part)
    if (!found || found.slug === req.params.slug) return found && discussionPage(visit, found)
    return moved(found, '/discussion')
  })
  form('/know/:slug/vote', (_visit, req) => voteAsked(slugOf(req), req))
  form('/know/:slug/comments', (_visit, req) => commentAsked(slugOf(req), req))
  page('/know/:slug/history', async (visit, req) => {
    const found = await findShownHistory(visit.partition, slugOf(req))
    return found && found.slug === req.params.slug
      ? historyPage(visit, found)
      : moved(found, '/history')
  })
  page('/know/:slug/history/:id', async (visit, req) => {
    const id = Number(req.params.id)
    const { partition } = visit
    const found = Number.isSafeInteger(id) && (await findShownRevision(partition, slugOf(req), id))
    if (!found) return undefined
    if (found.slug !== req.params.slug) return moved(found, `/history/${id}`)
    const { rendered, diff } = texts.revision(visit, found)
    return revisionPage(visit, found, rendered, diff)
  })
  page('/know/*rest', async () => undefined)
  return router
}

/** Whether a request is of somebody who looks at the page: not of a browser that fetches it in advance. */
const isSeen = ({ method, headers }: Request): boolean =>
  method === 'GET' &&
  !/prefetch|prerender/.test(`${headers['sec-purpose'] ?? headers.purpose ?? ''}`)

/** A slug in any letter case; one that no page can have finds none. */
const slugOf = (req: Request): string => {
  const slug = String(req.params.slug).toLowerCase()
  return isSlug(slug) ? slug : ''
}

const moved = (found: { slug: string } | undefined, rest: string): Shown =>
  found && { movedTo: `/know/${found.slug}${rest}` }

async function showIndex(visit: Visit, { query }: Request): Promise<string> {
  const tag = tagOf(query.tag)
  const after = placeOf(query.after)
  const pages = await listShownPages(visit.partition, { limit: ON_INDEX + 1, tag: tag?.key, after })
  const shown = pages.slice(0, ON_INDEX)
  const last = pages.length > ON_INDEX ? shown.at(-1) : undefined
  return indexPage(visit, { pages: shown, tag: tag?.text, next: last && nextOf(last, tag?.text) })
}
