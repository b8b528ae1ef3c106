import {
  findShownDiscussion,
  findShownHistory,
  findShownRevision,
  isSlug,
  listParts,
  listPlaces,
  listShownPages,
  searchShownPages,
} from '@mobieus/domain/know'
import { Router, urlencoded, type Request, type Response } from 'express'
import type { Router as Dispatch } from '../../http/router.ts'
import { callFor } from '../../inner-call.ts'
import type { Services } from '../../services.ts'
import { articlePage } from './article.ts'
import { discussionPage, ON_DISCUSSION } from './discussion.ts'
import { feedOf, siteMapIndexOf, siteMapOf } from './feeds.ts'
import {
  commentAsked,
  signInPage,
  signOutAsked,
  unkeptPage,
  voteAsked,
  type Asked,
} from './forms.ts'
import { historyPage, revisionPage } from './history.ts'
import { homePage, indexPage, searchPage } from './lists.ts'
import { idOf, nextOf, placeOf, tagOf, textOf } from './query.ts'
import { CLOSED, missingPage } from './refusals.ts'
import { send } from './send.ts'
import { stillSignedIn } from './sign-in.ts'
import { STYLE, STYLE_PATH } from './style.ts'
import { createTexts } from './texts.ts'
import { visitOf, type Visit } from './visit.ts'

const FIELDS = urlencoded({ extended: false, limit: '64kb' })
const A_YEAR = 'public, max-age=31536000, immutable'
const [ON_HOME, ON_INDEX, IN_FEED, IN_PART] = [20, 100, 50, 10_000]

/** An answer of a page: its text, `undefined` where there is no such page, or the path where it is. */
type Shown = string | undefined | { readonly movedTo: string }
type Show = (visit: Visit, req: Request) => Promise<Shown>

/**
 * The web pages of the tenants' wikis, below `/know`. Each asks the database once, and changes nothing; forms call the
 * operations of the contract.
 */
export function knowPages(services: Services, dispatch: Dispatch): Router {
  const router = Router()
  const texts = createTexts(services.clock)

  const page = (path: string, show: Show, type?: string) =>
    router.get(path, async (req, res) => {
      const visit = await admitted(req, res, services)
      if (visit) answer(req, res, visit, await show(visit, req), type)
    })
  const form = (name: string, asked: (slug: string, req: Request) => Asked | undefined) =>
    router.post(`/know/:slug/${name}`, FIELDS, async (req, res) => {
      const visit = await admitted(req, res, services)
      if (visit) await keep(req, res, visit, asked(slugOf(req), req))
    })

  /** Does what a form asks for, and leads back to the page; or says why it was not done. */
  async function keep(req: Request, res: Response, visit: Visit, asked: Asked | undefined) {
    const refuse = (status: number, text: string) =>
      send(req, res, { text, status, isShared: false })
    if (!asked) return refuse(404, missingPage(visit))
    const slug = slugOf(req)
    if (!visit.session) return refuse(403, signInPage(visit, slug))
    const answered = await callFor(dispatch, req, asked.call)
    if (answered.status >= 300)
      return refuse(answered.status, unkeptPage(visit, slug, answered, asked.text))
    res.set('Cache-Control', 'no-store').redirect(303, asked.leadsTo(answered.body.data))
  }

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
  router.post('/know/sign-out', FIELDS, async (req, res) => {
    const visit = await admitted(req, res, services)
    if (visit) await signOut(req, res, visit, dispatch)
  })
  form('vote', voteAsked)
  form('comments', commentAsked)
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

/** The visit of a request that may read; the others are answered. */
async function admitted(req: Request, res: Response, services: Services) {
  const visit = await visitOf(req, services)
  if (visit === 'none') res.status(404).type('text').send('No tenant has this host.\n')
  else if (visit === 'closed') send(req, res, { text: CLOSED, isShared: false, status: 403 })
  else return visit
  return undefined
}

/** Ends the session of a member, and leads to the wiki; where nobody is signed in there is nothing to end. */
async function signOut(req: Request, res: Response, visit: Visit, dispatch: Dispatch) {
  const { call, leadsTo } = signOutAsked(req)
  const { status } = visit.session ? await callFor(dispatch, req, call) : { status: 200 }
  if (status >= 300) return send(req, res, { text: stillSignedIn(visit), status, isShared: false })
  res.set('Cache-Control', 'no-store').redirect(303, leadsTo(undefined))
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
  const isShared = visit.isOpen && !visit.session
  if (typeof shown === 'string') return send(req, res, { text: shown, type, isShared })
  if (shown === undefined)
    return send(req, res, { text: missingPage(visit), isShared, status: 404 })
  // A page may get its former slug back, so no browser keeps this.
  res.set('Cache-Control', 'no-cache').redirect(301, shown.movedTo)
}
