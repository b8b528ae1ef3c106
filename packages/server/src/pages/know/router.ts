import {
  findShownHistory,
  findShownPage,
  findShownRevision,
  isSlug,
  listParts,
  listPlaces,
  listShownPages,
  searchShownPages,
  shownDiff,
} from '@mobieus/domain/know'
import { Router, type Request, type Response } from 'express'
import type { Services } from '../../services.ts'
import { articlePage } from './article.ts'
import { feedOf, siteMapIndexOf, siteMapOf } from './feeds.ts'
import { historyPage, revisionPage } from './history.ts'
import { homePage, indexPage, searchPage } from './lists.ts'
import { nextOf, placeOf, tagOf, textOf } from './query.ts'
import { CLOSED, missingPage } from './refusals.ts'
import { createRendered } from './rendered.ts'
import { send } from './send.ts'
import { STYLE, STYLE_PATH } from './style.ts'
import { visitOf, type Visit } from './visit.ts'

const A_YEAR = 'public, max-age=31536000, immutable'
const [ON_HOME, ON_INDEX, IN_FEED, IN_PART] = [20, 100, 50, 10_000]

/** An answer of a page: its text, `undefined` where there is no such page, or the path where it is. */
type Shown = string | undefined | { readonly movedTo: string }
type Show = (visit: Visit, req: Request) => Promise<Shown>

/** The web pages of the tenants' wikis, below `/know`. Each asks the database once, and changes nothing. */
export function knowPages(services: Services): Router {
  const router = Router()
  const rendered = createRendered()

  const page = (path: string, show: Show, type?: string) =>
    router.get(path, async (req, res) => {
      const visit = await visitOf(req, services)
      if (visit === 'none')
        return void res.status(404).type('text').send('No tenant has this host.\n')
      if (visit === 'closed') return send(req, res, { text: CLOSED, isOpen: false, status: 403 })
      answer(req, res, visit, await show(visit, req), type)
    })

  router.get(STYLE_PATH, (_req, res) => {
    res.set('Cache-Control', A_YEAR).type('css').send(STYLE)
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
    const found = await findShownPage(visit.partition, slugOf(req))
    if (!found || found.slug !== req.params.slug) return moved(found, '')
    const { tenantId } = visit.partition
    if (isSeen(req)) services.views.note(tenantId, found.id)
    return articlePage(visit, found, rendered(tenantId, found.revision_id, found.content_markdown))
  })
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
    const text = rendered(partition.tenantId, found.id, found.content_markdown)
    return revisionPage(
      visit,
      found,
      text,
      shownDiff(found.base_markdown ?? '', found.content_markdown),
    )
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

function answer(req: Request, res: Response, visit: Visit, shown: Shown, type?: string): void {
  const { isOpen } = visit
  if (typeof shown === 'string') return send(req, res, { text: shown, type, isOpen })
  if (shown === undefined) return send(req, res, { text: missingPage(visit), isOpen, status: 404 })
  // A page may get its former slug back, so no browser keeps this.
  res.set('Cache-Control', 'no-cache').redirect(301, shown.movedTo)
}
