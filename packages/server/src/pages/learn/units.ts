import { Problem } from '@mobieus/contract'
import {
  sendStatements,
  sessionOfToken,
  sessionToken,
  takeToken,
  useDocuments,
  type NamedLaunch,
  type PlayFault,
} from '@mobieus/domain/learn'
import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express'
import type { Services } from '../../services.ts'

const BODY = express.raw({ type: () => true, limit: '1mb' })
const VERSION = '1.0.3'
const DOCUMENTS = {
  '/xapi/activities/state': 'state',
  '/xapi/activities/profile': 'activityProfile',
  '/xapi/agents/profile': 'agentProfile',
} as const

const FAULTS: Readonly<Record<PlayFault, number>> = {
  ...{ over: 403, superseded: 403, no_item: 403, closed: 403, too_large: 413 },
}

/**
 * The record store as units of cmi5 see it, at the origin of their content (cmi5 8, 10, 11). The fetch URL gives a token
 * once; its session may write statements, and documents of its learner or its activity. `launched` answers the launch of a request.
 */
export function unitRoutes(
  { db, secrets, clock }: Services,
  launched: (req: Request) => Promise<NamedLaunch | undefined>,
): Router {
  const router = Router({ mergeParams: true })

  router.all('/fetch/:session', async (req, res) => {
    if (req.method !== 'POST') return void res.status(405).set('Allow', 'POST').end()
    res.set('Cache-Control', 'no-store')
    const named = await launched(req)
    const taken = named && (await takeToken(db, named, String(req.params.session), clock()))
    if (named && taken === true)
      return void res.json({
        'auth-token': sessionToken(secrets, named, String(req.params.session)),
      })
    const [code, text] = taken === false ? ['1', 'The token has been given out.'] : NO_SESSION
    res.json({ 'error-code': code, 'error-text': text })
  })

  router.use('/xapi', (_req, res, next) => {
    res.set({ 'X-Experience-API-Version': VERSION, 'Cache-Control': 'no-store' })
    next()
  })
  router.get('/xapi/about', (_req, res) => void res.json({ version: [VERSION] }))
  router.use('/xapi', async (req, res, next) => {
    const named = await launched(req)
    const session = named && sessionOfToken(secrets, named, req.headers.authorization)
    if (!named || session === undefined) return void res.status(401).json(UNKNOWN)
    Object.assign(res.locals, { named, session })
    next()
  })
  router.all('/xapi/statements', BODY, async (req, res) => {
    if (req.method !== 'POST' && req.method !== 'PUT') return notAllowed(res, 'POST, PUT')
    const { named, session } = res.locals as InSession
    const id = req.method === 'PUT' ? String(req.query.statementId) : undefined
    const sent = await sendStatements(db, named, session, { bytes: bytesOf(req), id }, clock())
    if (typeof sent === 'string') return failed(res, sent)
    if (req.method === 'PUT') return void res.status(204).end()
    res.json(sent)
  })
  for (const [path, kind] of Object.entries(DOCUMENTS))
    router.all(path, BODY, async (req, res) => {
      const { named, session } = res.locals as InSession
      if (!['GET', 'PUT', 'POST', 'DELETE'].includes(req.method))
        return notAllowed(res, 'GET, PUT, POST, DELETE')
      const body = {
        contentType: req.headers['content-type'] ?? '',
        read: () => Promise.resolve(bytesOf(req)),
      }
      const asked = { kind, method: req.method, headers: req.headers, body }
      const words = Object.entries(req.query).filter(([, value]) => typeof value === 'string')
      const query = Object.fromEntries(words) as Record<string, string>
      const found = await useDocuments(db, named, session, { ...asked, query }, clock())
      if (typeof found === 'string') return failed(res, found)
      if (!found) return void res.status(204).end()
      res.set(found.headers).type(found.mediaType).send(found.bytes)
    })
  router.use(problems)
  return router
}

interface InSession {
  readonly named: NamedLaunch
  readonly session: string
}

const UNKNOWN = { message: 'The token of the session is wrong, or its time is over.' }
const NO_SESSION = ['2', 'There is no such session, or its time is over.']

const bytesOf = ({ body }: Request): Uint8Array => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))

const notAllowed = (res: Response, allowed: string): void =>
  void res.status(405).set('Allow', allowed).end()

const failed = (res: Response, fault: PlayFault): void =>
  void res.status(FAULTS[fault]).json({ message: 'The session is over.' })

/** Answers a refusal as the record store does, but without its envelope. */
const problems: ErrorRequestHandler = (error, _req, res, next) => {
  if (!(error instanceof Problem)) return next(error)
  const { status, code, message, details } = error
  res.status(status).json({ code, message, ...(details && { details }) })
}
