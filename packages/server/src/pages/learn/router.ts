import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import {
  commitOf,
  findPlay,
  keepCommit,
  LAUNCH_PATH,
  launchOfToken,
  openItem,
  PLAY_PATH,
  PLAYED_WITHIN_MS,
  playOfToken,
  playToken,
  type NamedLaunch,
  type PlayFault,
} from '@mobieus/domain/learn'
import express, { Router, type Request, type RequestHandler, type Response } from 'express'
import { originOf } from '../../called-origin.ts'
import { isOfHost } from '../../of-host.ts'
import type { Services } from '../../services.ts'
import { contentHostOf, contentOriginOf, framingOriginOf } from './content-host.ts'
import { serveFile } from './files.ts'
import { PLAYER_PATH, playerPage } from './player-page.ts'
import { contentPolicy, playerPolicy } from './policies.ts'
import { unitRoutes } from './units.ts'

const SMALL_BODY = express.json({ limit: '16kb' })
const COMMIT_BODY = express.json({ limit: '9mb' })
const resolve = createRequire(import.meta.url).resolve
/** The files of the player, which run in browsers. */
const BROWSER = fileURLToPath(new URL('../../../browser/learn/', import.meta.url))
const LIBRARIES = {
  'scorm12.js': 'esm/scorm12.min.js',
  'scorm2004.js': 'esm/scorm2004.min.js',
} as const

/**
 * Packages at their own origin: the player, the files, and what runs commit. No cookie is read or set; a token in the
 * path says which launch it is. On a host of content nothing else is served.
 */
export function learnContent(services: Services): Router {
  const router = Router()
  const { db, secrets, clock, config } = services

  router.get(`${LAUNCH_PATH}/:token`, async (req, res) => {
    const named = launchOfToken(secrets, String(req.params.token), clock())
    res.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    if (!named || !(await isOfHost(req, services, named.tenantId))) return gone(res)
    const expiresAt = new Date(clock().getTime() + PLAYED_WITHIN_MS)
    const origin = contentOriginOf(
      originOf(req.headers.host?.toLowerCase()),
      named.packageId,
      config,
    )
    res.redirect(303, `${origin}${PLAY_PATH}/${playToken(secrets, { ...named, expiresAt })}/`)
  })

  router.use((req, res, next) => {
    const host = contentHostOf(req.headers.host, config)
    const isContent = req.path.startsWith(`${PLAY_PATH}/`) || req.path.startsWith(`${PLAYER_PATH}/`)
    if (isContent && !host) return gone(res)
    // A host of content alone has nothing else.
    if (!isContent && host && (host.packageId !== undefined || config.contentOrigin))
      return gone(res)
    if (isContent) res.removeHeader('X-Frame-Options')
    next()
  })
  for (const [name, file] of Object.entries(LIBRARIES)) {
    const folder = resolve('scorm-again').replace(/[^/\\]*$/, '')
    router.get(`${PLAYER_PATH}/${name}`, (_req, res) =>
      res.sendFile(file, { root: folder, maxAge: 3_600_000 }),
    )
  }
  router.use(PLAYER_PATH, express.static(BROWSER, { index: false, maxAge: 0, etag: true }))

  const play = express.Router({ mergeParams: true })
  router.use(`${PLAY_PATH}/:token`, play)
  play.get('/', async (req, res) => {
    const found = await named(req, services)
    const shown = found && (await findPlay(db, found))
    if (!shown) return gone(res)
    res.set({ 'Cache-Control': 'no-store', 'Content-Security-Policy': playerPolicy(framedBy(req)) })
    res.type('html').send(playerPage(shown, `${PLAY_PATH}/${tokenOf(req)}/`))
  })
  play.get('/files/*path', async (req, res) => {
    const found = await named(req, services)
    if (!found) return gone(res)
    res.set('Content-Security-Policy', contentPolicy(framedBy(req)))
    await serveFile(services, found, req, res)
  })
  /** Lets a body be read only after the token has named a launch. */
  const launched: RequestHandler = async (req, res, next) => {
    const found = await named(req, services)
    if (!found) return told(res, 'over')
    res.locals.launch = found
    next()
  }
  play.post('/open', launched, SMALL_BODY, async (req, res) => {
    const identifier = String(req.body?.item)
    const returnUrl = `${originOf(req.headers.host?.toLowerCase())}${PLAY_PATH}/${tokenOf(req)}/done`
    told(res, await openItem(db, res.locals.launch, { identifier, returnUrl }, clock()))
  })
  play.post('/commit', launched, COMMIT_BODY, async (req, res) => {
    const commit = commitOf(req.body)
    if (!commit) return void res.status(400).json({ message: 'It is no commit of a run.' })
    told(res, await keepCommit(db, res.locals.launch, commit, clock()))
  })
  // A unit of cmi5 leaves off here; the player sees it, and goes on.
  play.get('/done', (req, res) => {
    res.set('Content-Security-Policy', contentPolicy(framedBy(req)))
    res.type('html').send('<!doctype html><title>Done</title>')
  })
  play.use(unitRoutes(services, (req) => named(req, services)))
  play.use((_req, res) => gone(res))
  return router
}

const tokenOf = ({ params }: Request): string => (params as { token?: string }).token ?? ''

/** The launch that a request's token names, on the host of its package and of its tenant. */
async function named(req: Request, services: Services): Promise<NamedLaunch | undefined> {
  const { secrets, clock, config, directory } = services
  const found = playOfToken(secrets, tokenOf(req), clock())
  const host = contentHostOf(req.headers.host, config)
  if (!found || !host) return undefined
  if (host.packageId === undefined || host.slug === undefined) return found
  const tenant = await directory.tenant(host.slug)
  const isIts = tenant?.live.id === found.tenantId || tenant?.test.id === found.tenantId
  return isIts && host.packageId === found.packageId ? found : undefined
}

/** The origin whose pages may frame content. */
const framedBy = (req: Request): string => originOf(framingOriginOf(req.headers.host ?? ''))

const gone = (res: Response): void =>
  void res.status(404).type('text').send('There is no such page, or its time is over.\n')

const FAULTS: Readonly<Record<PlayFault, readonly [status: number, message: string]>> = {
  over: [404, 'The time of this launch is over. Open the course again.'],
  superseded: [409, 'This course was opened in another window, and goes on there.'],
  no_item: [404, 'The package has no such part.'],
  closed: [409, 'Another part comes first.'],
  too_large: [413, 'The course keeps more data than can be kept.'],
}

function told(res: Response, answer: object | PlayFault): void {
  res.set('Cache-Control', 'no-store')
  if (typeof answer !== 'string') return void res.json(answer)
  const [status, message] = FAULTS[answer]
  res.status(status).json({ code: answer, message })
}
