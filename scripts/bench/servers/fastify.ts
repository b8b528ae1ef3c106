import type { AddressInfo } from 'node:net'
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import { createAnswers } from './answers.ts'
import { createChecks, createRequestId, HEADERS, Refusal, type Caller } from './checks.ts'
import { createPool, report } from './child.ts'
import { jsonOf, operationOf, parametersOf } from './contract.ts'
import { observe, requireStorable, requireText } from './duties.ts'
import type { ListQuery } from './present.ts'
import type { ReplyBody } from './store.ts'

/** Fastify as its documentation advises: hooks for the checks, schemas for input and output. */

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller
  }
  interface FastifyContextConfig {
    scope: string
  }
}

const pool = createPool()
const admit = createChecks(pool)
const answers = await createAnswers(pool)
const app = Fastify({
  logger: false,
  genReqId: createRequestId,
  // As the contract asks: unknown fields are refused, every fault is named.
  ajv: {
    customOptions: {
      removeAdditional: false,
      allErrors: true,
      strictTypes: false,
      // The quick check of ours, which most lines pass.
      formats: { line: /^[!-~](?:[ -~]*[!-~])?$/ },
    },
  },
})

app.decorateRequest('caller')
app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
  reply.header('X-Request-Id', request.id)
  reply.headers(HEADERS)
  const { host = '', authorization = '' } = request.headers
  request.caller = await admit(host, authorization, request.routeOptions.config.scope, request.ip)
  reply.headers(request.caller.headers)
})
app.addHook('onResponse', async (request, reply) => {
  observe(request.routeOptions.config.scope, reply.statusCode, reply.elapsedTime)
})
app.setErrorHandler((error: Error & { validationContext?: string }, request, reply) => {
  const [status, code] =
    error instanceof Refusal
      ? [error.status, error.code]
      : error.validationContext === 'body'
        ? [422, 'validation_failed']
        : error.validationContext
          ? [400, 'invalid_request']
          : [500, 'internal_error']
  const { id: request_id } = request
  return reply
    .code(status)
    .send({ error: { code, message: error.message, request_id }, request_id })
})

const parseText = app.getDefaultJsonParser('error', 'error')
app.addContentTypeParser<Buffer>(
  'application/json',
  { parseAs: 'buffer' },
  (request, bytes, done) => {
    try {
      requireText(bytes)
    } catch (error) {
      return done(error as Error)
    }
    void parseText(request, bytes.toString('utf8'), done)
  },
)

const list = operationOf('get')
app.get<{ Querystring: ListQuery }>('/api/v1/posts', {
  config: { scope: 'posts:read' },
  schema: {
    querystring: parametersOf(list, 'query'),
    response: { 200: jsonOf(list.responses['200']) },
  },
  handler: (request) => answers.list(request.caller, request.query, request.id),
})

const create = operationOf('post')
app.post<{ Body: ReplyBody; Headers: { 'idempotency-key'?: string } }>('/api/v1/posts', {
  config: { scope: 'posts:write' },
  schema: {
    querystring: parametersOf(create, 'query'),
    headers: parametersOf(create, 'header'),
    body: jsonOf(create.requestBody),
    response: { 201: jsonOf(create.responses['201']) },
  },
  handler: async (request, reply) => {
    requireStorable(request.body)
    const key = request.headers['idempotency-key']
    const made = await answers.create(request.caller, request.body, key, request.id)
    reply.code(201)
    if ('replayed' in made)
      return reply
        .header('Idempotency-Replayed', 'true')
        .type('application/json; charset=utf-8')
        .serializer((text: string) => text)
        .send(made.replayed)
    reply.header('Location', `/api/v1/posts/${made.id}`)
    return made.body
  },
})

await app.listen({ port: 0, host: '127.0.0.1' })
report((app.server.address() as AddressInfo).port, pool)
