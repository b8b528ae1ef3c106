import { createHash } from 'node:crypto'
import path from 'node:path'
import { holdsIfNoneMatch } from '@mobieus/contract'
import { published } from '@mobieus/contract/artifacts'
import { unavailableOr } from '@mobieus/domain/kit'
import express, { type ErrorRequestHandler, type Express, type Response } from 'express'
import helmet from 'helmet'
import { signInPages } from './console/sign-in.ts'
import { mailboxPage } from './mailbox.ts'
import { learnPages } from './pages/courses/router.ts'
import { knowPages } from './pages/know/router.ts'
import { calendarPage } from './pages/learn/calendar.ts'
import { seatsPage } from './pages/learn/seats.ts'
import { learnContent } from './pages/learn/router.ts'
import { certificatePages } from './pages/learn/certificates.ts'
import type { Router } from './http/router.ts'
import type { Services } from './services.ts'
import { ratingPage } from './rating.ts'
import { unsubscribePage } from './unsubscribe.ts'

/** The settings of the Express part, beside the services. */
export interface AppOptions {
  /** The built documentation; without one `/api/docs` says how to build it. */
  readonly docsFolder: string | undefined
  /** Calls operations, as forms of pages do. */
  readonly dispatch: Router
  /** False as soon as the server is about to stop. */
  readonly ready: () => boolean
}

const DOCS_POLICY = {
  useDefaults: false,
  directives: {
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    // Redoc's styled-components write <style> elements; workers run its search from a blob.
    'style-src': ["'self'", "'unsafe-inline'"],
    'worker-src': ["'self'", 'blob:'],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
  },
}

const WITHOUT_CACHE = 'ready, without cache: changes of keys and tenants are not heard'

/** Everything that is not an operation: health, metrics, the published contract, documentation. */
export function createApp(services: Services, options: AppOptions): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use(
    helmet({
      contentSecurityPolicy: DOCS_POLICY,
      strictTransportSecurity: services.config.production,
    }),
  )

  app.get('/healthz', (_req, res) => void res.type('text').send('ok\n'))
  app.get('/readyz', async (_req, res) => {
    const answers = options.ready() && (await databaseAnswers(services))
    // Without its caches a process answers as rightly, only slower: none is taken out for that, and
    // what keeps one from hearing keeps them all.
    const state = answers ? (services.directory.listening ? 'ready' : WITHOUT_CACHE) : 'not ready'
    res
      .status(answers ? 200 : 503)
      .type('text')
      .send(`${state}\n`)
  })
  app.get('/metrics', async (req, res) => {
    const { metricsToken, production } = services.config
    const open = metricsToken ? req.headers.authorization === `Bearer ${metricsToken}` : !production
    if (!open) return void res.status(404).type('text').send('not found\n')
    const { registry } = services.metrics
    res.set('Content-Type', registry.contentType).send(await registry.metrics())
  })

  // A host of content has no page but these.
  app.use(learnContent(services))
  app.use(signInPages(services))
  app.use(mailboxPage(services))
  app.use(unsubscribePage(services))
  app.use(ratingPage(services))
  app.use(calendarPage(services))
  app.use(seatsPage(services))
  app.use(knowPages(services, options.dispatch))
  app.use(certificatePages(services))
  app.use(learnPages(services, options.dispatch))

  const yaml = publish(published.yaml, 'application/yaml; charset=utf-8')
  const json = publish(published.json, 'application/json; charset=utf-8')
  // A script in a browser that asks with If-None-Match asks for leave first.
  app.options(['/docs/api/openapi.:form', '/api/openapi.:form'], (_req, res) => {
    res.set({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Allow-Methods': 'GET, HEAD',
      'Access-Control-Allow-Headers': 'If-None-Match',
      'Access-Control-Max-Age': '600',
    })
    res.status(204).end()
  })
  app.get(['/docs/api/openapi.yaml', '/api/openapi.yaml'], (req, res) =>
    yaml(req.headers['if-none-match'], res),
  )
  app.get(['/docs/api/openapi.json', '/api/openapi.json'], (req, res) =>
    json(req.headers['if-none-match'], res),
  )

  const { docsFolder } = options
  if (docsFolder) {
    const pages = { extensions: ['html'], maxAge: 0, etag: true }
    app.use('/api/docs', express.static(docsFolder, pages))
    app.use('/docs', express.static(docsFolder, pages))
    app.use(['/api/docs', '/docs'], (_req, res) =>
      res.status(404).sendFile(path.join(docsFolder, '404.html')),
    )
  }
  app.get('/', (_req, res) => res.redirect('/api/docs/'))
  app.use((_req, res) => void res.status(404).type('text').send('There is no such page.\n'))
  app.use(answerError(services))
  return app
}

/** A path as it is logged: tokens of launches stand in theirs. */
const shownPath = (path: string): string =>
  path.replace(/^(\/learn\/(?:launch|play)\/)[^/]+/, '$1…')

/**
 * Errors are said in a sentence, in development too: Express would send the stack and the paths of this
 * machine as HTML. A fault of the caller keeps the status that Express found for it.
 */
function answerError({ log }: Services): ErrorRequestHandler {
  return (error: Error & { status?: number }, req, res, _next) => {
    const theirs = error.status !== undefined && error.status >= 400 && error.status < 500
    if (!theirs) log.error({ err: error, method: req.method, path: shownPath(req.path) })
    if (res.headersSent) return void res.destroy()
    const { status, headers } = (theirs ? undefined : unavailableOr(error)) ?? {
      status: theirs ? error.status : 500,
    }
    const said = status === 503 ? UNAVAILABLE : theirs ? UNREADABLE : BROKEN
    res
      .status(status ?? 500)
      .set(headers ?? {})
      .set('Cache-Control', 'no-store')
      .type('text')
      .send(`${said}\n`)
  }
}

const UNAVAILABLE = 'The service cannot answer just now; try again in a moment.'
const UNREADABLE = 'The request cannot be read.'
const BROKEN = 'Something broke on our side.'

async function databaseAnswers({ db }: Services): Promise<boolean> {
  try {
    await db.pool.query('select 1')
    return true
  } catch {
    return false
  }
}

/** Serves bytes that never change while the server runs, to any origin, with a strong ETag. */
function publish(bytes: Buffer, type: string) {
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  return (ifNoneMatch: string | undefined, res: Response): void => {
    res.set({
      'Content-Type': type,
      ETag: etag,
      'Cache-Control': 'public, no-cache',
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'ETag',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    })
    if (ifNoneMatch === undefined || holdsIfNoneMatch(ifNoneMatch, etag)) res.send(bytes)
    else res.status(304).end()
  }
}
