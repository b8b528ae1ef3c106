import { createServer } from 'node:http'
import express, {
  type ErrorRequestHandler,
  type NextFunction,
  type Request,
  type Response,
} from 'express'
import * as OpenApiValidator from 'express-openapi-validator'
import { createAnswers } from './answers.ts'
import { createChecks, createRequestId, HEADERS, Refusal, type Caller } from './checks.ts'
import { createPool, listen } from './child.ts'
import { contract } from './contract.ts'
import { observe, requireStorable, requireText } from './duties.ts'
import type { ListQuery } from './present.ts'
import type { ReplyBody } from './store.ts'

/** Express with express-openapi-validator, requests validated, answers not. */

interface Locals {
  requestId: string
  caller: Caller
}
const localsOf = (res: Response) => res.locals as Locals

const pool = createPool()
const admit = createChecks(pool)
const answers = await createAnswers(pool)

async function check(req: Request, res: Response, next: NextFunction): Promise<void> {
  const startedAt = performance.now()
  res.on('finish', () => observe(req.method, res.statusCode, performance.now() - startedAt))
  const requestId = createRequestId()
  res.locals.requestId = requestId
  res.set('X-Request-Id', requestId)
  res.set(HEADERS)
  const { host = '', authorization = '' } = req.headers
  const scope = req.method === 'GET' ? 'posts:read' : 'posts:write'
  const caller = await admit(host, authorization, scope, req.ip)
  res.locals.caller = caller
  for (const [name, value] of Object.entries(caller.headers)) res.set(name, String(value))
  next()
}

interface Failure extends Error {
  readonly status?: number
  readonly errors?: readonly { readonly path: string }[]
}

const fail: ErrorRequestHandler = (error: Failure, _req, res, _next) => {
  const ofBody = error.status === 400 && error.errors?.[0]?.path.startsWith('/body')
  const status = ofBody ? 422 : (error.status ?? 500)
  const code = error instanceof Refusal ? error.code : 'invalid_request'
  const { requestId: request_id } = localsOf(res)
  res.status(status).json({ error: { code, message: error.message, request_id }, request_id })
}

const app = express()
app.disable('x-powered-by')
app.disable('etag')
app.use(check)
app.use(express.json({ limit: '1mb', verify: (_req, _res, bytes) => requireText(bytes) }))
app.use(
  OpenApiValidator.middleware({
    apiSpec: contract as never,
    validateApiSpec: false,
    validateRequests: true,
    validateResponses: false,
    validateSecurity: false,
    fileUploader: false,
  }),
)
app.get('/api/v1/posts', async (req, res) => {
  const { caller, requestId } = localsOf(res)
  res.json(await answers.list(caller, req.query as ListQuery, requestId))
})
app.post('/api/v1/posts', async (req, res) => {
  requireStorable(req.body as ReplyBody)
  const { caller, requestId } = localsOf(res)
  const made = await answers.create(
    caller,
    req.body as ReplyBody,
    req.get('idempotency-key'),
    requestId,
  )
  res.status(201)
  if ('replayed' in made) res.set('Idempotency-Replayed', 'true').type('json').send(made.replayed)
  else res.set('Location', `/api/v1/posts/${made.id}`).json(made.body)
})
app.use(fail)
listen(createServer(app), pool)
