import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Problem, type OperationRow } from '@mobieus/contract'
import { createRouter } from '@mobieus/server/router'
import { dialects } from '../../packages/server/src/dialects/index.ts'
import { createLocator } from '../../packages/server/src/http/location.ts'
import { prefixOf } from '../../packages/server/src/http/routes.ts'
import { localFetch } from '../support/http/local-fetch.ts'

/** The failures of each dialect, and its other differences. */

const asked = {
  req: { headers: { host: 'demo.localhost:3000' } } as IncomingMessage,
  requestId: 'req_1',
}
const SCIM = 'urn:ietf:params:scim:api:messages:2.0:Error'
const fault = { field: 'userName', code: 'required', message: 'is required' }

const notFound = new Problem(404, 'not_found', 'There is none.')
const invalid = new Problem(422, 'validation_failed', 'The body has a fault.', { details: [fault] })
const noJson = new Problem(400, 'invalid_request', 'The body is not valid JSON.', {
  details: [{ field: 'body', code: 'json', message: 'is not valid JSON' }],
})
const taken = new Problem(409, 'conflict', 'It is taken.')
const mutability = new Problem(400, 'invalid_request', 'No.', { facts: { scimType: 'mutability' } })
const noModel = new Problem(200, 'gate_blocked', 'The tenant may not ask.')

const enveloped = (code: string) => ({ error: { code, request_id: 'req_1' }, request_id: 'req_1' })

describe.each([
  ['envelope', notFound, 404, /^application\/json/, enveloped('not_found')],
  ['envelope', invalid, 422, /^application\/json/, enveloped('validation_failed')],
  ['ai', notFound, 404, /^application\/json/, enveloped('not_found')],
  ['ai', noModel, 200, /^application\/json/, { ok: false, error: 'gate_blocked' }],
  ['xapi', notFound, 404, /^application\/json/, enveloped('not_found')],
  ['xapi', invalid, 400, /^application\/json/, enveloped('validation_failed')],
  [
    'scim',
    notFound,
    404,
    /^application\/scim\+json$/,
    { schemas: [SCIM], status: '404', detail: 'There is none.' },
  ],
  ['scim', invalid, 400, /scim/, { status: '400', scimType: 'invalidValue' }],
  ['scim', noJson, 400, /scim/, { status: '400', scimType: 'invalidSyntax' }],
  ['scim', taken, 409, /scim/, { status: '409', scimType: 'uniqueness' }],
  ['scim', mutability, 400, /scim/, { scimType: 'mutability' }],
] as const)('%s', (name, problem, status, type, body) => {
  test(`says ${problem.code} with ${status}`, () => {
    const failure = dialects[name].failure(problem, asked)
    expect(failure.status).toBe(status)
    expect(failure.type).toMatch(type)
    expect(failure.body).toMatchObject(body)
    if (name === 'ai' && status === 200) expect(failure.body).toEqual(body)
    if (name === 'scim')
      expect(failure.headers).toEqual({ Link: expect.stringContaining(problem.code) })
  })
})

test('scim names every fault in its one sentence, and has no member that the RFC does not have', () => {
  const two = [fault, { field: 'emails', code: 'type', message: 'must be array' }]
  const message = 'The body has 2 faults, listed in details.'
  const problem = new Problem(422, 'validation_failed', message, { details: two })
  expect(dialects.scim.failure(problem, asked).body).toEqual({
    ...{ schemas: [SCIM], status: '400', scimType: 'invalidValue' },
    detail: 'The body has 2 faults: userName is required; emails must be array.',
  })
})

const row = (method: OperationRow['method'], rest: Partial<OperationRow> = {}): OperationRow => ({
  ...{ method, path: '/xapi/state', aliases: [], surface: 'learn', resource: 'state' },
  ...{ security: [], callers: [], plans: [], emits: [], external: false, rateClass: 'default' },
  ...{ since: '', body: null, list: false, idempotent: false, statuses: [200], location: null },
  answers: { 200: { 'application/json': 'json' } },
  parameters: ['activityId', 'If-Match'].map((name) => ({
    name: name.toLowerCase() === 'if-match' ? 'if-match' : name,
    in: name === 'If-Match' ? ('header' as const) : ('query' as const),
    ...{ required: false, type: 'string' as const, style: 'form', explode: true },
  })),
  ...rest,
})

describe('the alternate request syntax of xAPI', () => {
  let server: Server
  let url: string
  beforeAll(async () => {
    const told =
      (verb: string) =>
      async (_: unknown, { query, header, body }: never) => ({
        ...{ verb, query, header, body },
      })
    const router = createRouter({
      operations: {
        getState: row('get'),
        putState: row('put', {
          body: { required: true, content: { 'application/json': 'json', 'text/plain': 'text' } },
        }),
      },
      validators: {},
      handlers: { getState: told('get'), putState: told('put') } as never,
      prefixes: ['/xapi'],
      rewrite: ({ req, search }) =>
        dialects.xapi.rewrite?.(req, search, async () => {
          const chunks: Buffer[] = []
          for await (const chunk of req) chunks.push(chunk as Buffer)
          return Buffer.concat(chunks)
        }),
      describe: ({ req }, problem) => dialects.xapi.failure(problem, { req, requestId: 'req_1' }),
    })
    server = createServer((req, res) => router(req, res)).listen(0, '127.0.0.1')
    await new Promise((done) => server.once('listening', done))
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((done) => server.close(done)))

  async function post(query: string, form: Record<string, string>, type?: string) {
    const answer = await localFetch(`${url}/xapi/state?${query}`, {
      method: 'POST',
      headers: { 'content-type': type ?? 'application/x-www-form-urlencoded' },
      body: String(new URLSearchParams(form)),
    })
    return { status: answer.status, body: await answer.json() }
  }

  test('is the request that it means: method, parameters, headers and body', async () => {
    const form = { activityId: 'urn:a b', 'If-Match': '"1"', content: '{"a":"ü&="}' }
    expect(await post('method=PUT', { ...form, 'Content-Length': '99' })).toEqual({
      status: 200,
      body: {
        verb: 'put',
        query: { activityId: 'urn:a b' },
        header: { 'if-match': '"1"' },
        body: { a: 'ü&=' },
      },
    })
    const text = { 'Content-Type': 'text/plain', content: 'plain' }
    expect((await post('method=PUT', text)).body).toMatchObject({ body: 'plain' })
    expect((await post('method=GET', { activityId: 'urn:a' })).body).toMatchObject({
      ...{ verb: 'get', query: { activityId: 'urn:a' } },
    })
  })

  test.each([
    ['method=BREW', {}, undefined, 'method'],
    ['method=PUT&activityId=a', {}, undefined, 'query'],
    ['method=PUT', {}, 'text/plain', 'content-type'],
    ['method=PUT', { 'X-Experience-API-Version': '2.0.0' }, undefined, 'X-Experience-API-Version'],
    ['method=PUT', { 'If-Match': 'a\nb' }, undefined, 'If-Match'],
  ])('%s with %j is refused, naming what is at fault', async (query, form, type, field) => {
    expect(await post(query, form as Record<string, string>, type)).toMatchObject({
      status: 400,
      body: { error: { details: [{ field, code: 'alternate_syntax' }] } },
    })
  })

  test('a POST that is none is a POST', async () => {
    expect((await post('', {})).status).toBe(405)
  })
})

test.each([
  [['/api/v1', '/api/v1/scim/v2', '/scim/v2']],
  [['/scim/v2', '/api/v1/scim/v2', '/api/v1']],
])('the longest of the prefixes %j is the base', (prefixes) => {
  const base = (path: string) => prefixOf(path, prefixes)
  expect(base('/api/v1/SCIM/v2/Users')).toBe('/api/v1/scim/v2')
  expect(base('/api/v1/scim/v20')).toBe('/api/v1')
  expect(base('/scim/v2')).toBe('/scim/v2')
  expect(base('/api/v10')).toBeUndefined()
})

test('a resource that was created by an alias is found below that alias, where there is such a path', () => {
  const create = row('post', {
    path: '/scim/v2/Users',
    aliases: ['/api/scim/v2/Users', '/people'],
    location: { operation: 'getUser', path: '/scim/v2/Users/{id}', parameters: { id: 'id' } },
  })
  const get = row('get', { path: '/scim/v2/Users/{id}', aliases: ['/api/scim/v2/Users/{id}'] })
  const locate = createLocator(create, { getUser: get })
  expect(locate?.('/scim/v2/Users', { id: 7 })).toBe('/scim/v2/Users/7')
  expect(locate?.('/api/scim/v2/Users', { id: 7 })).toBe('/api/scim/v2/Users/7')
  expect(locate?.('/people', { id: 7 })).toBe('/scim/v2/Users/7')
})
